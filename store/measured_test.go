package store_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

func october(n string) model.Post {
	return model.Post{AccountID: facebook, Day: day("2026-10-20"), Link: "https://www.facebook.com/MinEjemploPeru/posts/" + n}
}

func (o *office) save(rows ...model.Measured) []model.Measured {
	o.t.Helper()
	return must[[]model.Measured](o.t)(o.SaveMeasured(o.t.Context(), rows))
}

func (o *office) month(account model.ID, m string) []model.Measured {
	o.t.Helper()
	return must[[]model.Measured](o.t)(o.MonthPosts(o.t.Context(), account, month(m)))
}

func TestFiguresAreAddedAndNeverWrittenOver(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	row := o.save(model.Measured{Post: october("1"), Values: model.Values{model.Reach: 12480, model.Interactions: 873}})[0]
	if row.Post.ID == 0 || row.Post.Origin != model.ByTop10 || row.Post.Precision != model.DayOnly {
		t.Errorf("post %+v", row.Post)
	}
	o.now = o.now.Add(time.Hour)
	row.Values[model.Reach] = 13000
	o.save(row)
	o.now = o.now.Add(time.Hour)
	delete(row.Values, model.Interactions) // The cell was emptied: «sin dato» from here on, not zero.
	row.Values[model.Views] = 0
	o.save(row)
	got := o.month(facebook, "2026-10")
	if len(got) != 1 || !reflect.DeepEqual(got[0].Values, model.Values{model.Reach: 13000, model.Views: 0}) {
		t.Errorf("latest %+v", got)
	}
	before := o.lastAction()
	o.save(got...)
	if o.lastAction() != before {
		t.Error("the same figures were recorded again")
	}
	var read []string
	for _, n := range must[[]model.Snapshot](t)(o.Snapshots(ctx, row.Post.ID)) {
		text := string(n.Metric) + " " + model.Count(n.Value) + " " + n.Source + " " + calendar.Clock(n.TakenAt)
		if n.Unknown {
			text = string(n.Metric) + " sin dato " + calendar.Clock(n.TakenAt)
		}
		read = append(read, text)
	}
	want := []string{
		"alcance 12,480 mano 14:05", "interaccion 873 mano 14:05", "alcance 13,000 mano 15:05",
		"interaccion sin dato 16:05", "visualizaciones 0 mano 16:05",
	}
	if !slices.Equal(read, want) {
		t.Errorf("snapshots %v", read)
	}
	o.undo()
	if got := o.month(facebook, "2026-10")[0].Values; !reflect.DeepEqual(got, model.Values{model.Reach: 13000, model.Interactions: 873}) {
		t.Errorf("after undo %v", got)
	}
}

func TestARowIsMatchedAsAPostIs(t *testing.T) {
	o := ministry(t)
	logged := o.add(model.Post{AccountID: facebook, At: day("2026-10-20").At(9, 0, 0), Link: october("1").Link}).Added[0]
	row := o.save(model.Measured{Post: october("1"), Values: model.Values{model.Reach: 100}})[0]
	if row.Post != logged {
		t.Errorf("matched %+v, want %+v", row.Post, logged)
	}
	// A row that does not name its post says nothing of the figures it lacks.
	row = o.save(model.Measured{Post: october("1"), Values: model.Values{model.Interactions: 7}})[0]
	if want := (model.Values{model.Reach: 100, model.Interactions: 7}); !reflect.DeepEqual(row.Values, want) || !reflect.DeepEqual(o.month(facebook, "2026-10")[0].Values, want) {
		t.Errorf("values %v", row.Values)
	}
	if n := len(o.month(facebook, "2026-10")); n != 1 {
		t.Errorf("%d posts", n)
	}
	// One that names it corrects it, and leaves where it came from.
	row.Post.Link, row.Post.Day, row.Post.At = october("2").Link, day("2026-10-21"), time.Time{}
	row = o.save(row)[0]
	if row.Post.Origin != model.ByLink || row.Post.Day != day("2026-10-21") || row.Post.Precision != model.DayOnly {
		t.Errorf("corrected %+v", row.Post)
	}
}

func TestTheWholeSheetIsOneAction(t *testing.T) {
	o := ministry(t)
	before := o.dump()
	rows := []model.Measured{
		{Post: october("1"), Values: model.Values{model.Reach: 1}}, {Post: october("2"), Values: model.Values{model.Reach: 2}}, {Post: october("3")},
	}
	saved := o.save(rows...)
	if what := o.lastAction().What; what != "3 filas de Top 10 de Facebook @MinEjemploPeru, octubre 2026" {
		t.Errorf("action %q", what)
	}
	saved[1].Values[model.Reach] = 20
	o.save(saved...)
	if what := o.undo(); what != "fila de Top 10 de Facebook @MinEjemploPeru, octubre 2026" {
		t.Errorf("undid %q", what)
	}
	o.undo()
	if o.dump() != before {
		t.Error("not as before")
	}
}

