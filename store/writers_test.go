package store_test

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store"
)

// writer is one way of writing to the records.
type writer struct {
	method string // of *store.Store
	what   string // the phrase that undo and history show
	kind   store.ActionKind
	tables []string // those the action touches, in the order of their rows
	do     func(context.Context, *office) error
}

// second drops the value of a write.
func second[T any](_ T, err error) error { return err }

// staged is the ministry with a record of every kind to change.
func staged(t *testing.T) *office {
	t.Helper()
	return like(t, "staged", (*office).stage)
}

func (o *office) stage() {
	o.found()
	t, ctx := o.t, o.t.Context()
	must[calendar.Holiday](t)(o.SaveHoliday(ctx, calendar.Holiday{Day: day("2026-12-24"), Name: "D.S. 042-2026-PCM"}))
	o.add(model.Post{AccountID: facebook, At: day("2026-11-23").At(9, 0, 0), Kind: model.Publication, Origin: model.ByKey})
	must[model.CredentialChange](t)(o.RecordChange(ctx, model.CredentialChange{
		CredentialID: 3, Day: day("2026-11-10"), PersonID: ana, Channel: model.InPerson,
	}))
	must[model.Custody](t)(o.SaveCustody(ctx, model.Custody{CredentialID: 3, PersonID: ana, From: day("2026-01-01")}))
	must[model.Campaign](t)(o.SaveCampaign(ctx, model.Campaign{Name: "Vacunación", Starts: day("2026-10-01"), Ends: day("2026-10-31")}))
	must[model.Grant](t)(o.SaveGrant(ctx, model.Grant{AccountID: facebook, PersonID: ana, Role: model.Administrator, From: day("2026-01-01")}))
}

// drafted is staged, with a review that lacks only its signature.
func drafted(t *testing.T) *office {
	t.Helper()
	return like(t, "drafted", (*office).draft)
}

func (o *office) draft() {
	o.stage()
	t, ctx := o.t, o.t.Context()
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	check(t, o.Decide(ctx, r.ID, 1, model.Keep, ""))
	for account := facebook; account <= tikTok; account++ {
		check(t, o.Look(ctx, r.ID, account, true))
	}
}

func hash(c string) string { return strings.Repeat(c, 64) }

func reported(t *testing.T) *office {
	t.Helper()
	o := staged(t)
	must[model.Report](t)(o.AddReport(t.Context(), quarter("2026-T3"), []model.ReportFile{{Format: "xlsx", Name: "Anexo3.xlsx", SHA256: hash("a")}}))
	return o
}

