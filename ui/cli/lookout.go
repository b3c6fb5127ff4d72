package cli

import (
	"context"
	"sync"
	"time"

	"faro/model/directive"
	"faro/store"
)

// lookout is the records as the app looks at them: what the header counts and
// what the first screen lists rest on the same facts, which are gathered once
// for both and kept until something is written or the minute is another.
type lookout struct {
	*store.Store

	mu      sync.Mutex
	version store.Version
	minute  time.Time
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
	minute := now.Truncate(time.Minute)
	if l.known && version == l.version && minute.Equal(l.minute) {
		return l.facts, nil
	}
	facts, err := l.Store.Facts(ctx, now)
	if err != nil {
		return facts, err
	}
	l.version, l.minute, l.facts, l.known = version, minute, facts, true
	return facts, nil
}
