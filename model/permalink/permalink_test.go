package permalink_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"

	"faro/model/calendar"
	"faro/model/permalink"
)

// parse reads a link that must be good.
func parse(tb testing.TB, s string) permalink.Link {
	tb.Helper()
	link, err := permalink.Parse(s)
	if err != nil {
		tb.Fatalf("Parse(%q) = %v", s, err)
	}
	return link
}

// form is a pasted link and what must come of it. The instant has its own test.
type form struct{ pasted, handle, id, url, kind string }

const (
	fb = "https://www.facebook.com/"
	ig = "https://www.instagram.com/"
	tt = "https://www.tiktok.com/"
	yt = "https://www.youtube.com/watch?v="
	pf = "pfbid0SynthB001aBcDeFgHiJkLmNoPq"
)

var facebookForms = []form{
	{fb + "minbol.ficticio/posts/" + pf, "minbol.ficticio", pf, fb + "minbol.ficticio/posts/" + pf, "post"},
	{"https://m.facebook.com/MinEjemploPeru/posts/1234567890123456/?ref=share#top", "MinEjemploPeru", "1234567890123456", fb + "MinEjemploPeru/posts/1234567890123456", "post"},
	{fb + "MinEjemploPeru/posts/hoy-plantamos-arboles/1234567890123456", "MinEjemploPeru", "1234567890123456", fb + "MinEjemploPeru/posts/1234567890123456", "post"},
	{fb + "100064512345678/posts/" + pf, "100064512345678", pf, fb + "100064512345678/posts/" + pf, "post"},
	{fb + "Oficina-de-Comunicaci%C3%B3n-123/posts/77", "Oficina-de-Comunicación-123", "77", fb + "Oficina-de-Comunicaci%C3%B3n-123/posts/77", "post"},
	{"https://es-la.facebook.com/MinEjemploPeru/videos/880026000000001/", "MinEjemploPeru", "880026000000001", fb + "MinEjemploPeru/videos/880026000000001", "video"},
	{fb + "MinEjemploPeru/videos/en-vivo-rendición/880026000000001", "MinEjemploPeru", "880026000000001", fb + "MinEjemploPeru/videos/880026000000001", "video"},
	{fb + "watch/?v=880026000000001&ref=sharing", "", "880026000000001", fb + "watch/?v=880026000000001", "video"},
	{"https://web.facebook.com/watch?v=880026000000001", "", "880026000000001", fb + "watch/?v=880026000000001", "video"},
	{fb + "watch/live/?ref=watch_permalink&v=880026000000001", "", "880026000000001", fb + "watch/?v=880026000000001", "live"},
	{fb + "video.php?v=880026000000001", "", "880026000000001", fb + "watch/?v=880026000000001", "video"},
	{fb + "reel/880026000000002/?s=single_unit", "", "880026000000002", fb + "reel/880026000000002", "reel"},
	{fb + "permalink.php?story_fbid=" + pf + "&id=61550000000001&__tn__=R", "", pf, fb + "permalink.php?story_fbid=" + pf + "&id=61550000000001", "post"},
	{"https://mbasic.facebook.com/story.php?id=61550000000001&story_fbid=99", "", "99", fb + "permalink.php?story_fbid=99&id=61550000000001", "post"},
	{fb + "photo/?fbid=10160000000000001&set=a.1.2", "", "10160000000000001", fb + "photo/?fbid=10160000000000001", "photo"},
	{fb + "photo.php?fbid=10160000000000001&id=5&type=3", "", "10160000000000001", fb + "photo/?fbid=10160000000000001", "photo"},
	{"https://business.facebook.com/MinEjemploPeru/photos/a.111/10160000000000001/?type=3", "MinEjemploPeru", "10160000000000001", fb + "MinEjemploPeru/photos/10160000000000001", "photo"},
	{"fb.com/MinEjemploPeru/photos/10160000000000001", "MinEjemploPeru", "10160000000000001", fb + "MinEjemploPeru/photos/10160000000000001", "photo"},
}

