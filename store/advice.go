package store

import "errors"

// advice is what a person can do about each fault of the file or the disk, in
// one Spanish sentence.
var advice = map[error]string{
	ErrNotRecords:    "El archivo no es de registros de Faro: abra el correcto con --datos.",
	ErrNewer:         "El archivo es de una versión más nueva de Faro: actualice el programa.",
	ErrDamaged:       "El archivo de registros está dañado: deje de usarlo y recupere su última copia.",
	ErrReadOnly:      "El archivo de registros o su carpeta es de solo lectura: pida permiso de escritura o use otra carpeta con --datos.",
	ErrFull:          "No queda espacio en el disco: libere espacio y repita; lo registrado antes está a salvo.",
	ErrBusy:          "Otro programa está usando el archivo de registros: espere unos segundos y repita.",
	ErrNothingToUndo: "No queda nada por deshacer.",
}

// Advice is the sentence the screens show; "" where the error has words of its
// own or none can help.
func (e *toldError) Advice() string {
	for kind, sentence := range advice {
		if errors.Is(e, kind) {
			return sentence
		}
	}
	return ""
}
