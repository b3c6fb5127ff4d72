package importer

import (
	"strconv"

	"faro/model"
)

// Row is one publication as a file tells it.
type Row struct {
	Line int // where it begins in the file; the row number in a workbook
	// Post has no account yet: whose it is follows from Account. Its day is
	// always known unless the row is skipped.
	Post       model.Post
	Values     model.Values            // the figures the file tells; a blank is not among them
	Sources    map[model.Metric]string // the platform's own name for the column of each figure
	Components map[Component]int64     // the parts of the interaction, as far as told (A-16b)
	Account    Owner
	Skip       SkipReason // not a publication of the account to be recorded; empty: it is one
	Warnings   []string   // Spanish clauses
}

// Owner is whose a publication is, as far as the file tells.
type Owner struct {
	Handle string // without "@"
	PageID string // the platform's number of the page or account
	Name   string
}

// SkipReason says why a sound row is no publication to be recorded.
type SkipReason string

// The reasons.
const (
	SkipReply         SkipReason = "respuesta"     // X lists replies among the posts
	SkipRepost        SkipReason = "republicacion" // somebody else's words
	SkipCollaboration SkipReason = "colaboracion"  // Instagram lists posts of other accounts that name this one
	SkipStory         SkipReason = "historia"      // stories are not posts
	SkipGhost         SkipReason = "fantasma"      // X writes «status/undefined» for deleted posts
	SkipTotal         SkipReason = "total"         // YouTube's first row
	SkipFooter        SkipReason = "pie"           // YouTube's last row of a file cut at 500
	SkipUnlisted      SkipReason = "no_listado"    // YouTube gives no date for private and unlisted videos
	SkipDescription   SkipReason = "descripcion"   // the second header row of Facebook Insights
	SkipDaily         SkipReason = "diaria"        // Meta's rows of one day, which would count a post twice
)

// Label is the reason in a count: «2 filas: fantasma, la publicación ya no existe».
func (s SkipReason) Label() string {
	switch s {
	case SkipReply:
		return "respuesta"
	case SkipRepost:
		return "republicación"
	case SkipCollaboration:
		return "colaboración publicada por otra cuenta"
	case SkipStory:
		return "historia"
	case SkipGhost:
		return "fantasma: la publicación ya no existe"
	case SkipTotal:
		return "fila de totales"
	case SkipFooter:
		return "pie del archivo"
	case SkipUnlisted:
		return "video privado o no listado, sin fecha"
	case SkipDescription:
		return "segunda fila de encabezados"
	case SkipDaily:
		return "cifras de un solo día"
	}
	return string(s)
}

// warn adds a Spanish clause, which may quote the file.
func (r *Row) warn(clause string) { r.Warnings = append(r.Warnings, model.Clean(clause)) }

// RejectError is a line that cannot be read. The lines after it can.
type RejectError struct {
	Line   int
	Reason string // a Spanish clause that says what is wrong with it
}

// Error gives the line and the reason.
func (e *RejectError) Error() string { return "línea " + strconv.Itoa(e.Line) + ": " + e.Reason }

// Batch is a whole table in memory, for previews of the sizes people import.
type Batch struct {
	Rows    []Row // sound ones, the skipped ones among them
	Rejects []*RejectError
}

// Skipped counts the rows of each reason.
func (b Batch) Skipped() map[SkipReason]int {
	counts := make(map[SkipReason]int)
	for i := range b.Rows {
		if reason := b.Rows[i].Skip; reason != "" {
			counts[reason]++
		}
	}
	return counts
}
