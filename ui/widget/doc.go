// Package widget holds the parts of a view that more than one screen needs:
// cells of an exact width, lists, meters, forms, the editable sheet and boxes
// laid over a screen. Widgets know nothing of records: they get texts and give
// back what a person typed or chose.
//
// Every width is counted in terminal cells with grapheme clusters whole, so
// that emoji, flags, CJK and combining marks stay aligned. A widget never
// draws wider or taller than it was told, whatever text it is given.
package widget
