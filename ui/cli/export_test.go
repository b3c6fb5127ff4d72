package cli

// Explain lets the test of the sentences see them one by one.
func Explain(err error) (sentence string, code int) { return explain(err) }

// About is an error about a file.
func About(path string, err error) error { return about(path, err) }
