// Package cli is the command line and the place where everything is put
// together: it opens the records file, builds the screens and runs the app or
// one of the commands. All text for people is Spanish; commands also answer to
// their English names.
package cli

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
)

// Run runs the command that args name and returns the process's exit code: 0
// in order, 1 something overdue or due today, 2 wrong use, 3 a file or the
// terminal could not be read or written.
func Run(args []string, in, out, err *os.File) int {
	// Closing the window or pressing Ctrl+C ends the work in hand cleanly: the
	// transaction is taken back and half-written files are removed.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	s := &shell{in: in, out: out, err: err}
	root := newRoot(s)
	root.SetArgs(append([]string{}, args...))
	if fault := root.ExecuteContext(ctx); fault != nil {
		return s.fail(fault)
	}
	return s.code
}

func newRoot(s *shell) *cobra.Command {
	root := &cobra.Command{
		Use:   "faro",
		Short: "Cumplimiento de la Directiva N° 03-2022-PCM/SCS en las redes sociales de la entidad",
		Long: `Faro lleva el día a día de las cuentas institucionales según la Directiva
N° 03-2022-PCM/SCS: publicaciones y sus mínimos, cambio mensual de contraseñas,
revisión de roles, diez mejores publicaciones e informe trimestral.

Sin ninguna orden abre la aplicación en la terminal.

Los ajustes «datos», «tema» y «quien» pueden quedar escritos en
` + filepath.Join(xdg.ConfigHome, "faro", "faro.toml") + `.`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asked, err := cmd.Flags().GetBool("version"); err != nil || asked {
				return s.print("faro " + version() + "\n")
			}
			return s.app(cmd.Context())
		},
		PersistentPreRunE: func(*cobra.Command, []string) error { return s.settle() },
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.Flags().Bool("version", false, "muestra la versión del programa")
	s.globalFlags(root.PersistentFlags())
	root.AddCommand(
		newPost(s), newStatus(s), newReport(s), newExport(s), newImport(s), newDemo(s), newCompletion(s),
	)
	speakSpanish(root, s)
	return root
}

// version is the module's version, or the revision it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "sin versión"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			return "en desarrollo (" + setting.Value[:min(len(setting.Value), 12)] + ")"
		}
	}
	return "en desarrollo"
}

// knownCommand refuses whatever is not a command, with the nearest ones.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	sentence := "«" + args[0] + "» no es una orden de faro"
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return wrongUse("%s; ¿quiso decir «%s»?", sentence, strings.Join(near, "» o «"))
	}
	return wrongUse("%s; «faro --help» las muestra todas.", sentence)
}
