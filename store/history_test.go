package store_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
)

// writes runs one writer and looks at what the history says of it.
func (w writer) writes(t *testing.T, o *office) {
	t.Helper()
	before := o.lastAction()
	check(t, w.do(t.Context(), o))
	got := o.lastAction()
	if got.ID != before.ID+1 || got.What != w.what || got.Kind != w.kind || got.Actor != "ana" || !got.At.Equal(monday()) {
		t.Errorf("action %+v, want %q of kind %s by ana at %v after action %d", got, w.what, w.kind, monday(), before.ID)
	}
	rows := must[[]store.HistoryRow](t)(o.HistoryRows(t.Context(), got.ID))
	var tables []string
	for _, r := range rows {
		tables = append(tables, r.Table)
		if r.Was == r.Became || r.Happened.IsZero() || r.RowID == 0 {
			t.Errorf("row %+v tells nothing", r)
		}
		if now := o.row(r.Table, r.RowID); r.Seq == rows[len(rows)-1].Seq && r.Became != now {
			t.Errorf("%s %d became %s, and is %s", r.Table, r.RowID, r.Became, now)
		}
	}
	if !slices.Equal(tables, w.tables) || len(rows) != got.Rows {
		t.Errorf("rows in %v, want %v (%d counted)", tables, w.tables, got.Rows)
	}
	check(t, o.VerifyHistory(t.Context()))
}

