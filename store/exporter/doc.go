// Package exporter writes the Directive's documents to files: the Annex 3 of a
// quarter as an XLSX workbook, as one CSV for each network and as JSON. What
// is printed is decided in model/annex; here it is only given a form.
//
// Every writer takes an io.Writer, and the same input gives the same bytes.
// Save puts what a writer makes into a file, whole or not at all. Text that
// came from outside stays text: no cell that begins with = + - or @ becomes a
// formula (S29).
package exporter
