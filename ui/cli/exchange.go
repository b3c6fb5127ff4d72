package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"faro/store"
	"faro/store/exporter"
)

func newExport(s *shell) *cobra.Command {
	var schema, replace bool
	cmd := &cobra.Command{
		Use:     "exportar ARCHIVO.json",
		Aliases: []string{"export"},
		Short:   "Escribe todos los registros en un archivo JSON",
		Long: `Escribe todos los registros en un archivo JSON que «faro importar» vuelve a leer
sin perder nada. Con «-» lo escribe en la salida. «--esquema» muestra el JSON
Schema que describe el archivo.`,
		Example: `  faro exportar respaldo.json
  faro exportar --esquema > faro.schema.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if schema {
				return noArguments(cmd, args)
			}
			return oneArgument("el archivo")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if schema {
				return s.print(string(store.Schema()))
			}
			return s.export(cmd.Context(), args[0], replace)
		},
	}
	cmd.Flags().BoolVar(&schema, "esquema", false, "muestra el JSON Schema del archivo")
	cmd.Flags().BoolVar(&replace, "reemplazar", false, "escribe encima de un archivo que ya existe")
	return cmd
}

// export writes every fact to a file, whole or not at all.
func (s *shell) export(ctx context.Context, path string, replace bool) error {
	if path != "-" && !replace {
		if _, err := os.Lstat(path); err == nil {
			return about(path, errExists)
		}
	}
	records, err := s.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = records.Close() }()
	if path == "-" {
		err = records.Export(ctx, s.out)
		if err != nil && !errors.Is(err, store.ErrDamaged) {
			err = errors.Join(errOutput, err)
		}
		return about(records.Path(), err)
	}
	_, err = exporter.Save(path, func(w io.Writer) error { return records.Export(ctx, w) })
	switch {
	case errors.Is(err, store.ErrDamaged):
		return about(records.Path(), err)
	case err != nil:
		return about(path, err)
	}
	return s.print("✓ " + path + "\n")
}

func newImport(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "importar ARCHIVO.json",
		Aliases: []string{"import"},
		Short:   "Lee todos los registros de un archivo JSON de «faro exportar»",
		Long: `Lee en un archivo de registros vacío todo lo que escribió «faro exportar». Con
«-» lo lee de la entrada. Si algo incumple el esquema o una regla, nombra todas
las faltas con su lugar y no importa nada.`,
		Example: `  faro importar respaldo.json --datos nuevo.db`,
		Args:    oneArgument("el archivo"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.bringIn(cmd.Context(), args[0])
		},
	}
}

// bringIn imports a document of facts, all of it or nothing. A records file
// made for it does not stay if the import fails: empty, it would pass for an
// office with nothing to do.
func (s *shell) bringIn(ctx context.Context, path string) error {
	in := s.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return about(path, err)
		}
		defer func() { _ = f.Close() }()
		in = f
	}
	target, err := s.recordsPath()
	if err != nil {
		return err
	}
	_, missing := os.Stat(target)
	records, err := s.open(ctx)
	if err != nil {
		return err
	}
	summary, err := records.Import(ctx, in)
	if closing := records.Close(); err == nil {
		err = closing
	}
	if err != nil && errors.Is(missing, fs.ErrNotExist) {
		_ = os.Remove(target)
	}
	var faults *store.DocumentError
	switch {
	case errors.As(err, &faults), errors.Is(err, store.ErrNotEmpty):
		return about(path, err)
	case err != nil:
		return about(target, err)
	}
	return s.print("✓ " + summary.String() + "\n")
}
