package cli

import (
	"context"
	"sync"
	"time"

	"faro/model/calendar"
	"faro/model/directive"
	"faro/store"
)

// lookout is the records as the app looks at them: what the header counts and
// what the first screen lists rest on the same facts, which are gathered once
// for both and kept until something is written or the day is another.
type lookout struct {
	*store.Store

	mu      sync.Mutex
	version store.Version
	day     calendar.Day
	facts   directive.Facts
	known   bool
}

// Facts shadows that of the store.
func (l *lookout) Facts(ctx context.Context, now time.Time) (directive.Facts, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	version, err := l.Version(ctx)
	if err != nil {
		return directive.Facts{}, err
	}
	day := calendar.DayOf(now)
	if l.known && version == l.version && day == l.day {
		return l.facts, nil
	}
	facts, err := l.Store.Facts(ctx, now)
	if err != nil {
		return facts, err
	}
	l.version, l.day, l.facts, l.known = version, day, facts, true
	return facts, nil
}
