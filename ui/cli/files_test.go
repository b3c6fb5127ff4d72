package cli_test

import (
	"database/sql"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // to make files the program must refuse
)

func TestADamagedFileIsToldAndLeftAsItIs(t *testing.T) {
	o := withSample(t)
	whole := o.read("data/faro/faro.db")
	broken := whole[:4096] + strings.Repeat("\x5a", len(whole)-4096)
	o.write("data/faro/faro.db", broken)
	for _, args := range [][]string{{"estado"}, {"publicar", "--cuenta", "facebook"}, {"exportar", "x.json"}, {"informe"}} {
		o.run(args...).ends(3).complains("faro.db» está dañado o no es de registros de faro, y no se tocó")
	}
	if o.read("data/faro/faro.db") != broken {
		t.Error("the damaged file was written to")
	}
	if got := o.names("."); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

func TestAFileThatIsNoRecordsFileIsLeftAsItIs(t *testing.T) {
	o := newOffice(t)
	letter := strings.Repeat("Estimados señores: ", 500)
	o.write("carta.txt", letter)
	o.run("estado", "--datos", "carta.txt").ends(3).complains("«carta.txt» está dañado o no es de registros de faro, y no se tocó")
	if o.read("carta.txt") != letter {
		t.Error("the file was written to")
	}
	o.run("estado", "--datos", ".").ends(3).complains("«.» no es un archivo de registros de faro")
}

func TestAFileOfANewerVersionIsRefused(t *testing.T) {
	o := withSample(t)
	db, err := sql.Open("sqlite", o.path("data/faro/faro.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before := o.read("data/faro/faro.db")
	o.run("estado").ends(3).complains("versión más nueva de faro", "actualice el programa")
	if o.read("data/faro/faro.db") != before {
		t.Error("the newer file was written to")
	}
}

func TestAFolderThatIsAFileIsTold(t *testing.T) {
	o := withSample(t)
	o.write("informes", "soy un archivo")
	o.run("informe", "--salida", "informes").ends(3).complains("No se puede usar «informes» como carpeta")
	o.run("exportar", "informes/x.json").ends(3).complains("No existe la carpeta de «informes/x.json»")
}

func TestTheDemoIsKeptInANewFileOnly(t *testing.T) {
	o := withSample(t)
	o.write("mio.db", "mío")
	o.run("demo", "--guardar", "mio.db").ends(3).complains("Ya existe «mio.db» y no se tocó")
	o.run("demo", "--guardar", "otro.db").ends(0).says("✓ otro.db", "faro --datos otro.db")
	o.run("estado", "--breve", "--datos", "otro.db").ends(1).says("3 por atender: 2 vencidos, 1 próximo")
}

// The same moment makes the same ministry.
func TestTheDemoIsTheSameEveryTime(t *testing.T) {
	o := withSample(t)
	o.run("demo", "--guardar", "otro.db").ends(0)
	if o.run("exportar", "-", "--datos", "otro.db").ends(0).out != o.export() {
		t.Error("two samples of one moment differ")
	}
}
