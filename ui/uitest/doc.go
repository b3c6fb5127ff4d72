// Package uitest is the pretend user of the tests: it presses keys, pastes,
// clicks and reads the screen, without a terminal and without sleeping.
//
// What a key sets off is run to its end: the command, the message it answers
// with, what the screen does with that, and so on. Timers are the exception.
// Those of tea.Tick and tea.Every and the blinking of a cursor are left alone,
// since nobody in a test waits for them; a test that wants one runs its command
// itself in a testing/synctest bubble.
package uitest
