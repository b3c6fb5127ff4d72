package importer

import (
	"strconv"

	"faro/model/calendar"
)

// Question is something in a file that can be read in two ways. It is asked
// and never guessed (S29).
type Question struct {
	Line    int    // where the first case stands
	Cell    string // that case, as it stands in the file
	Text    string // one Spanish sentence
	Choices []Choice
}

// Choice is an answer to a question.
type Choice struct {
	Label     string
	DateOrder DateOrder // set in a question about a date
	Decimal   Decimal   // set in a question about a number
}

// Apply puts the answer into options, for the file to be read again with.
func (c Choice) Apply(o Options) Options {
	if c.DateOrder != OrderUnknown {
		o.DateOrder = c.DateOrder
	}
	if c.Decimal != DecimalUnknown {
		o.Decimal = c.Decimal
	}
	return o
}

// askDate asks which number of a date is the day.
func askDate(line int, cell string, dayFirst, monthFirst calendar.Day) Question {
	return Question{
		Line: line, Cell: cell,
		Text: "¿Qué fecha es «" + cell + "» (línea " + strconv.Itoa(line) + ")? El archivo no permite saber si va primero el día o el mes.",
		Choices: []Choice{
			{Label: dayFirst.Long() + " (primero el día)", DateOrder: DayFirst},
			{Label: monthFirst.Long() + " (primero el mes)", DateOrder: MonthFirst},
		},
	}
}

// askNumber asks what a point before three digits means.
func askNumber(line int, cell, thousands string) Question {
	return Question{
		Line: line, Cell: cell,
		Text: "¿Qué número es «" + cell + "» (línea " + strconv.Itoa(line) + ")? El punto puede separar miles o decimales.",
		Choices: []Choice{
			{Label: thousands + " (el punto separa miles)", Decimal: DecimalComma},
			{Label: cell + " con decimales (el punto es decimal)", Decimal: DecimalPoint},
		},
	}
}
