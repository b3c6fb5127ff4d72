package cli_test

import (
	"strings"
	"testing"
)

// commands are the names of every command, first the Spanish one.
var commands = [][]string{
	{"publicar", "post"},
	{"estado", "status"},
	{"informe", "report"},
	{"exportar", "export"},
	{"importar", "import"},
	{"completar", "completion"},
	{"demo"},
}

func TestHelpIsSpanish(t *testing.T) {
	o := newOffice(t)
	pages := [][]string{{"--help"}, {"-h"}, {"ayuda"}, {"help"}}
	for _, names := range commands {
		for _, name := range names {
			pages = append(pages, []string{name, "--help"}, []string{"ayuda", name})
		}
	}
	for _, args := range pages {
		r := o.run(args...).ends(0).says("Uso:", "Opciones", "--datos RUTA", "--help", "muestra esta ayuda")
		for _, english := range []string{
			"Usage", "Available Commands", "Flags:", "Aliases:", "Examples:", "help for", "for more information",
			"[flags]", "[command]", "(default", " string", "Global",
		} {
			if strings.Contains(r.out, english) {
				t.Errorf("faro %s says %q:\n%s", r.line, english, r.out)
			}
		}
	}
}

func TestTheMainHelpListsEveryCommand(t *testing.T) {
	r := newOffice(t).run("--help").ends(0)
	for _, names := range commands {
		if !strings.Contains(r.out, "\n  "+names[0]+" ") {
			t.Errorf("the help lacks %s:\n%s", names[0], r.out)
		}
	}
}

func TestWrongUseIsToldInSpanishAndEndsWith2(t *testing.T) {
	o := withSample(t)
	for _, c := range []struct {
		args string
		says string
	}{
		{"estadu", "«estadu» no es una orden de faro; ¿quiso decir «estado»?"},
		{"facturar", "«facturar» no es una orden de faro; «faro --help» las muestra todas."},
		{"ayuda facturar", "«facturar» no es una orden de faro"},
		{"estado hoy", "«faro estado» no lleva «hoy»"},
		{"estado --yson", "No existe la opción «--yson»"},
		{"estado -z", "No existe la opción «-z»"},
		{"estado --datos", "A la opción «--datos» le falta su valor."},
		{"estado --json=quizás", "La opción «--json» no admite «quizás»."},
		{"estado --json --breve", "no van juntas"},
		{"estado --tema rosado", "claro"},
		{"exportar", "Falta el archivo; se usa así: faro exportar ARCHIVO.json"},
		{"exportar a.json b.json", "Sobra «b.json»"},
		{"importar", "Falta el archivo"},
		{"informe 2026-T3 2026-T2", "Sobra «2026-T2»"},
		{"informe 2026-T5", "por ejemplo 2026-T4"},
		{"informe 2027-T1", "I Trimestre 2027 todavía no empieza"},
		{"informe 2019-T1", "No hay registros del I Trimestre 2019"},
		{"informe --formato pdf", "No existe el formato «pdf»; elija entre xlsx, csv, json, eml."},
		{"completar tcsh", "elija bash, zsh, fish o powershell"},
		{"completar", "Falta el intérprete"},
		{"demo --datos x.db", "use «--guardar RUTA»"},
		{"publicar", "Falta el enlace"},
		{"publicar --cuenta linkedin", "no corresponde a ninguna cuenta abierta"},
		{"publicar hola", "No se registró nada"},
		{"publicar --cuenta facebook --hora 25:00", "entre 00:00 y 23:59"},
		{"publicar --cuenta facebook --fecha 31/11/2026", "Ese día no existe"},
		{"publicar --cuenta facebook --hora 16:00", "Las 16:00 del 23/11/2026 todavía no llegan"},
		{"publicar --cuenta facebook --fecha 24/11/2026", "El 24/11/2026 todavía no llega"},
	} {
		r := o.run(strings.Fields(c.args)...).ends(2).complains(c.says)
		if strings.Count(strings.TrimSpace(r.err), "\n") > 1 || r.out != "" {
			t.Errorf("faro %s should say one sentence on the error stream alone:\n%s%s", c.args, r.out, r.err)
		}
	}
}

func TestTheMomentMustBeReadable(t *testing.T) {
	o := withSample(t)
	cmd := o.command("estado")
	cmd.Args = append(cmd.Args, "--ahora", "mañana")
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 2 || !strings.Contains(string(out), "por ejemplo 2026-11-23 14:05") {
		t.Errorf("--ahora mañana: %d %s", cmd.ProcessState.ExitCode(), out)
	}
}

func TestVersionIsOneLine(t *testing.T) {
	r := newOffice(t).run("--version").ends(0)
	if !strings.HasPrefix(r.out, "faro ") || strings.Count(r.out, "\n") != 1 {
		t.Errorf("--version printed %q", r.out)
	}
}

func TestEveryShellCanComplete(t *testing.T) {
	o := newOffice(t)
	for shell, mark := range map[string]string{
		"bash": "complete -o default", "zsh": "#compdef faro", "fish": "complete -c faro", "powershell": "Register-ArgumentCompleter",
	} {
		o.run("completar", shell).ends(0).says(mark, "faro")
	}
}

func TestCompletionKnowsAccountsQuartersAndFormats(t *testing.T) {
	o := withSample(t)
	complete := func(args ...string) string {
		cmd := o.command()
		cmd.Args = append([]string{faro, "__complete"}, args...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("complete %q: %v", args, err)
		}
		return string(out)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"est"}, "estado"},
		{[]string{"publicar", "--cuenta", ""}, "instagram/minejemploperu\tInstagram @minejemploperu"},
		{[]string{"informe", "--formato", ""}, "xlsx"},
		{[]string{"--ahora", now, "informe", ""}, "2026-T3\tIII Trimestre 2026"},
		{[]string{"completar", ""}, "powershell"},
	} {
		if got := complete(c.args...); !strings.Contains(got, c.want) {
			t.Errorf("complete %q gave %q, want %q", c.args, got, c.want)
		}
	}
}

func TestWithoutATerminalTheAppSaysWhatToUse(t *testing.T) {
	for _, args := range [][]string{nil, {"demo"}} {
		newOffice(t).run(args...).ends(2).complains("necesita una terminal", "«faro estado»")
	}
}