const xid = "2035933611212357737"

var xForms = []form{
	{"https://x.com/MinEjemploPeru/status/" + xid, "MinEjemploPeru", xid, "https://x.com/MinEjemploPeru/status/" + xid, "post"},
	{"https://twitter.com/MinEjemploPeru/statuses/" + xid + "?s=20&t=abc", "MinEjemploPeru", xid, "https://x.com/MinEjemploPeru/status/" + xid, "post"},
	{"http://mobile.twitter.com/MinEjemploPeru/status/" + xid + "/photo/1", "MinEjemploPeru", xid, "https://x.com/MinEjemploPeru/status/" + xid, "post"},
	{"mobile.x.com/MinEjemploPeru/status/" + xid + "/", "MinEjemploPeru", xid, "https://x.com/MinEjemploPeru/status/" + xid, "post"},
	{"HTTPS://WWW.X.COM/MinEjemploPeru/status/" + xid + "#m", "MinEjemploPeru", xid, "https://x.com/MinEjemploPeru/status/" + xid, "post"},
	{"//x.com/i/web/status/" + xid, "", xid, "https://x.com/i/web/status/" + xid, "post"},
	{"x.com/i/status/" + xid, "", xid, "https://x.com/i/web/status/" + xid, "post"},
	{"twitter.com/statuses/" + xid, "", xid, "https://x.com/i/web/status/" + xid, "post"},
	{"x.com/a/status/1?u=https://otra.example/", "a", "1", "https://x.com/a/status/1", "post"},
}

var instagramForms = []form{
	{ig + "p/DblLi0PgB9U/", "", "DblLi0PgB9U", ig + "p/DblLi0PgB9U", "post"},
	{ig + "p/DblLi0PgB9U/?igsh=MzRlODBiNWFlZA==&img_index=2", "", "DblLi0PgB9U", ig + "p/DblLi0PgB9U", "carousel"},
	{"https://instagram.com/reel/DcUSfW_gLn_/?utm_source=ig_web_copy_link", "", "DcUSfW_gLn_", ig + "reel/DcUSfW_gLn_", "reel"},
	{"instagram.com/reels/DcUSfW_gLn_", "", "DcUSfW_gLn_", ig + "reel/DcUSfW_gLn_", "reel"},
	{ig + "tv/DcUSfW_gLn_", "", "DcUSfW_gLn_", ig + "tv/DcUSfW_gLn_", "video"},
	{ig + "minejemploperu/p/DblLi0PgB9U/", "minejemploperu", "DblLi0PgB9U", ig + "minejemploperu/p/DblLi0PgB9U", "post"},
	{ig + "min.ejemplo_peru/reel/DcUSfW_gLn_/", "min.ejemplo_peru", "DcUSfW_gLn_", ig + "min.ejemplo_peru/reel/DcUSfW_gLn_", "reel"},
	{"instagr.am/p/BZ4abc", "", "BZ4abc", ig + "p/BZ4abc", "post"},
}

const ttid = "7665075736742530317"

var tiktokForms = []form{
	{tt + "@minejemploperu/video/" + ttid + "?is_from_webapp=1&sender_device=pc", "minejemploperu", ttid, tt + "@minejemploperu/video/" + ttid, "video"},
	{"tiktok.com/@min.ejemplo_peru/photo/" + ttid, "min.ejemplo_peru", ttid, tt + "@min.ejemplo_peru/photo/" + ttid, "photo"},
	{"https://m.tiktok.com/v/" + ttid + ".html?u_code=0", "", ttid, tt + "@_/video/" + ttid, "video"},
	{tt + "@_/video/" + ttid, "", ttid, tt + "@_/video/" + ttid, "video"},
	{tt + "@/video/" + ttid, "", ttid, tt + "@_/video/" + ttid, "video"},
}

