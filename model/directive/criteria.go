package directive

import (
	"faro/model"
	"faro/model/calendar"
)

// Criteria are the readings of the Directive the entity has adopted, one field
// for each that leaves a choice. Readings without a choice (A-01, A-04, A-16,
// ) have no field:
// they are rules of this package or data of the records. Decode stored Criteria
// over DefaultCriteria, so that a field added later has its default.
type Criteria struct {
	Handle       HandleCriteria       `json:"usuario"`
	Admins       AdminCriteria        `json:"admins"`
	Instagram    InstagramCriteria    `json:"instagram"`
	Margin       MarginCriteria       `json:"margen"`
	Days         DayCriteria          `json:"dia"`
	Weeks        WeekCriteria         `json:"semana"`
	Counted      CountedKinds         `json:"cuenta"`
	Rotation     RotationCriteria     `json:"clave"`         // A-10, A-10b
	Review       ReviewCriteria       `json:"roles"`
	CMReport     Frequency            `json:"informe_cm"`
	Quarter      QuarterCriteria      `json:"trimestre"`
	Annex3       Annex3Criteria       `json:"anexo3"`
	Interactions InteractionSources   `json:"interaccion"`   // A-16b
	Cut          CutCriteria          `json:"corte"`
	Advertiser   GraceCriteria        `json:"anunciante"`
	Leaving      GraceCriteria        `json:"salida"`
	Moderation   ModerationCriteria   `json:"moderacion"`
	Graphics     GraphicsCriteria     `json:"grafica"`
	Follows      Frequency            `json:"seguidos"`
	Backing      BackingCriteria      `json:"respaldo"`
	Abandonment  AbandonmentCriteria  `json:"abandono"`
	Campaign     CampaignCriteria     `json:"campaña"`
	Annex4       Annex4Criteria       `json:"anexo4"`
	Creation     CreationCriteria     `json:"informe"`
	Others       OtherNetworkCriteria `json:"redes"`
	Approval     Approval             `json:"aprobacion"`
	Scope        QuotaScope           `json:"cuota_ambito"`
	Edges        EdgeDays             `json:"cuenta_bordes"`
}

// Consequence is what a reading makes of a case the text does not settle.
type Consequence string

// The consequences.
const (
	Warn Consequence = "advertir"
	Fail Consequence = "incumple"
)

// status is the verdict that follows.
func (c Consequence) status() Status {
	if c == Fail {
		return Breach
	}
	return Warning
}

// HandleCriteria read 6.1.1.8.
type HandleCriteria struct {
	Min         int         `json:"min"` // characters, without "@"
	Max         int         `json:"max"`
	RequireCase bool        `json:"exigir_mayusculas"` // upper and lower case demanded, where the network keeps them
	Earlier     Consequence `json:"cuentas_previas"`   // accounts older than the Directive
}

// AdminCriteria read 5.1.10 and 6.1.1.6.
type AdminCriteria struct {
	Min      int         `json:"min"`
	Max      int         `json:"max"`
	CountPCM bool        `json:"contar_pcm"`
	PCMOn    PCMNetworks `json:"pcm_redes"`
	Excess   Consequence `json:"exceso"`
}

// PCMNetworks are the networks on which PCM must be an administrator.
type PCMNetworks string

// The choices.
const (
	PCMOnFacebook  PCMNetworks = "facebook"
	PCMOnAll       PCMNetworks = "todas"
	PCMWhereRolled PCMNetworks = "las_que_permiten" // networks that give roles without sharing a password
)

// InstagramCriteria read «mínimo una o dos veces al día».
type InstagramCriteria struct {
	Min  int `json:"min"`
	Goal int `json:"meta"`
}

// MarginCriteria read Facebook's «margen de dos horas».
type MarginCriteria struct {
	Minutes          int  `json:"facebook"`
	CrossesMidnight  bool `json:"cruza_medianoche"` // the last post of the day before counts
	InvalidatesQuota bool `json:"invalida_cuota"`   // a post too close does not count for the quota
	Tolerance        int  `json:"tolerancia"`       // minutes forgiven
}

// DayCriteria read «al día».
type DayCriteria struct {
	Exempt ExemptDays     `json:"exentos"`
	List   []calendar.Day `json:"lista"` // exempt as well, unless Exempt is NoExemption
}

// ExemptDays are the days without quota.
type ExemptDays string

// The choices.
const (
	NoExemption    ExemptDays = "ninguno"
	ExemptSundays  ExemptDays = "domingos"
	ExemptWeekends ExemptDays = "fines_de_semana"
	ExemptHolidays ExemptDays = "feriados"
	ExemptListed   ExemptDays = "lista"
)

// WeekCriteria read «a la semana».
type WeekCriteria struct {
	Start WeekStart `json:"inicio"`
	Mode  WeekMode  `json:"modo"`
	Owner WeekOwner `json:"mes"` // the month that answers for a week
}

// WeekStart is the first day of a week.
type WeekStart string

// The choices.
const (
	FromMonday WeekStart = "lunes"
	FromSunday WeekStart = "domingo"
)

// WeekMode says whether weeks follow the calendar.
type WeekMode string

// The choices.
const (
	CalendarWeek WeekMode = "calendario"
	RollingWeek  WeekMode = "7_días_móviles" // any seven days in a row
)

// WeekOwner is the day whose month answers for a week.
type WeekOwner string

