// Package ui is the App: the window with its header, tabs and footer, the
// choice of screen, the dialogs, the palette, the help and the notes. It knows
// no screen by name and no file; whoever puts the program together hands it
// screens and a few functions.
package ui