var youtubeForms = []form{
	{yt + "dQw4w9WgXcQ", "", "dQw4w9WgXcQ", yt + "dQw4w9WgXcQ", "video"},
	{"m.youtube.com/watch?app=desktop&v=-JTnUJTN2aI&t=42s", "", "-JTnUJTN2aI", yt + "-JTnUJTN2aI", "video"},
	{"https://music.youtube.com/watch?v=dQw4w9WgXc_&list=RD", "", "dQw4w9WgXc_", yt + "dQw4w9WgXc_", "video"},
	{"https://youtube.com/shorts/dQw4w9WgXcQ?feature=share", "", "dQw4w9WgXcQ", yt + "dQw4w9WgXcQ", "short"},
	{"https://www.youtube.com/live/dQw4w9WgXcQ?si=x", "", "dQw4w9WgXcQ", yt + "dQw4w9WgXcQ", "live"},
	{"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "", "dQw4w9WgXcQ", yt + "dQw4w9WgXcQ", "video"},
	{"https://youtu.be/dQw4w9WgXcQ?si=abc", "", "dQw4w9WgXcQ", yt + "dQw4w9WgXcQ", "video"},
}

func TestEveryForm(t *testing.T) {
	for network, forms := range map[permalink.Network][]form{
		permalink.Facebook: facebookForms, permalink.X: xForms, permalink.Instagram: instagramForms,
		permalink.TikTok: tiktokForms, permalink.YouTube: youtubeForms,
	} {
		for _, f := range forms {
			link, err := permalink.Parse(f.pasted)
			if err != nil {
				t.Errorf("Parse(%q) = %v", f.pasted, err)
				continue
			}
			got := form{f.pasted, link.Handle, link.ID, link.URL, link.Kind}
			if got != f || link.Network != network || link.Short {
				t.Errorf("Parse(%q)\n got %+v of %s, short %v\nwant %+v of %s", f.pasted, got, link.Network, link.Short, f, network)
			}
		}
	}
}

func TestShortLinksAreTakenWithoutID(t *testing.T) {
	for pasted, want := range map[string]permalink.Link{
		"https://vm.tiktok.com/ZMabc123/":                      {Network: "tiktok", URL: "https://vm.tiktok.com/ZMabc123"},
		"vt.tiktok.com/ZSabc123":                               {Network: "tiktok", URL: "https://vt.tiktok.com/ZSabc123"},
		"https://www.tiktok.com/t/ZTabc123/?k=1":               {Network: "tiktok", URL: tt + "t/ZTabc123"},
		"https://fb.watch/aBc123_-x/":                          {Network: "facebook", URL: "https://fb.watch/aBc123_-x", Kind: "video"},
		"https://fb.watch/v/aBc123/":                           {Network: "facebook", URL: "https://fb.watch/v/aBc123", Kind: "video"},
		"https://www.facebook.com/share/p/1AbCdEfGh/?mibextid": {Network: "facebook", URL: fb + "share/p/1AbCdEfGh", Kind: "post"},
		"https://www.facebook.com/share/v/1AbCdEfGh/":          {Network: "facebook", URL: fb + "share/v/1AbCdEfGh", Kind: "video"},
		"https://www.facebook.com/share/r/1AbCdEfGh/":          {Network: "facebook", URL: fb + "share/r/1AbCdEfGh", Kind: "reel"},
		"https://www.facebook.com/share/1AbCdEfGh/":            {Network: "facebook", URL: fb + "share/1AbCdEfGh"},
		"https://www.instagram.com/share/p/BAabc12345":         {Network: "instagram", URL: ig + "share/p/BAabc12345", Kind: "post"},
		"https://www.instagram.com/share/reel/BAabc12345":      {Network: "instagram", URL: ig + "share/reel/BAabc12345", Kind: "reel"},
		"https://www.instagram.com/share/BAabc12345":           {Network: "instagram", URL: ig + "share/BAabc12345"},
	} {
		want.Short = true
		if got := parse(t, pasted); got != want {
			t.Errorf("Parse(%q)\n got %+v\nwant %+v", pasted, got, want)
		}
	}
}

// TestInstantsOfTheSamples reads the links of the synthetic exports and the
// Lima times of exports.md §9: key J is 31 August in Lima and September in X's
// file, K is out of August and L was July.
func TestInstantsOfTheSamples(t *testing.T) {
	for _, tt := range []struct {
		name, pasted, lima string
		precision          permalink.Precision
	}{
		{"S06", "x.com/a/status/2035933611212357737", "22/03/2026 23:16", "exact"},
		{"product.md §2.5", "tiktok.com/@a/video/7665075736742530317", "21/07/2026 15:08", "second"},
		{"L on X", "https://x.com/minbol_ficticio/status/2083414951195580652", "31/07/2026 23:50", "exact"},
		{"J on X", "https://x.com/minbol_ficticio/status/2094613742875574882", "31/08/2026 21:30", "exact"},
		{"K on X", "https://x.com/minbol_ficticio/status/2094659041358774305", "01/09/2026 00:30", "exact"},
		{"K on TikTok", "https://www.tiktok.com/@minbol_ficticio/video/7680434894379840758", "01/09/2026 00:30", "second"},
		{"A on Instagram", "https://www.instagram.com/reel/DbfHBF_gABl/", "01/08/2026 00:40", "estimated"},
		{"J on Instagram", "https://www.instagram.com/p/Dcul6nfgRbM/", "31/08/2026 21:30", "estimated"},
		{"K on Instagram", "https://www.instagram.com/p/Dcu6g-fgTW7/", "01/09/2026 00:30", "estimated"},
	} {
		link := parse(t, tt.pasted)
		if got := calendar.Stamp(link.At); got != tt.lima || link.Precision != tt.precision {
			t.Errorf("%s: %s (%s), want %s (%s)", tt.name, got, link.Precision, tt.lima, tt.precision)
		}
	}
}

func TestInstantsAreWholeSecondsInUTC(t *testing.T) {
	for pasted, want := range map[string]time.Time{
		"x.com/a/status/2035933611212357737":                      time.Date(2026, 3, 23, 4, 16, 13, 0, time.UTC), // S06, 13.387 s.
		"tiktok.com/@a/video/7665075736742530317":                 time.Date(2026, 7, 21, 20, 8, 37, 0, time.UTC),
		"tiktok.com/@a/photo/7665075736742530317":                 time.Date(2026, 7, 21, 20, 8, 37, 0, time.UTC),
		"x.com/a/status/29700859248":                              time.Date(2010, 11, 4, 1, 43, 1, 0, time.UTC),
		"instagram.com/p/AAAAAAAAAAA":                             time.Date(2011, 8, 24, 21, 7, 1, 0, time.UTC),
		"instagram.com/p/DblLi0PgB9Uxxxxxxxxxxxxxxxxxxxxxxxxxxxx": parse(t, "instagram.com/p/DblLi0PgB9U").At, // A private account's code.
	} {
		if got := parse(t, pasted).At; got != want {
			t.Errorf("%s: %v, want %v", pasted, got, want)
		}
	}
}

func TestNoInstantIsInvented(t *testing.T) {
	for _, pasted := range []string{
		"x.com/a/status/29700859247",                  // The last id given one by one.
		"x.com/a/status/20",                           // The first of all.
		"x.com/a/status/18446744073709551615",         // The year 2149.
		"tiktok.com/@a/video/12345",                   // 1970.
		"tiktok.com/@a/video/18446744073709551615",    // 2106.
		"instagram.com/p/BZ4abc",                      // A code of 2010.
		"instagram.com/p/___________",                 // More than 64 bits.
		"facebook.com/minejemplo/posts/1234567890123", // Facebook and YouTube never.
		"youtu.be/dQw4w9WgXcQ",
		"vm.tiktok.com/ZMabc123",
	} {
		if link := parse(t, pasted); !link.At.IsZero() || link.Precision != permalink.Unknown {
			t.Errorf("%s: %v (%s), want no time", pasted, link.At, link.Precision)
		}
	}
}

func TestRefusalsSayWhy(t *testing.T) {
	for reason, links := range map[permalink.Reason][]string{
		permalink.NotLink: {
			"", "hola", "12/11/2026", "hola mundo", "https://", "ftp://x.com/a/status/1", "javascript:alert(1)", "data:text/html,x.com/a/status/1",
			"http:///x.com/a/status/1", "https://x.com\\@evil.example/a", "x.com/a/status/1 x.com/a/status/2", "https://%78.com/a/status/1",
			"https://x.com/" + strings.Repeat("a", 1<<20),
		},
		permalink.OtherSite: {
			"https://www.gob.pe/minbol-ficticio", "https://t.co/Synth0001", "bit.ly/abc", "https://x.com.evil.example/a/status/1",
			"https://evil-x.com/a/status/1", "https://xx.com/a/status/1", "https://www.facebook.com.evil.example/a/posts/1",
			"https://evil.example/x.com/a/status/1", "https://evil.example/?u=https://x.com/a/status/1", "https://evil.example#x.com/a/status/1",
			"https://х.com/a/status/1",           // A Cyrillic х.
			"https://ti\u212atok.com/@a/video/1", // A Kelvin sign.
			"https://x.com./a/status/1", "https://threads.net/@a/post/1", "https://abc-def.facebook.com/a/posts/1", "https://l.facebook.com/l.php?u=x",
		},
		permalink.Unsafe: {
			"https://x.com@evil.example/a/status/1", "https://x.com:443@evil.example/", "https://x.com:8443/a/status/1", "https://user:pass@x.com/a/status/1",
			"https://x.com:/a/status/1", "https://x.com/a/status/1\u202e321", "https://x.com/a\u200b/status/1", "https://x.com/a/sta\x00tus/1",
			"https://x.com/a/status/1\x1b[31m2", "https://x.com/a/status/\xff1",
		},
		permalink.Mirror: {
			"https://fxtwitter.com/a/status/1", "vxtwitter.com/a/status/1", "https://nitter.net/a/status/1", "https://www.ddinstagram.com/p/DblLi0PgB9U",
			"https://vxtiktok.com/@a/video/1", "https://yewtu.be/watch?v=dQw4w9WgXcQ",
		},
		permalink.NotPost: {
			"https://x.com", "https://x.com/MinEjemploPeru", "x.com/i/spaces/1abc", "https://www.facebook.com/", "https://www.facebook.com/MinEjemploPeru",
			fb + "MinEjemploPeru/posts", fb + "MinEjemploPeru/videos/", fb + "profile.php?id=100", fb + "watch/", fb + "events/123/456", fb + "photo/",
			fb + "groups/123/posts/456", fb + "share/g/abcdef", fb + "sharer/sharer.php?u=x", fb + "hashtag/peru", "https://fb.watch/",
			ig, ig + "minejemploperu/", ig + "minejemploperu/reels/", ig + "p/", ig + "reels/audio/123", ig + "explore/tags/peru/",
			tt, tt + "@minejemploperu", tt + "@minejemploperu/live", tt + "tag/peru", "https://vm.tiktok.com/",
			"https://www.youtube.com/@MinEjemploPeru", "https://www.youtube.com/channel/UCabc", "https://www.youtube.com/playlist?list=PL1",
			"https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/embed/live_stream?channel=UC1", "https://youtu.be/",
		},
		permalink.Story: {ig + "stories/minejemploperu/3123456789012345678/", ig + "s/aGlnaGxpZ2h0", fb + "stories/123/abc"},
		permalink.Ghost: {"https://x.com/minbol_ficticio/status/undefined", "x.com/i/web/status/undefined"},
		permalink.Incomplete: {
			"x.com/a/status/", "x.com/a/status/12a", "x.com/a/status/-1", "x.com/a/status/0123", "x.com/a/status/99999999999999999999",
			"x.com/a/status/2.035933611212358e18", "x.com/a%2fb/status/" + xid + "%00", "x.com/a%20b/status/1", "x.com/%2e%2e/status/1",
			fb + "a/posts/1.22158E+17", fb + "permalink.php?story_fbid=1", fb + "permalink.php?story_fbid=1&id=x", fb + "../posts/1", fb + "שלום/posts/1",
			fb + "share/p/", fb + strings.Repeat("a", 101) + "/posts/1", ig + "p/Db.Li0PgB9U", ig + "../p/DblLi0PgB9U", ig + "p/" + strings.Repeat("a", 65),
			tt + "@a/video/", tt + "@a%20b/video/1", tt + "@a/video/abc", tt + "t/%00%00%00%00", "youtu.be/dQw4w9WgXc", yt, yt + "dQw4w9WgXcQQ",
		},
	} {
		for _, pasted := range links {
			link, err := permalink.Parse(pasted)
			var bad *permalink.Error
			if !errors.As(err, &bad) || bad.Reason != reason {
				t.Errorf("Parse(%.80q) = %+v, %v (%+v); want %q", pasted, link, err, bad, reason)
				continue
			}
			sentence(t, bad)
		}
	}
}

// sentence checks that a hint can be shown as it is: one Spanish sentence, and
// nothing of what was pasted.
func sentence(t *testing.T, e *permalink.Error) {
	t.Helper()
	if e.Error() != e.Hint || !strings.HasSuffix(e.Hint, ".") || strings.Count(e.Hint, ". ") != 0 || strings.ContainsFunc(e.Hint, unicode.IsControl) {
		t.Errorf("not a sentence: %q", e.Hint)
	}
}

func TestHintsNameTheNetwork(t *testing.T) {
	for pasted, want := range map[string]string{
		"https://fxtwitter.com/a/status/1":           "El enlace es de una copia no oficial: pegue el de la propia red, X (Twitter).",
		"https://www.tiktok.com/@minejemploperu":     "El enlace lleva al perfil o a otra página de TikTok y no a una publicación: abra la publicación y copie su dirección.",
		"https://x.com/minbol/status/undefined":      "El enlace termina en «status/undefined», lo que X escribe cuando la publicación ya no existe: pegue el de una publicación visible.",
		"https://www.facebook.com/groups/1/posts/2/": "El enlace es de un grupo de Facebook: pegue el de una publicación de la página de la entidad.",
	} {
		if _, err := permalink.Parse(pasted); err == nil || err.Error() != want {
			t.Errorf("Parse(%q) = %v, want %q", pasted, err, want)
		}
	}
}

func TestWhatSurroundsALinkIsLeftOut(t *testing.T) {
	want := parse(t, "https://x.com/MinEjemploPeru/status/"+xid)
	for _, pasted := range []string{
		"  https://x.com/MinEjemploPeru/status/" + xid + "\n",
		"\u200ehttps://x.com/MinEjemploPeru/status/" + xid, // As WhatsApp copies it.
		"\ufeff<https://x.com/MinEjemploPeru/status/" + xid + ">",
		"«https://x.com/MinEjemploPeru/status/" + xid + "».",
		"(x.com/MinEjemploPeru/status/" + xid + ")",
		"Mira esto: https://x.com/MinEjemploPeru/status/" + xid + "?s=20 vía @otro",
	} {
		if got := parse(t, pasted); got != want {
			t.Errorf("Parse(%q) = %+v", pasted, got)
		}
	}
}

// TestTheCanonicalLinkIsStable: what is stored and printed reads back the same.
func TestTheCanonicalLinkIsStable(t *testing.T) {
	for _, forms := range [][]form{facebookForms, xForms, instagramForms, tiktokForms, youtubeForms} {
		for _, f := range forms {
			stable(t, parse(t, f.pasted))
		}
	}
}

func stable(t *testing.T, link permalink.Link) {
	t.Helper()
	again, err := permalink.Parse(link.URL)
	again.Kind = link.Kind // Told by the typed form alone (shorts, lives, carousels).
	if err != nil || again != link {
		t.Fatalf("Parse(%q)\n got %+v, %v\nwant %+v", link.URL, again, err, link)
	}
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"x.com/a/status/" + xid, "https://twitter.com/i/web/status/" + xid, true},
		{"x.com/a/status/" + xid, "x.com/a/status/2035933611212357738", false},
		{"youtu.be/dQw4w9WgXcQ", "youtube.com/shorts/dQw4w9WgXcQ", true},
		{"instagram.com/p/DblLi0PgB9U", "instagram.com/minejemploperu/reel/DblLi0PgB9U", true},
		{"instagram.com/p/DblLi0PgB9U", "instagram.com/p/dblLi0PgB9U", false}, // Codes have case.
		{"x.com/a/status/123456789012", "tiktok.com/@a/video/123456789012", false},
		{"facebook.com/a/posts/77", "facebook.com/permalink.php?story_fbid=77&id=5", true},
		{"vm.tiktok.com/ZMabc123", "https://vm.tiktok.com/ZMabc123/?x=1", true},
		{"vm.tiktok.com/ZMabc123", "vm.tiktok.com/ZMabc124", false},
		{"vm.tiktok.com/ZMabc123", "tiktok.com/@a/video/123456789012", false},
	} {
		a, b := parse(t, tt.a), parse(t, tt.b)
		if permalink.Same(a, b) != tt.want || permalink.Same(b, a) != tt.want {
			t.Errorf("Same(%s, %s) = %v, want %v", tt.a, tt.b, !tt.want, tt.want)
		}
	}
}

