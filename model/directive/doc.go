// Package directive holds the rules of Directiva N° 03-2022-PCM/SCS as pure
// functions: facts in, statuses out. Nothing here is stored, reads a clock or
// knows a screen; the moment is always a parameter, and every verdict names the
// obligation (O-nnn), the article and the reason that produced it.
//
// Where the text can be read in more than one way, the reading adopted (A-nn)
// is a field of Criteria.
package directive