// row is a row as the history writes it; "" if there is none.
func (o *office) row(table string, id model.ID) string {
	o.t.Helper()
	rows, err := o.DB().QueryContext(o.t.Context(), `SELECT * FROM `+table+` WHERE id = ?`, int64(id))
	check(o.t, err)
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	check(o.t, err)
	if !rows.Next() {
		check(o.t, rows.Err())
		return ""
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	check(o.t, rows.Scan(into...))
	parts := make([]string, len(columns))
	for i, name := range columns {
		b, err := json.Marshal(values[i])
		check(o.t, err)
		parts[i] = fmt.Sprintf("%q:%s", name, b)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func TestEveryWriteIsOneActionOfTheHistory(t *testing.T) {
	for _, w := range writers() {
		t.Run(w.method, func(t *testing.T) { w.writes(t, staged(t)) })
	}
	for _, w := range slices.Concat(draftWriters(), sealingWriters()) {
		t.Run(w.method, func(t *testing.T) { w.writes(t, drafted(t)) })
	}
	t.Run("reports", func(t *testing.T) {
		o := reported(t)
		for _, w := range reportWriters() {
			w.writes(t, o)
		}
	})
}

func TestSavingWhatIsThereLeavesNoTrace(t *testing.T) {
	o, ctx := staged(t), t.Context()
	before, dump := o.lastAction(), o.dump()
	accounts := must[[]model.Account](t)(o.Accounts(ctx))
	must[model.Account](t)(o.SaveAccount(ctx, accounts[0]))
	must[model.Entity](t)(o.SaveEntity(ctx, must[model.Entity](t)(o.Entity(ctx))))
	must[model.Post](t)(o.UpdatePost(ctx, must[model.Post](t)(o.Post(ctx, 1))))
	criteria, err := o.Criteria(ctx)
	check(t, err)
	_, err = o.SaveCriteria(ctx, criteria)
	check(t, err)
	check(t, o.ArchiveAccount(ctx, tikTok, false))
	if after := o.lastAction(); after != before || o.dump() != dump {
		t.Errorf("wrote %+v", after)
	}
}

func TestARefusedWriteLeavesNoTrace(t *testing.T) {
	o, ctx := staged(t), t.Context()
	before, dump := o.lastAction(), o.dump()
	_, err := o.AddPosts(ctx, []model.Post{published(facebook, monday()), published(99, monday())})
	wants(t, err, model.ErrNotFound)
	_, err = o.SaveGrant(ctx, model.Grant{AccountID: facebook, PersonID: 99, Role: model.Administrator, From: day("2026-11-01")})
	wants(t, err, model.ErrNotFound)
	_, err = o.SaveAccount(ctx, model.Account{Network: model.X, Handle: "otra", Responsibles: []model.ID{99}})
	wants(t, err, model.ErrNotFound)
	if after := o.lastAction(); after != before || o.dump() != dump {
		t.Errorf("wrote %+v", after)
	}
}

// S28: a post of 20/11 09:00 is registered on 25/11.
func TestTheDayOfAFactIsNotTheDayItWasRecorded(t *testing.T) {
	o := ministry(t)
	o.now = day("2026-11-25").At(10, 0, 0)
	p := o.add(model.Post{AccountID: facebook, At: day("2026-11-20").At(9, 0, 0), Link: "https://www.facebook.com/MinEjemploPeru/posts/1"}).Added[0]
	if p.Day != day("2026-11-20") || calendar.DayOf(p.RecordedAt) != day("2026-11-25") {
		t.Errorf("post of %v recorded at %v", p.Day, p.RecordedAt)
	}
	last := o.lastAction()
	rows := must[[]store.HistoryRow](t)(o.HistoryRows(t.Context(), last.ID))
	if rows[0].Happened != day("2026-11-20") || calendar.DayOf(last.At) != day("2026-11-25") {
		t.Errorf("history says it happened on %v and was recorded at %v", rows[0].Happened, last.At)
	}
}

func TestWhatHappenedWhenIsReadFromTheFact(t *testing.T) {
	o, ctx := staged(t), t.Context()
	ended := must[[]model.Grant](t)(o.Grants(ctx))[0]
	ended.From, ended.Until = day("2026-02-01"), day("2026-11-16")
	for _, c := range []struct {
		name string
		do   func() error
		want string
	}{
		{"a role taken away", func() error { return o.RevokeGrant(ctx, 1, day("2026-11-18")) }, "2026-11-18"},
		{"both ends of a role corrected", func() error { return second(o.SaveGrant(ctx, ended)) }, "2026-11-16"},
		{"a post removed", func() error { return o.RemovePost(ctx, 1, day("2026-11-23").At(23, 30, 0)) }, "2026-11-23"},
		{"a change of the past", func() error {
			return second(o.RecordChange(ctx, model.CredentialChange{CredentialID: 4, Day: day("2026-10-08"), PersonID: ana, Channel: model.InPerson}))
		}, "2026-10-08"},
		{"a name, which has no day", func() error { return second(o.SavePerson(ctx, model.Person{Name: "Rosa"})) }, "2026-11-23"},
	} {
		check(t, c.do())
		rows := must[[]store.HistoryRow](t)(o.HistoryRows(ctx, o.lastAction().ID))
		if rows[0].Happened != day(c.want) {
			t.Errorf("%s happened on %v, want %s", c.name, rows[0].Happened, c.want)
		}
	}
}

func TestTheHistoryRefusesToBeChanged(t *testing.T) {
	o := staged(t)
	for _, statement := range []string{
		`UPDATE actions SET what = 'otra cosa' WHERE id = 1`,
		`DELETE FROM actions WHERE id = 1`,
		`UPDATE history SET was = NULL WHERE seq = 2`,
		`DELETE FROM history`,
	} {
		if _, err := o.DB().ExecContext(t.Context(), statement); err == nil || !strings.Contains(err.Error(), "the history does not change") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	check(t, o.VerifyHistory(t.Context()))
}

func TestTheChainShowsWhatWasAlteredBehindItsBack(t *testing.T) {
	for name, statement := range map[string]string{
		"what a row became":    `UPDATE history SET became = replace(became, 'Ministerio', 'Municipio') WHERE seq = 1`,
		"the day of a fact":    `UPDATE history SET happened = '2020-01-01' WHERE seq = 3`,
		"a row taken out":      `DELETE FROM history WHERE seq = 4`,
		"a hash":               `UPDATE history SET hash = '` + hash("0") + `' WHERE seq = 2`,
		"who did it":           `UPDATE actions SET actor = 'luis' WHERE id = 2`,
		"when it was recorded": `UPDATE actions SET at = at - 86400 WHERE id = 2`,
		"an action taken out":  `DELETE FROM actions WHERE id = (SELECT max(id) - 1 FROM actions)`,
	} {
		t.Run(name, func(t *testing.T) {
			o := staged(t)
			for _, s := range []string{
				`PRAGMA foreign_keys = OFF`, `DROP TRIGGER actions_stay`, `DROP TRIGGER actions_kept`,
				`DROP TRIGGER history_stays`, `DROP TRIGGER history_kept`, statement,
			} {
				if _, err := o.DB().ExecContext(t.Context(), s); err != nil {
					t.Fatal(err)
				}
			}
			wants(t, o.VerifyHistory(t.Context()), store.ErrAltered)
		})
	}
}

func TestTheHistoryListsTheNewestFirst(t *testing.T) {
	o, ctx := staged(t), t.Context()
	o.now = o.now.Add(time.Hour)
	o.add(published(xAccount, o.now))
	all := must[[]store.HistoryEntry](t)(o.History(ctx, 0))
	two := must[[]store.HistoryEntry](t)(o.History(ctx, 2))
	if len(two) != 2 || two[0] != all[0] || two[0].What != "publicación de X de 15:05" || all[len(all)-1].What != "datos de la entidad" {
		t.Errorf("two of %d: %+v", len(all), two)
	}
}
