package permalink

import (
	"strconv"
	"strings"
	"time"
)

// The moments from which X and Instagram count, in Unix milliseconds.
const (
	xEpoch         = 1288834974657
	instagramEpoch = 1314220021721
)

// firstSnowflake is the last id X gave out one by one. Only ids past it, from
// November 2010, carry a time.
const firstSnowflake = 29700859247

// shardedCode is the length from which Instagram's codes carry a time. Shorter
// ones, of 2010 and 2011, would all come out within days of the epoch.
const shardedCode = 10

// Ids are digits in the link and integers here, never floats: those keep 53
// bits, and an id has 63.

// xInstant reads the millisecond in an id of X.
func xInstant(id uint64) (time.Time, Precision) {
	if id <= firstSnowflake {
		return time.Time{}, Unknown
	}
	return plausible(int64(id>>22)+xEpoch, Exact)
}

// tiktokInstant reads the second in an id of TikTok.
func tiktokInstant(id uint64) (time.Time, Precision) {
	return plausible(int64(id>>32)*1000, Second)
}

// instagramInstant reads the millisecond in a shortcode of Instagram, which is
// the id of the post in base 64. Codes of private accounts go on after it.
func instagramInstant(code string) (time.Time, Precision) {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	if len(code) < shardedCode {
		return time.Time{}, Unknown
	}
	var id uint64
	for _, c := range []byte(code[:min(len(code), 11)]) {
		value := strings.IndexByte(alphabet, c)
		if value < 0 || id>>58 != 0 { // Eleven characters can hold 66 bits.
			return time.Time{}, Unknown
		}
		id = id<<6 | uint64(value)
	}
	return plausible(int64(id>>23)+instagramEpoch, Estimated)
}

// The bounds of what a post's time can be; outside them the number was no
// time. Older than the oldest network, or past this century and a day.
var (
	earliest = time.Date(2006, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2100, time.January, 2, 0, 0, 0, 0, time.UTC)
)

// plausible turns Unix milliseconds into an instant in UTC, cut to the second.
func plausible(ms int64, p Precision) (time.Time, Precision) {
	at := time.UnixMilli(ms).UTC().Truncate(time.Second)
	if at.Before(earliest) || at.After(latest) {
		return time.Time{}, Unknown
	}
	return at, p
}

// number reads a post's id in digits.
func number(s string) (uint64, bool) {
	if s == "" || s[0] < '1' || s[0] > '9' {
		return 0, false // No sign, no leading zero: one id, one way to write it.
	}
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil
}
