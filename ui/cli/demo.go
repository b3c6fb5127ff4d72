package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"faro/store"
	"faro/store/sample"
)

func newDemo(s *shell) *cobra.Command {
	var keep string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Abre un ministerio ficticio con un trimestre de datos; al salir se borra",
		Long: `Abre la aplicación con el Ministerio de Ejemplo, ficticio, con un trimestre
completo y lo que va del actual. Los datos están en un archivo temporal que se
borra al salir: se puede probar todo sin cuidado.`,
		Example: `  faro demo
  faro demo --ahora "2026-11-23 14:05"
  faro demo --guardar demo.db`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("datos") {
				return wrongUse("la demostración no usa «--datos»; para conservarla use «--guardar RUTA».")
			}
			if keep != "" {
				return s.keepDemo(cmd.Context(), keep)
			}
			return s.demo(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&keep, "guardar", "", "guarda los datos ficticios en `RUTA`, un archivo de registros nuevo, sin abrir la aplicación")
	return cmd
}

// demo shows the app on a sample that is thrown away afterwards.
func (s *shell) demo(ctx context.Context) (err error) {
	if !s.terminal() {
		return errNoTerminal
	}
	folder, err := os.MkdirTemp("", "faro-demo-")
	if err != nil {
		return about(os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	records, err := s.fill(ctx, filepath.Join(folder, "demo.db"))
	if err != nil {
		return err
	}
	return errors.Join(s.show(ctx, records, " · DEMO"), records.Close())
}

// keepDemo writes the sample to a new records file.
func (s *shell) keepDemo(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return about(path, errDemoExists)
	}
	records, err := s.fill(ctx, path)
	if err != nil {
		_ = os.Remove(path)
		return err
	}
	if err := records.Close(); err != nil {
		return about(path, err)
	}
	return s.print("✓ " + path + "\n  Ábralo con: faro --datos " + path + "\n")
}

// fill makes a records file with the sample in it.
func (s *shell) fill(ctx context.Context, path string) (*store.Store, error) {
	records, err := store.Open(ctx, path, store.Options{Clock: s.clock, Actor: s.who})
	if err != nil {
		return nil, about(path, err)
	}
	if err := sample.Fill(ctx, records, s.clock()); err != nil {
		return nil, about(path, errors.Join(err, records.Close()))
	}
	return records, nil
}
