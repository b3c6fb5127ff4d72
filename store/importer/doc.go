// Package importer reads the files that the networks let their users download,
// one row for each publication, and turns them into posts and figures. It
// reads bytes and stores nothing: what comes out is a preview until somebody
// records it.
//
// A file is known by the names of its columns alone, whatever its own name,
// its language and the order of its columns. It may be a CSV with commas,
// semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, a workbook of Excel, or
// a ZIP of those. Rows come out one by one, so that memory does not grow with
// the file.
//
// Nothing is guessed. A blank is unknown and never zero. A date or a
// number that can be read in two ways becomes a Question (S29). A column that
// is needed and cannot be found stops the file, with its name.
package importer
