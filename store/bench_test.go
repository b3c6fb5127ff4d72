package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"faro/model"
	"faro/model/directive"
	"faro/store"
)

// benchFolder holds the large file, which is made once per run and only when a
// benchmark asks for it.
var benchFolder string

func TestMain(m *testing.M) {
	code := m.Run()
	if benchFolder != "" {
		_ = os.RemoveAll(benchFolder)
	}
	os.Exit(code)
}

// fill makes, with the indexes built last, three posts a day for each account
// until monday, and figures of the third quarter: of the first twelve posts of
// every month, and on TikTok of fifteen, of which twelve also have the time
// that no file tells.
func fill(ctx context.Context, s *store.Store, accounts, posts int) error {
	again, err := dropIndexes(ctx, s)
	if err != nil {
		return err
	}
	for _, statement := range append([]string{
		`PRAGMA cache_size = -200000`,
		`PRAGMA synchronous = OFF`,
		`INSERT INTO entity VALUES (1, 'Ministerio de Ejemplo', 'MINEJ', '', '', '', '', '', '[]', 'rrss_scs@pcm.gob.pe')`,
		`INSERT INTO people (name, email, phone, archived) VALUES ('Ana Quispe', '', '', 0), ('Luis Rojas', '', '', 0)`,
		`INSERT INTO appointments (person_id, function, starts, document)
			VALUES (1, 'community_manager', '2020-01-01', ''), (2, 'titular', '2020-01-01', '')`,
		fmt.Sprintf(`
		WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d)
		INSERT INTO accounts (id, network, network_name, handle, name, email, description, content, opened, two_step, badge, archived)
		SELECT i + 1, CASE i %% 5 WHEN 0 THEN 'facebook' WHEN 1 THEN 'x' WHEN 2 THEN 'youtube' WHEN 3 THEN 'instagram' ELSE 'tiktok' END,
			'', 'MinEjemplo' || i, '', 'rrss' || i || '@minej.gob.pe', '', '', '2020-01-01', 'activada', 'verificada', 0 FROM n`, accounts),
		`INSERT INTO credentials (kind, account_id, address, since)
			SELECT CASE network WHEN 'facebook' THEN 'personal' ELSE 'red' END, id, '', '2020-01-01' FROM accounts
			UNION ALL SELECT 'correo', NULL, email, '2020-01-01' FROM accounts`,
		`INSERT INTO credential_changes (credential_id, day, person_id, mixed, distinct_, channel, note)
			SELECT k.id, date('2026-11-20', '-' || (m.value * 30) || ' days'), 1, 1, 1, 'en_persona', ''
			FROM credentials k CROSS JOIN json_each('[0,1,2,3,4,5,6,7,8,9,10,11]') m`,
		`INSERT INTO custodies (credential_id, person_id, starts) SELECT id, 1, '2020-01-01' FROM credentials`,
		`INSERT INTO grants (account_id, person_id, role, starts, declared, note)
			SELECT a.id, p.id, 'administrador', '2020-01-01', 0, '' FROM accounts a CROSS JOIN people p`,
		fmt.Sprintf(`
		WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d),
		p (i, account, turn, day) AS (
			SELECT i, i %% %d + 1, i / %d %% 3, date('2026-11-23', '-' || (i / %d / 3) || ' days') FROM n)
		INSERT INTO posts (account_id, day, at, precision, kind, link, platform_id, text, origin, recorded_at)
		SELECT account, day, unixepoch(day) + (14 + 2 * turn) * 3600, 'exacta', 'publicacion',
			'https://red.pe/p/' || i, i, 'Publicación número ' || i, 'enlace', unixepoch(day) + 86000 FROM p`,
			posts, accounts, accounts, accounts),
		`UPDATE posts SET known = CASE WHEN network = 'tiktok' AND substr(day, 9) <= '04' THEN 29
				WHEN network = 'tiktok' THEN 13 WHEN network = 'facebook' THEN 9 WHEN network = 'youtube' THEN 20 ELSE 10 END
			FROM accounts a WHERE a.id = account_id AND day BETWEEN '2026-07-01' AND '2026-09-30'
				AND substr(day, 9) <= CASE network WHEN 'tiktok' THEN '05' ELSE '04' END`,
		`INSERT INTO metrics (post_id, metric, value, source, taken_at)
			SELECT p.id, m.value ->> 1, p.id % 50000, 'mano', 1790000000
			FROM posts p CROSS JOIN json_each('[[1,"alcance"],[2,"impresiones"],[4,"visualizaciones"],[8,"interaccion"],[16,"tiempo_promedio"]]') m
			WHERE p.known <> 0 AND p.known & (m.value ->> 0)`,
	}, again...) {
		if _, err := s.DB().ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%w in %s", err, statement)
		}
	}
	return nil
}