func TestABadFigureIsRefusedWithItsRow(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	before := o.dump()
	good := model.Measured{Post: october("1"), Values: model.Values{model.Reach: 1}}
	for field, bad := range map[string]model.Measured{
		"Alcance": {Post: october("2"), Values: model.Values{model.Reach: -1}},
		"Cifra":   {Post: october("2"), Values: model.Values{"likes": 1}},
		"Fecha":   {Post: model.Post{AccountID: facebook}},
	} {
		_, err := o.SaveMeasured(ctx, []model.Measured{good, bad})
		wantsField(t, err, field)
	}
	bad := good
	bad.Post.ID = 99
	wants(t, second(o.SaveMeasured(ctx, []model.Measured{bad})), model.ErrNotFound)
	if o.dump() != before {
		t.Error("a refused sheet left something")
	}
}

// posts.known follows from the figures, whatever was done and undone.
func (o *office) checkKnown() {
	o.t.Helper()
	bits := map[model.Metric]int{model.Reach: 1, model.Impressions: 2, model.Views: 4, model.Interactions: 8, model.AverageWatch: 16}
	for _, m := range o.month(facebook, "2026-10") {
		want := 0
		for metric := range m.Values {
			want |= bits[metric]
		}
		var got int
		check(o.t, o.DB().QueryRowContext(o.t.Context(), `SELECT known FROM posts WHERE id = ?`, int64(m.Post.ID)).Scan(&got))
		if got != want {
			o.t.Errorf("post %d: known %d, want %d for %v", m.Post.ID, got, want, m.Values)
		}
	}
}

func TestWhatIsKnownFollowsFromTheFigures(t *testing.T) {
	o := ministry(t)
	row := o.save(model.Measured{Post: october("1"), Values: model.Values{model.Reach: 5, model.AverageWatch: 7}})[0]
	o.checkKnown()
	row.Values = model.Values{model.Interactions: 1}
	row = o.save(row)[0]
	o.checkKnown()
	row.Values = nil
	o.save(row)
	o.checkKnown()
	for range 3 {
		o.undo()
		o.checkKnown()
	}
}

func TestFollowersOfAMonthAreOneRecord(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	start, end := int64(1000), int64(1200)
	f := must[model.Figures](t)(o.SaveFigures(ctx, model.Figures{AccountID: facebook, Month: month("2026-10"), FollowersStart: &start}))
	again := must[model.Figures](t)(o.SaveFigures(ctx, model.Figures{AccountID: facebook, Month: month("2026-10"), FollowersStart: &start, FollowersEnd: &end}))
	must[model.Figures](t)(o.SaveFigures(ctx, model.Figures{AccountID: xAccount, Month: month("2026-11")}))
	if f.ID != again.ID {
		t.Error("two records of one month")
	}
	got := must[[]model.Figures](t)(o.Figures(ctx, facebook, month("2026-10"), month("2026-12")))
	if len(got) != 1 || *got[0].FollowersStart != 1000 || *got[0].FollowersEnd != 1200 {
		t.Errorf("figures %+v", got)
	}
	all := must[[]model.Figures](t)(o.Figures(ctx, 0, month("2026-01"), month("2026-12")))
	if len(all) != 2 || all[1].FollowersStart != nil {
		t.Errorf("all %+v", all)
	}
	bad := int64(-1)
	wantsField(t, second(o.SaveFigures(ctx, model.Figures{AccountID: facebook, Month: month("2026-10"), FollowersEnd: &bad})), "Seguidores al final")
	wants(t, second(o.SaveFigures(ctx, model.Figures{AccountID: 99, Month: month("2026-10")})), model.ErrNotFound)
}

func TestADayIsJustifiedOnce(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	j := model.JustifiedDay{AccountID: facebook, Day: day("2026-11-01"), Reason: "corte de internet", AuthorID: luis}
	stored := must[model.JustifiedDay](t)(o.Justify(ctx, j))
	wants(t, second(o.Justify(ctx, j)), model.ErrConflict)
	j.AccountID = 0
	must[model.JustifiedDay](t)(o.Justify(ctx, j))
	wants(t, second(o.Justify(ctx, j)), model.ErrConflict)
	stored.Reason = "corte de luz"
	must[model.JustifiedDay](t)(o.Justify(ctx, stored))
	got := must[[]model.JustifiedDay](t)(o.Justified(ctx, day("2026-11-01"), day("2026-11-01")))
	if len(got) != 2 || got[0].AccountID != 0 || got[1] != stored {
		t.Errorf("justified %+v", got)
	}
	wants(t, second(o.Justify(ctx, model.JustifiedDay{AccountID: 99, Day: day("2026-11-02"), Reason: "x", AuthorID: luis})), model.ErrNotFound)
}

