package cli_test

import (
	"strings"
	"sync"
	"testing"
)

// S06: X's id carries the time; X's own file has another day.
const sundayOnX = "https://x.com/MinEjemploPeru/status/2035933611212357737"

// TikTok's id of 21/07/2026 15:08:37 in Lima (product.md §2.5).
const tiktok = "https://www.tiktok.com/@minejemploperu/video/7665075736742530317"

// The sample's Monday has Facebook posts at 09:00 and 13:10.
func TestAFacebookLinkIsAPostOfNow(t *testing.T) {
	r := withSample(t).run("publicar", "https://www.facebook.com/MinEjemploPeru/posts/pfbid02Kq").ends(0)
	if r.out != "✓ Facebook @MinEjemploPeru 14:05 · hoy 3/3 · próxima desde 16:05 · margen (6.2.2.4): 13:10 y 14:05: faltó 1 h 5 min\n" {
		t.Errorf("printed %q", r.out)
	}
}

func TestTheHourMayFollowTheLink(t *testing.T) {
	o := withSample(t)
	o.run("publicar", "https://www.facebook.com/MinEjemploPeru/posts/pfbid02Kq", "1105").ends(0).
		says("✓ Facebook @MinEjemploPeru 11:05 · hoy 3/3")
	o.run("post", "https://youtu.be/dQw4w9WgXcQ", "--hora", "9:15", "--fecha", "ayer").ends(0).
		says("✓ YouTube @MinEjemploPeru 22/11/2026 09:15 · semana")
}

func TestTheIDsTimeWinsOverTheClock(t *testing.T) {
	o := withSample(t)
	o.run("publicar", sundayOnX, "--hora", "10:00").ends(0).says("✓ X @MinEjemploPeru 22/03/2026 23:16")
	o.run("publicar", tiktok).ends(0).says("✓ TikTok @minejemploperu 21/07/2026 15:08")
}

func TestALinkIsRecordedOnce(t *testing.T) {
	o := withSample(t)
	o.run("publicar", sundayOnX).ends(0).says("✓ X")
	o.run("publicar", "https://twitter.com/i/web/status/2035933611212357737?s=20").ends(0).
		says("= X @MinEjemploPeru 22/03/2026 23:16 · ya estaba registrada")
}

func TestAPostWithoutALinkGetsItLater(t *testing.T) {
	o := withSample(t)
	o.run("publicar", "--cuenta", "instagram").ends(0).says("✓ Instagram @minejemploperu 14:05 · enlace pendiente · hoy 2/1")
	o.run("publicar", "https://www.instagram.com/p/DRabcdefghi/", "14:02").ends(0).
		says("✓ Instagram @minejemploperu 14:05 · enlace completado · hoy 2/1")
}

func TestLinksMayComeFromTheInput(t *testing.T) {
	lines := sundayOnX + "\n\n" + tiktok + "\n  https://www.facebook.com/MinEjemploPeru/posts/pfbid02Kq 07:00\n"
	r := withSample(t).runWith(strings.NewReader(lines), "publicar", "-").ends(0)
	r.says("✓ X @MinEjemploPeru 22/03/2026 23:16", "✓ TikTok @minejemploperu 21/07/2026 15:08", "✓ Facebook @MinEjemploPeru 07:00 · hoy 3/3")
}

// Of several links without an hour nobody knows the minute: it is not made up.
func TestSeveralLinksWithoutAnHourHaveADayOnly(t *testing.T) {
	r := withSample(t).run("publicar", "https://www.facebook.com/MinEjemploPeru/posts/pfbid02Kq", "https://www.facebook.com/MinEjemploPeru/posts/pfbid02Kr", "--fecha", "ayer").ends(0)
	if strings.Count(r.out, "✓ Facebook @MinEjemploPeru 22/11/2026 (sin hora)") != 2 {
		t.Errorf("printed %q", r.out)
	}
}

func TestOneBadLinkRecordsNothing(t *testing.T) {
	o := withSample(t)
	before := o.export()
	o.run("publicar", sundayOnX, "https://www.facebook.com/MinEjemploPeru", "https://bit.ly/3abc").ends(2).
		complains("No se registró nada", "«https://www.facebook.com/MinEjemploPeru»: El enlace lleva al perfil", "«https://bit.ly/3abc»: ")
	o.run("publicar", sundayOnX, "https://x.com/OtraEntidad/status/2035933611212357738").ends(2).
		complains("X (Twitter) @OtraEntidad no corresponde a ninguna cuenta abierta", "«Facebook @MinEjemploPeru»")
	if o.export() != before {
		t.Error("the records changed")
	}
}

func TestTheAccountMayBeNamedInManyWays(t *testing.T) {
	for _, name := range []string{"facebook", "Facebook", "facebook/MinEjemploPeru", "Facebook @minejemploperu"} {
		withSample(t).run("publicar", "--cuenta", name).ends(0).says("✓ Facebook @MinEjemploPeru 14:05 · enlace pendiente")
	}
	// Five accounts bear this name but for its case.
	withSample(t).run("publicar", "--cuenta", "@MinEjemploPeru").ends(2).complains("puede ser de varias cuentas", "«X @MinEjemploPeru»")
}

// Two copies open at once: each waits for the other and none loses a post.
func TestManyProcessesRecordAtOnce(t *testing.T) {
	o := withSample(t)
	minutes := []string{"06:00", "06:10", "06:20", "06:30", "06:40", "06:50"}
	var all sync.WaitGroup
	for _, minute := range minutes {
		all.Go(func() {
			o.run("publicar", "--cuenta", "x", "--hora", minute).ends(0).says("✓ X @MinEjemploPeru " + minute)
		})
	}
	all.Wait()
	o.run("publicar", "--cuenta", "x", "--hora", "07:00").ends(0).says("hoy 12/5")
}