// writers are all the ways of writing, on staged records.
func writers() []writer {
	count := func(n int64) *int64 { return &n }
	changed := directive.DefaultCriteria()
	changed.Margin.InvalidatesQuota = true
	return []writer{
		{"SaveEntity", "datos de la entidad", store.Done, []string{"entity"}, func(ctx context.Context, o *office) error {
			e, err := o.Entity(ctx)
			check(o.t, err)
			e.District = "Miraflores"
			return second(o.SaveEntity(ctx, e))
		}},
		{"SaveHoliday", "día no laborable 02/01/2027", store.Done, []string{"holidays"}, func(ctx context.Context, o *office) error {
			return second(o.SaveHoliday(ctx, calendar.Holiday{Day: day("2027-01-02"), Name: "D.S."}))
		}},
		{"RemoveHoliday", "retiro del día no laborable 24/12/2026", store.Done, []string{"holidays"}, func(ctx context.Context, o *office) error {
			return o.RemoveHoliday(ctx, day("2026-12-24"))
		}},
		{"SaveCriteria", "cambio de un criterio de aplicación", store.Done, []string{"criteria"}, func(ctx context.Context, o *office) error {
			return second(o.SaveCriteria(ctx, changed))
		}},
		{"SavePerson", "persona Rosa Díaz", store.Done, []string{"people"}, func(ctx context.Context, o *office) error {
			return second(o.SavePerson(ctx, model.Person{Name: "Rosa Díaz", Email: "rosa.diaz@minej.gob.pe"}))
		}},
		{
			"Enrol", "Rosa Díaz como segundo en funciones", store.Done,
			[]string{"people", "appointments"},
			func(ctx context.Context, o *office) error {
				return second(o.Enrol(ctx, model.Person{Name: "Rosa Díaz"}, model.Appointment{Function: model.Deputy, From: day("2026-11-16")}))
			},
		},
		{"ArchivePerson", "archivo de Andes SAC", store.Done, []string{"people"}, func(ctx context.Context, o *office) error {
			return o.ArchivePerson(ctx, andes, true)
		}},
		{
			"SaveAppointment", "función de Ana Quispe como designado para revisar roles", store.Done,
			[]string{"appointments"},
			func(ctx context.Context, o *office) error {
				return second(o.SaveAppointment(ctx, model.Appointment{PersonID: ana, Function: model.Reviewer, From: day("2026-11-01")}))
			},
		},
		{
			"Leave", "salida de Ana Quispe el 13/11/2026", store.Done,
			[]string{"appointments", "custodies"},
			func(ctx context.Context, o *office) error { return o.Leave(ctx, ana, day("2026-11-13")) },
		},
		{
			"SaveAccount", "cuenta LinkedIn @minej", store.Done,
			[]string{"accounts", "account_responsibles", "credentials", "credentials"},
			func(ctx context.Context, o *office) error {
				return second(o.SaveAccount(ctx, model.Account{
					Network: model.Other, NetworkName: "LinkedIn", Handle: "@minej", Email: "li@minej.gob.pe", Responsibles: []model.ID{ana},
				}))
			},
		},
		{
			"ArchiveAccount", "archivo de la cuenta TikTok @minejemploperu", store.Done,
			[]string{"accounts", "credentials", "credentials"},
			func(ctx context.Context, o *office) error { return o.ArchiveAccount(ctx, tikTok, true) },
		},
		{"SaveFake", "cuenta falsa de X @MinEjemploPeru", store.Done, []string{"fakes"}, func(ctx context.Context, o *office) error {
			return second(o.SaveFake(ctx, model.FakeAccount{AccountID: xAccount, URL: "https://x.com/MinEjemp1o", SeenOn: day("2026-11-20")}))
		}},
		{
			"SaveCustody", "custodia de la contraseña del correo rrss2@minej.gob.pe por Luis Rojas", store.Done,
			[]string{"custodies"},
			func(ctx context.Context, o *office) error {
				return second(o.SaveCustody(ctx, model.Custody{CredentialID: 4, PersonID: luis, From: day("2026-11-01")}))
			},
		},
		{
			"SetCustodians", "custodios de la contraseña de X @MinEjemploPeru", store.Done,
			[]string{"custodies", "custodies"},
			func(ctx context.Context, o *office) error {
				return o.SetCustodians(ctx, 3, []model.ID{luis}, day("2026-11-20"))
			},
		},
		{
			"RecordChange", "cambio de contraseña del correo rrss2@minej.gob.pe", store.Done,
			[]string{"credential_changes"},
			func(ctx context.Context, o *office) error {
				return second(o.RecordChange(ctx, model.CredentialChange{
					CredentialID: 4, Day: day("2026-11-20"), PersonID: ana, Channel: model.SealedEnvelope,
				}))
			},
		},
		{"SaveCampaign", "campaña Seguridad vial", store.Done, []string{"campaigns"}, func(ctx context.Context, o *office) error {
			return second(o.SaveCampaign(ctx, model.Campaign{Name: "Seguridad vial", Paid: true, Starts: day("2026-11-02"), Ends: day("2026-11-15")}))
		}},
		{
			"SaveGrant", "rol de anunciante de Andes SAC en Facebook @MinEjemploPeru", store.Done,
			[]string{"grants"},
			func(ctx context.Context, o *office) error {
				return second(o.SaveGrant(ctx, model.Grant{
					AccountID: facebook, PersonID: andes, Role: model.Advertiser, From: day("2026-10-01"), CampaignID: 1, Declared: true,
				}))
			},
		},
		{
			"RevokeGrant", "retiro del rol de administrador de Ana Quispe en Facebook @MinEjemploPeru", store.Done,
			[]string{"grants"},
			func(ctx context.Context, o *office) error { return o.RevokeGrant(ctx, 1, day("2026-11-16")) },
		},
		{"Justify", "día justificado 01/11/2026 de todas las cuentas", store.Done, []string{"justified_days"}, func(ctx context.Context, o *office) error {
			return second(o.Justify(ctx, model.JustifiedDay{Day: day("2026-11-01"), Reason: "feriado, guardia sin conexión", AuthorID: luis}))
		}},
		{"SaveFigures", "seguidores de X @MinEjemploPeru, octubre 2026", store.Done, []string{"figures"}, func(ctx context.Context, o *office) error {
			return second(o.SaveFigures(ctx, model.Figures{AccountID: xAccount, Month: month("2026-10"), FollowersEnd: count(12480)}))
		}},
		{"AddPosts", "publicación de Facebook de 14:05", store.Done, []string{"posts"}, func(ctx context.Context, o *office) error {
			return second(o.AddPosts(ctx, []model.Post{published(facebook, monday())}))
		}},
		{"UpdatePost", "corrección de la publicación de Facebook de 09:00", store.Done, []string{"posts"}, func(ctx context.Context, o *office) error {
			return second(o.UpdatePost(ctx, model.Post{ID: 1, AccountID: facebook, At: day("2026-11-23").At(9, 30, 0), Kind: model.Reel}))
		}},
		{"RemovePost", "retiro de la publicación de Facebook de 09:00", store.Done, []string{"posts"}, func(ctx context.Context, o *office) error {
			return o.RemovePost(ctx, 1, monday())
		}},
		{"DiscardPost", "descarte de la publicación de Facebook de 09:00", store.Done, []string{"posts"}, func(ctx context.Context, o *office) error {
			return o.DiscardPost(ctx, 1)
		}},
		{
			"SaveMeasured", "fila de Top 10 de Facebook @MinEjemploPeru, octubre 2026", store.Done,
			[]string{"posts", "metrics", "metrics", "posts"},
			func(ctx context.Context, o *office) error {
				return second(o.SaveMeasured(ctx, []model.Measured{{
					Post:   model.Post{AccountID: facebook, Day: day("2026-10-20"), Link: "https://www.facebook.com/MinEjemploPeru/posts/1"},
					Values: model.Values{model.Reach: 12480, model.Interactions: 873},
				}}))
			},
		},
		{
			"StartReview", "borrador de la revisión de roles de noviembre 2026", store.Done,
			[]string{"reviews", "review_rows"},
			func(ctx context.Context, o *office) error { return second(o.StartReview(ctx, month("2026-11"), 0)) },
		},
	}
}