func TestHolidaysAreKeptByTheirDay(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	h := calendar.Holiday{Day: day("2026-12-24"), Name: "D.S. 042-2026-PCM"}
	must[calendar.Holiday](t)(o.SaveHoliday(ctx, h))
	h.Name = "D.S. 043-2026-PCM"
	must[calendar.Holiday](t)(o.SaveHoliday(ctx, h))
	must[calendar.Holiday](t)(o.SaveHoliday(ctx, calendar.Holiday{Day: day("2026-01-02"), Name: "D.S."}))
	got := must[[]calendar.Holiday](t)(o.Holidays(ctx))
	if len(got) != 2 || got[1] != h {
		t.Errorf("holidays %+v", got)
	}
	check(t, o.RemoveHoliday(ctx, h.Day))
	wants(t, o.RemoveHoliday(ctx, h.Day), model.ErrNotFound)
	wantsField(t, second(o.SaveHoliday(ctx, calendar.Holiday{Day: h.Day})), "Nombre")
}

func TestCriteriaAreTheDefaultsAndWhatWasAdopted(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	read := func() directive.Criteria { t.Helper(); return must[directive.Criteria](t)(o.Criteria(ctx)) }
	if got := read(); !reflect.DeepEqual(got, directive.DefaultCriteria()) {
		t.Errorf("begins with %+v", got)
	}
	c := directive.DefaultCriteria()
	c.Margin.InvalidatesQuota = true
	c.Rotation.Cycle, c.Rotation.FixedDay = directive.FixedDayOfMonth, 31
	c.Days.Exempt, c.Days.List = directive.ExemptListed, []calendar.Day{day("2026-12-24")}
	delete(c.Counted[model.X], model.Quote)
	c.Annex3.Order[model.TikTok] = model.Reach
	must[directive.Criteria](t)(o.SaveCriteria(ctx, c))
	if got := read(); !reflect.DeepEqual(got, c) {
		t.Errorf("adopted %+v\nread    %+v", c, got)
	}
	settings := o.strings(`SELECT setting || '=' || value || ' ' || author || ' ' || effective_from FROM criteria ORDER BY setting`)
	if !slices.Contains(settings, "margen.invalida_cuota=true ana 2026-11-23") || !slices.Contains(settings, "cuenta.x.cita=null ana 2026-11-23") || len(settings) != 7 {
		t.Errorf("settings %v", settings)
	}
	c.Margin.InvalidatesQuota, c.Days.List = false, nil
	c.Counted[model.X][model.Quote] = true
	c.Counted[model.TikTok] = map[model.PostKind]bool{}
	must[directive.Criteria](t)(o.SaveCriteria(ctx, c))
	if got := read(); !reflect.DeepEqual(got, c) {
		t.Errorf("adopted %+v\nread    %+v", c, got)
	}
	c.Counted[model.TikTok][model.Video] = true
	must[directive.Criteria](t)(o.SaveCriteria(ctx, c))
	if got := read(); !reflect.DeepEqual(got, c) {
		t.Errorf("adopted %+v\nread    %+v", c, got)
	}
	for range 3 {
		o.undo()
	}
	if got := read(); !reflect.DeepEqual(got, directive.DefaultCriteria()) {
		t.Errorf("after undo %+v", got)
	}
}

// A reading adopted from a later day does not hold before it.
func TestAReadingHoldsFromItsDay(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	if _, err := o.DB().ExecContext(ctx, `INSERT INTO criteria (setting, value, author, recorded_at, effective_from)
		VALUES ('margen.facebook', '90', 'ana', 0, '2026-12-01')`); err != nil {
		t.Fatal(err)
	}
	if c := must[directive.Criteria](t)(o.Criteria(ctx)); c.Margin.Minutes != 120 {
		t.Errorf("margin %d before its day", c.Margin.Minutes)
	}
	o.now = day("2026-12-01").Start()
	if c := must[directive.Criteria](t)(o.Criteria(ctx)); c.Margin.Minutes != 90 {
		t.Errorf("margin %d on its day", c.Margin.Minutes)
	}
}
