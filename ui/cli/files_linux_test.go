package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is an ordinary user, so that file modes hold even where tests run as
// root.
func (o office) asNobody(args ...string) result {
	o.t.Helper()
	cmd := o.command(args...)
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil {
		o.t.Fatal(err)
	}
	return result{o.t, cmd.String(), cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// openUp lets another user in, as far as the mode of each folder says.
func (o office) openUp(mode os.FileMode, names ...string) {
	o.t.Helper()
	if err := os.Chmod(filepath.Dir(o.folder), 0o755); err != nil {
		o.t.Fatal(err)
	}
	for _, name := range names {
		if err := os.Chmod(o.path(name), mode); err != nil {
			o.t.Fatal(err)
		}
		o.t.Cleanup(func() { _ = os.Chmod(o.path(name), 0o755) })
	}
}

func TestAReadOnlyFolderIsToldAndNothingIsLost(t *testing.T) {
	o := withSample(t)
	before := o.export()
	o.openUp(0o555, ".", "data", "data/faro")
	o.openUp(0o444, "data/faro/faro.db")
	o.asNobody("publicar", "--cuenta", "facebook").ends(3).complains("No hay permiso para escribir en «")
	o.asNobody("estado", "--breve").ends(1).says("por atender") // looking needs no permission
	o.asNobody("exportar", "x.json").ends(3).complains("No hay permiso para escribir «x.json»")
	o.asNobody("informe").ends(3).complains("No hay permiso para escribir «MINEJ_Anexo3")
	o.asNobody("demo", "--guardar", "x.db").ends(3).complains("No hay permiso para escribir en «x.db»")
	if o.export() != before {
		t.Error("the records changed")
	}
}

func TestAFullDiskUnderTheOutputIsTold(t *testing.T) {
	o := withSample(t)
	for _, args := range [][]string{{"estado", "--json"}, {"exportar", "-"}, {"--help"}, {"completar", "bash"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		cmd := o.command(args...)
		var errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = full, &errs
		_ = cmd.Run()
		_ = full.Close()
		result{t, cmd.String(), cmd.ProcessState.ExitCode(), "", errs.String()}.ends(3).complains("No se pudo escribir la salida")
	}
}