// The choices.
const (
	OwnedBySunday   WeekOwner = "domingo"
	OwnedByThursday WeekOwner = "jueves"
)

// CountedKinds says which kinds of publication count on each network. A
// kind that is not there does not count.
type CountedKinds map[model.Network]map[model.PostKind]bool

// RotationCriteria read «con una frecuencia mensual» (A-10, A-10b).
type RotationCriteria struct {
	Cycle    Cycle       `json:"ciclo"`
	FixedDay int         `json:"dia_fijo"` // 1 to 31, for FixedDayOfMonth
	Warn     []int       `json:"aviso"`    // days before the due date
	Personal Declaration `json:"facebook_personal"`
}

// Cycle is how the next change of a password falls due.
type Cycle string

// The choices.
const (
	MonthFromChange Cycle = "un_mes_desde_cambio"
	CalendarMonth   Cycle = "mes_calendario"
	ThirtyDays      Cycle = "30_días"
	FixedDayOfMonth Cycle = "día_fijo"
)

// Declaration is what is asked of the administrators' personal Facebook
// accounts, which the entity cannot order to rotate (A-10b).
type Declaration string

// The choices.
const (
	Declared      Declaration = "declaración"
	NoDeclaration Declaration = "ninguna"
)

// ReviewCriteria read «supervisará mensualmente».
type ReviewCriteria struct {
	Due        ReviewDue   `json:"vence"`
	DueDay     int         `json:"dia"` // for ReviewByDay
	ManagerMay Consequence `json:"cm_puede"`
}

// ReviewDue is the last day of a month's review.
type ReviewDue string

// The choices.
const (
	ReviewByLastDay      ReviewDue = "último_día"
	ReviewByDay          ReviewDue = "día"
	ReviewByLastBusiness ReviewDue = "último_hábil"
)

// Frequency is how often something without a period in the text is done.
type Frequency string

// The choices.
const (
	Monthly   Frequency = "mensual"
	Quarterly Frequency = "trimestral"
)

// QuarterCriteria read «trimestralmente»: an internal deadline, for the
// text sets none.
type QuarterCriteria struct {
	Days     int  `json:"plazo"`
	Business bool `json:"habiles"`
}

// Annex3Criteria read the tables of Annex 3.
type Annex3Criteria struct {
	Group      Grouping                       `json:"agrupar"`
	Order      map[model.Network]model.Metric `json:"orden"`
	Paid       PaidPosts                      `json:"pauta"`
	Complement bool                           `json:"complemento"`
}

// Grouping says whose posts share a table.
type Grouping string

// The choices.
const (
	ByAccount Grouping = "por_cuenta"
	ByNetwork Grouping = "por_red"
)

// PaidPosts says whether posts with paid reach are ranked.
type PaidPosts string

// The choices.
const (
	PaidIncluded PaidPosts = "incluir"
	PaidExcluded PaidPosts = "excluir"
)

// InteractionSources say what «Interacción» is made of on each network (A-16b).
type InteractionSources map[model.Network]InteractionSource

// InteractionSource is where an interaction figure comes from.
type InteractionSource string

// The choices.
const (
	PlatformTotal InteractionSource = "total_de_la_red"
	ComponentSum  InteractionSource = "suma_de_componentes"
)

// CutCriteria are the days of the next month between which a month's figures
// are taken.
type CutCriteria struct {
	From  int `json:"desde"`
	Until int `json:"hasta"`
}

// GraceCriteria forgive days of delay.
type GraceCriteria struct {
	Days int `json:"gracia"`
}

// ModerationCriteria read 6.2.2.13.
type ModerationCriteria struct {
	ReportNeedsLeave bool `json:"denuncia_autorizada"`
}

// GraphicsCriteria read 6.2.2.16.
type GraphicsCriteria struct {
	SameRatio Consequence `json:"misma_proporcion"`
}

// BackingCriteria read 6.2.2.5.
type BackingCriteria struct {
	Floor int `json:"piso"` // percent of posts with a backing page; zero: none demanded
}

// AbandonmentCriteria read 5.2.5, in days without a post.
type AbandonmentCriteria struct {
	Risk      int `json:"riesgo"`
	Abandoned int `json:"abandono"`
}

// CampaignCriteria read 5.1.1, in calendar days.
type CampaignCriteria struct {
	Min int `json:"min"`
	Gap int `json:"hueco"`
}

// Annex4Criteria read «actualizada continuamente».
type Annex4Criteria struct {
	BusinessDays int `json:"plazo"`
}

// CreationCriteria read 6.1.1.2.
type CreationCriteria struct {
	DemandOfEarlier bool `json:"cuentas_previas"` // a technical report for accounts older than the Directive
}

// OtherNetworkCriteria read «y otras» of 5.1.3.
type OtherNetworkCriteria struct {
	Table bool `json:"otras"` // an optional table beside those of Annex 3
}

// Approval is what one approval of 6.2.2.2 may cover.
type Approval string

// The choices.
const (
	BatchOrPiece Approval = "lote_o_pieza"
	EachPiece    Approval = "pieza"
)

// QuotaScope is who answers for a quota.
type QuotaScope string

// The choices.
const (
	EachAccount QuotaScope = "cuenta"
	EachNetwork QuotaScope = "red"
)

// EdgeDays says what becomes of the days on which an account opens or closes
//
type EdgeDays string

// The choices.
const (
	EdgesNotJudged EdgeDays = "no_evaluar"
	EdgesJudged    EdgeDays = "evaluar"
)
