package cli

import (
	"errors"
	"os"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
)

// settings is the settings file, faro/faro.toml in the user's configuration
// folder. Everything in it can be left out.
type settings struct {
	Data  string `toml:"datos"` // path of the records file
	Theme string `toml:"tema"`  // claro, oscuro or auto
	Who   string `toml:"quien"` // name for the history
}

// readSettings reads the settings file. None is fine; a key it does not know
// is warned about, because a mistyped one would do nothing in silence.
func (s *shell) readSettings() (settings, error) {
	var read settings
	path, err := xdg.SearchConfigFile("faro/faro.toml")
	if err != nil {
		return read, nil //nolint:nilerr // not found is the only error there is
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return read, about(path, err)
	}
	decoder := toml.NewDecoder(strings.NewReader(string(text))).DisallowUnknownFields()
	err = decoder.Decode(&read)
	if strict := (*toml.StrictMissingError)(nil); errors.As(err, &strict) {
		s.warn("el archivo de ajustes «" + path + "» tiene claves que faro no conoce: " + unknownKeys(strict) + ".")
		return read, nil
	}
	if err != nil {
		return read, about(path, errors.Join(errSettings, err))
	}
	return read, nil
}

func unknownKeys(strict *toml.StrictMissingError) string {
	var keys []string
	for i := range strict.Errors {
		keys = append(keys, "«"+strings.Join(strict.Errors[i].Key(), ".")+"»")
	}
	return strings.Join(keys, ", ")
}