func TestFitsHost(t *testing.T) {
	for _, tt := range []struct {
		network permalink.Network
		url     string
		want    bool
	}{
		{permalink.Facebook, "https://www.facebook.com/MinEjemploPeru", true},
		{permalink.Facebook, "es-la.facebook.com/MinEjemploPeru", true},
		{permalink.Facebook, "https://fb.watch/abc", true},
		{permalink.Facebook, "https://x.com/MinEjemploPeru", false},
		{permalink.X, "TWITTER.com/MinEjemploPeru", true},
		{permalink.X, "https://x.com@evil.example/", false},
		{permalink.X, "https://x.com.evil.example/", false},
		{permalink.Instagram, "instagram.com/minejemploperu", true},
		{permalink.TikTok, "https://vm.tiktok.com/abc", true},
		{permalink.YouTube, "https://youtu.be/abc", true},
		{permalink.YouTube, "no es un enlace", false},
		{"", "https://www.gob.pe/", false},
	} {
		if got := permalink.FitsHost(tt.network, tt.url); got != tt.want {
			t.Errorf("FitsHost(%s, %q) = %v, want %v", tt.network, tt.url, got, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, forms := range [][]form{facebookForms, xForms, instagramForms, tiktokForms, youtubeForms} {
		for _, form := range forms {
			f.Add(form.pasted)
		}
	}
	for _, s := range []string{"https://x.com@evil.example/", "x.com:1/a", "\u202e", "vm.tiktok.com/ZMabc", "fb.watch/v/v", "instagram.com/share/p/abcd", "facebook.com/ſ/posts/1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		link, err := permalink.Parse(s)
		if err != nil {
			var bad *permalink.Error
			if !errors.As(err, &bad) || link != (permalink.Link{}) {
				t.Fatalf("Parse(%q) = %+v, %#v", s, link, err)
			}
			sentence(t, bad)
			return
		}
		stable(t, link)
		if !strings.HasPrefix(link.URL, "https://") || !permalink.FitsHost(link.Network, link.URL) || !permalink.Same(link, link) {
			t.Fatalf("Parse(%q) = %+v", s, link)
		}
		if (link.ID == "") != link.Short || link.At.IsZero() != (link.Precision == permalink.Unknown) || link.At.Nanosecond() != 0 {
			t.Fatalf("Parse(%q) = %+v", s, link)
		}
	})
}
