package sample

// dice is a small generator of numbers that look random (SplitMix64). It is
// our own so that the same day gives the same ministry on every machine and
// with every version of Go.
type dice struct{ state uint64 }

// roll returns dice for one purpose; the same parts give the same throws.
func roll(parts ...int) *dice {
	d := &dice{state: 0x5eed0fa20}
	for _, p := range parts {
		d.state ^= uint64(int64(p))
		d.state = d.next()
	}
	return d
}

func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// between gives a number from low to high, both included.
func (d *dice) between(low, high int) int {
	return low + int(d.next()%uint64(high-low+1))
}

// oneIn reports true once in n throws.
func (d *dice) oneIn(n int) bool { return d.next()%uint64(n) == 0 }

// letters gives n letters of an alphabet.
func (d *dice) letters(n int, alphabet string) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[d.next()%uint64(len(alphabet))]
	}
	return string(b)
}