// dropIndexes takes the indexes of the posts away and answers how to make them
// again.
func dropIndexes(ctx context.Context, s *store.Store) (again []string, err error) {
	drop, again, err := indexes(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, statement := range drop {
		if _, err := s.DB().ExecContext(ctx, statement); err != nil {
			return nil, err
		}
	}
	return again, nil
}

func indexes(ctx context.Context, s *store.Store) (drop, again []string, err error) {
	rows, err := s.DB().QueryContext(ctx, `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('posts', 'metrics')`)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name, sql string
		if err := rows.Scan(&name, &sql); err != nil {
			return nil, nil, err
		}
		drop, again = append(drop, "DROP INDEX "+name), append(again, sql)
	}
	return drop, again, rows.Err()
}

// million is the path of a file of 1,000,000 posts in 600 accounts.
var million = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "faro-bench-")
	if err != nil {
		return "", err
	}
	benchFolder = folder
	path := filepath.Join(folder, "faro.db")
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		return "", err
	}
	if err := fill(context.Background(), s, 600, 1_000_000); err != nil {
		return "", err
	}
	return path, s.Close()
})

func openMillion(b *testing.B) *store.Store {
	b.Helper()
	path, err := million()
	if err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(b.Context(), path, store.Options{Clock: monday})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

func BenchmarkOpen(b *testing.B) {
	path, err := million()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := store.Open(b.Context(), path, store.Options{Clock: monday})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// What a running program asks after every change.
func BenchmarkFacts(b *testing.B) {
	s := openMillion(b)
	for b.Loop() {
		f, err := s.Facts(b.Context(), monday())
		if err != nil || len(f.Posts) == 0 || f.Quarter.Rows == 0 {
			b.Fatalf("%d posts, %+v, %v", len(f.Posts), f.Quarter, err)
		}
	}
}

// What a command asks once: the last quarter has to be counted.
func BenchmarkFirstFacts(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := openMillion(b)
		b.StartTimer()
		if _, err := s.Facts(b.Context(), monday()); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func BenchmarkBoard(b *testing.B) {
	s := openMillion(b)
	f, err := s.Facts(b.Context(), monday())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		directive.Board(f, directive.DefaultCriteria(), monday())
	}
}

func BenchmarkPostsBetween(b *testing.B) {
	s := openMillion(b)
	var accounts []model.ID
	for i := range model.ID(25) {
		accounts = append(accounts, 1+i*24)
	}
	for b.Loop() {
		posts, err := s.PostsBetween(b.Context(), day("2026-11-16"), day("2026-11-23"), accounts...)
		if err != nil || len(posts) != 25*8*3 {
			b.Fatalf("%d posts, %v", len(posts), err)
		}
	}
}

func BenchmarkMonthPosts(b *testing.B) {
	s := openMillion(b)
	for b.Loop() {
		posts, err := s.MonthPosts(b.Context(), 5, month("2026-08"))
		if err != nil || len(posts) != 93 {
			b.Fatalf("%d posts, %v", len(posts), err)
		}
	}
}

func BenchmarkAddPost(b *testing.B) {
	s := openMillion(b)
	at := monday()
	for b.Loop() {
		at = at.Add(time.Second)
		if _, err := s.AddPosts(b.Context(), []model.Post{{AccountID: 1, At: at}}); err != nil {
			b.Fatal(err)
		}
	}
}

// A file of 5,000 rows that goes in at once, into a file of everyday size.
func BenchmarkAddFiveThousandPosts(b *testing.B) {
	posts := make([]model.Post, 5000)
	for i := range posts {
		id := strconv.Itoa(2035933611 + i)
		posts[i] = model.Post{
			AccountID: 1, At: monday().Add(-time.Duration(i) * time.Hour), Precision: model.ExactTime, Origin: model.ByFile,
			Link: "https://x.com/MinEjemplo0/status/" + id, PlatformID: id, Text: "Publicación número " + id,
		}
	}
	for b.Loop() {
		b.StopTimer()
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "faro.db"), store.Options{Clock: monday})
		if err != nil {
			b.Fatal(err)
		}
		if err := fill(b.Context(), s, 12, 20_000); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		result, err := s.AddPosts(b.Context(), posts)
		if err != nil || len(result.Added) != 5000 {
			b.Fatalf("%d added, %v", len(result.Added), err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// heapWriter throws away what is written and notes how large the heap grew.
type heapWriter struct {
	bytes int64
	peak  uint64
}

func (w *heapWriter) Write(p []byte) (int, error) {
	if w.bytes>>22 != (w.bytes+int64(len(p)))>>22 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.peak = max(w.peak, m.HeapAlloc)
	}
	w.bytes += int64(len(p))
	return len(p), nil
}

// The whole million as one document: the heap must not grow with the file.
func BenchmarkExport(b *testing.B) {
	s := openMillion(b)
	for b.Loop() {
		w := &heapWriter{}
		if err := s.Export(b.Context(), w); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(w.bytes)/1e6, "MB")
		b.ReportMetric(float64(w.peak)/1e6, "heap-MB")
	}
}
