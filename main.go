// Faro keeps Directiva N° 03-2022-PCM/SCS on institutional social-media
// accounts for the communications offices of Peru's Executive branch.
package main

import (
	"os"

	"faro/ui/cli"
	_ "faro/ui/quiet" // before Bubble Tea's own init, see there
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
