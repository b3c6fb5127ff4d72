package cli_test

import "testing"

func TestTheSettingsNameFileAndAuthor(t *testing.T) {
	o := newOffice(t)
	o.put("oficina/registros.db", ministry)
	o.write("config/faro/faro.toml", "datos = "+quoted(o.path("oficina/registros.db"))+"\nquien = \"María Salas\"\ntema = \"claro\"\n")
	o.run("publicar", "--cuenta", "facebook").ends(0)
	o.run("estado", "--breve").ends(1).says("por atender")
	if got := o.lastActor("oficina/registros.db"); got != "María Salas" {
		t.Errorf("the history says %q", got)
	}
}

func TestOptionsWinOverSettings(t *testing.T) {
	o := withSample(t)
	o.write("config/faro/faro.toml", "datos = "+quoted(o.path("no/hay.db"))+"\ntema = \"rosado\"\n")
	o.run("estado", "--datos", o.path("data/faro/faro.db"), "--tema", "oscuro").ends(1).says("MINEJ")
	o.run("estado", "--datos", o.path("data/faro/faro.db")).ends(2).complains("rosado")
}

func TestTheAuthorIsTheSystemsUserUnlessSaid(t *testing.T) {
	o := withSample(t)
	o.run("publicar", "--cuenta", "facebook", "--quien", "Ana Quispe").ends(0)
	if got := o.lastActor("data/faro/faro.db"); got != "Ana Quispe" {
		t.Errorf("the history says %q", got)
	}
	o.run("publicar", "--cuenta", "facebook").ends(0)
	if got := o.lastActor("data/faro/faro.db"); got == "" || got == "Ana Quispe" {
		t.Errorf("the history says %q", got)
	}
}

func TestUnknownSettingsAreNamed(t *testing.T) {
	o := withSample(t)
	o.write("config/faro/faro.toml", "dato = \"x.db\"\n[correo]\nservidor = \"x\"\n")
	o.run("estado", "--breve").ends(1).says("por atender").complains("Aviso: ", "«dato»", "«correo", "faro.toml")
}

func TestSettingsThatCannotBeReadAreTold(t *testing.T) {
	o := withSample(t)
	for _, text := range []string{"datos = \n", "datos = 5\n", "\x00\xff"} {
		o.write("config/faro/faro.toml", text)
		o.run("estado").ends(3).complains("No se entiende el archivo de ajustes «", "faro.toml»")
	}
}

func quoted(path string) string { return "'" + path + "'" }
