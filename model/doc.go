// Package model holds the words of Directiva N° 03-2022-PCM/SCS: the entity,
// its people, accounts, posts, credentials, roles, reviews, metrics and
// reports, as facts somebody recorded. It knows no file, no SQL and no screen.
// What follows from the facts is computed in model/directive.
//
// Unknown is a value of its own: a zero Day, a zero Time, a missing key of
// Values and an empty text mean "sin dato", never zero and never "no".
package model

// ID identifies a record inside one records file. Zero is "not stored yet".
type ID int64