// draftWriters are the ways of writing to a review that is being made.
func draftWriters() []writer {
	return []writer{
		{
			"DecideAll", "decisión «no sé» sobre el rol de administrador de Ana Quispe en Facebook @MinEjemploPeru", store.Done,
			[]string{"review_rows"},
			func(ctx context.Context, o *office) error {
				return o.DecideAll(ctx, 1, []model.ReviewRow{{GrantID: 1, Decision: model.UnknownToHold, Reason: "por averiguar"}})
			},
		},
		{
			"Decide", "decisión «retirar» sobre el rol de administrador de Ana Quispe en Facebook @MinEjemploPeru", store.Done,
			[]string{"review_rows"},
			func(ctx context.Context, o *office) error { return o.Decide(ctx, 1, 1, model.Revoke, "cesó") },
		},
		{"Look", "vista de la cuenta YouTube @MinEjemploPeru en la revisión de roles", store.Done, []string{"review_looks"}, func(ctx context.Context, o *office) error {
			return o.Look(ctx, 1, youTube, false)
		}},
	}
}

// sealingWriters are those that undo stops at or passes over.
func sealingWriters() []writer {
	return []writer{
		{"SignReview", "firma de la revisión de roles de noviembre 2026", store.Sealed, []string{"reviews"}, func(ctx context.Context, o *office) error {
			return second(o.SignReview(ctx, 1, luis, "LR", monday()))
		}},
	}
}

func reportWriters() []writer {
	return []writer{
		{"AddReport", "archivos del informe del III Trimestre 2026, versión 1", store.Noted, []string{"report_files"}, func(ctx context.Context, o *office) error {
			return second(o.AddReport(ctx, quarter("2026-T3"), []model.ReportFile{{Format: "csv", Name: "x.csv", SHA256: hash("b")}}))
		}},
		{"MarkSent", "envío del informe del III Trimestre 2026, versión 1", store.Sealed, []string{"reports"}, func(ctx context.Context, o *office) error {
			return o.MarkSent(ctx, 1, day("2026-10-15"), "")
		}},
		{"MarkReceived", "recepción del informe del III Trimestre 2026, versión 1", store.Sealed, []string{"reports"}, func(ctx context.Context, o *office) error {
			return o.MarkReceived(ctx, 1, day("2026-10-16"), "EXP-2026-001")
		}},
	}
}

// readers are the methods that write nothing, and those that have tests of
// their own.
var readers = []string{
	"Accounts", "Appointments", "Campaigns", "Changes", "Close", "Credentials", "Criteria", "Custodies", "DataVersion",
	"Entity", "Export", "Facts", "Fakes", "Figures", "FirstDay", "Grants", "History", "HistoryRows", "Holidays", "Justified",
	"LatestChanges", "MonthPosts", "NextVersion", "Path", "People", "Post", "PostByLink", "PostsBetween", "Published", "Quarterly",
	"Reports", "Reviews", "Snapshots", "VerifyHistory", "Version", "DB",
	"Import", "Undo",
}

func TestEveryWayOfWritingIsInTheseTests(t *testing.T) {
	known := map[string]bool{}
	for _, name := range readers {
		known[name] = true
	}
	for _, w := range slices.Concat(writers(), draftWriters(), sealingWriters(), reportWriters()) {
		known[w.method] = true
	}
	methods := reflect.TypeFor[*store.Store]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		if !known[name] {
			t.Errorf("Store.%s writes or not? List it among the writers or the readers.", name)
		}
		delete(known, name)
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		t.Errorf("Store has no %s", name)
	}
}
