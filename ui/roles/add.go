package roles

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/theme"
	"faro/ui/widget"
)

// The values of the campaign's choice that are no campaign.
const (
	newCampaign = "nueva"
	noCampaign  = "ninguna"
)

// The answers to the O-052 declaration.
const (
	declared   = "comprobado"
	undeclared = "sin comprobar"
)

func (s *Screen) pressAdd() tea.Cmd {
	switch {
	case len(s.ledger.accounts) == 0:
		return refuse("agregar un rol", "Primero registre las cuentas de la entidad en Cuentas")
	case len(s.ledger.peopleOptions()) == 0:
		return refuse("agregar un rol", "Primero registre a las personas en Cuentas")
	}
	g := model.Grant{Role: model.Administrator, From: s.today()}
	if a := s.account(); a != nil {
		g.AccountID = a.ID
	}
	s.dialog = s.newGrantForm("Agregar un rol", g)
	return nil
}

// newGrantForm asks for a role; an ID in g says that it is being mended.
func (s *Screen) newGrantForm(title string, g model.Grant) dialog {
	l := &s.ledger
	earlier := func(f *widget.Form) []model.Grant {
		return l.earlier(idOf(f.Value("persona")), idOf(f.Value("campana")), g.ID)
	}
	form := widget.NewForm(s.theme, "", s.grantFields(g, earlier)...)
	if g.AccountID != 0 && g.ID == 0 {
		form.Focus("persona")
	}
	d := &formDialog{th: s.theme, title: title, what: "el rol que está anotando", form: form}
	d.after = func(width int) []string {
		if form.Value("rol") != string(model.Advertiser) || form.Value("persona") == "" {
			return nil
		}
		return l.earlierLines(s.theme, idOf(form.Value("persona")), earlier(form), width)
	}
	d.submit = func(self *formDialog) (tea.Cmd, bool) { return s.submitGrant(self, g) }
	return d
}

func (s *Screen) grantFields(g model.Grant, earlier func(*widget.Form) []model.Grant) []widget.Field {
	l, today := &s.ledger, s.today()
	anuncia := func(f *widget.Form) bool { return f.Value("rol") == string(model.Advertiser) }
	nueva := func(f *widget.Form) bool { return anuncia(f) && f.Value("campana") == newCampaign }
	closed := func(*widget.Form) bool { return !g.Until.IsZero() }
	fields := []widget.Field{
		widget.Choice("cuenta", "Cuenta", l.accountOptions(), chosen(g.AccountID), widget.Required("elija la cuenta")),
		widget.Choice("persona", "Persona", l.peopleOptions(), chosen(g.PersonID), widget.Required("elija la persona"),
			widget.Help("Si no está en la lista, regístrela antes en Cuentas")),
		widget.Choice("rol", "Rol", roleOptions(), string(g.Role), widget.Required("elija el rol"),
			widget.Help("Administrador: control total. Anunciante: solo anuncios, para agencias (6.1.2.10)")),
		widget.Day("desde", "Desde", g.From, today, widget.Required("escriba desde qué día, por ejemplo "+today.Slashed())),
		widget.Day("hasta", "Hasta", g.Until, today, widget.When(closed), widget.Help("El día en que se retiró; vacío si el rol sigue")),
		widget.Choice("campana", "Campaña", l.campaignOptions(), campaignValue(g), widget.When(anuncia),
			widget.Required("elija la campaña o «Nueva campaña»"), widget.Help("El rol termina con la campaña (6.1.2.10)")),
		widget.Text("nombre", "Nombre de la campaña", "", widget.When(nueva), widget.Required("escriba el nombre de la campaña")),
		widget.Day("inicio", "Inicio", today, today, widget.When(nueva), widget.Required("escriba el día de inicio")),
		widget.Day("fin", "Fin", calendar.Day{}, today, widget.When(nueva), widget.Required("escriba el último día"),
			widget.Help("El último día: entonces se retira el rol")),
	}
	// A check is told what was chosen and not the rest of the form; the form
	// comes by when it asks whether to show the field.
	var form *widget.Form
	clear := func(value string) error {
		if value == declared && form != nil && len(earlier(form)) > 0 {
			return &model.FieldError{Field: "Permisos anteriores", Hint: "aún tiene " +
				count(len(earlier(form)), "permiso abierto", "permisos abiertos") + " de otra campaña: retírelos antes con x"}
		}
		return nil
	}
	when := func(f *widget.Form) bool {
		form = f
		return anuncia(f)
	}
	return append(fields,
		widget.Choice("declara", "Permisos anteriores", []widget.Option{
			{Label: "Sin comprobar", Value: undeclared}, {Label: "Comprobado: no queda ninguno", Value: declared},
		}, declaration(g), widget.When(when), widget.Check(clear),
			widget.Help("Mire en la plataforma que la agencia no conserve permisos de campañas anteriores (6.1.2.10)")),
		widget.Text("nota", "Nota", g.Note, widget.Placeholder("opcional"), widget.Limit(300)))
}

func chosen(id model.ID) string {
	if id == 0 {
		return ""
	}
	return idText(id)
}

func campaignValue(g model.Grant) string {
	switch {
	case g.CampaignID != 0:
		return idText(g.CampaignID)
	case g.ID != 0:
		return noCampaign
	}
	return ""
}

func declaration(g model.Grant) string {
	if g.Declared {
		return declared
	}
	return undeclared
}

func roleOptions() []widget.Option {
	all := make([]widget.Option, 0, len(model.Roles()))
	for _, r := range model.Roles() {
		all = append(all, widget.Option{Label: r.Label(), Value: string(r)})
	}
	return all
}

func (l *ledger) accountOptions() []widget.Option {
	all := make([]widget.Option, len(l.accounts))
	for i := range l.accounts {
		all[i] = widget.Option{Label: l.accounts[i].Label(), Value: idText(l.accounts[i].ID)}
	}
	return all
}

func (l *ledger) peopleOptions() []widget.Option {
	var all []widget.Option
	functions := functionsOn(l.facts.Appointments, l.today)
	for _, p := range l.facts.People {
		if p.Archived {
			continue
		}
		label := p.Name
		if fns := functionLabel(functions[p.ID]); fns != "" {
			label += " · " + fns
		}
		all = append(all, widget.Option{Label: label, Value: idText(p.ID)})
	}
	return all
}

func (l *ledger) campaignOptions() []widget.Option {
	var all []widget.Option
	for _, c := range l.facts.Campaigns {
		all = append(all, widget.Option{Label: c.Name + " (" + c.Starts.Short() + "–" + c.Ends.Slashed() + ")", Value: idText(c.ID)})
	}
	return append(all, widget.Option{Label: "Nueva campaña", Value: newCampaign}, widget.Option{Label: "Sin campaña registrada", Value: noCampaign})
}

// earlier are the advertiser permissions a person still has for campaigns that
// are over, or for none (O-052, S20). A campaign that still runs is not an
// earlier one.
func (l *ledger) earlier(person, campaign, self model.ID) []model.Grant {
	var open []model.Grant
	for _, g := range l.held[person] {
		if g.ID != self && g.Role == model.Advertiser && g.Until.IsZero() &&
			(g.CampaignID == 0 || g.CampaignID != campaign && l.campaigns[g.CampaignID].Ends.Before(l.today)) {
			open = append(open, g)
		}
	}
	return open
}

// earlierLines show what an agency was given before, open or not.
func (l *ledger) earlierLines(th theme.Theme, person model.ID, open []model.Grant, width int) []string {
	lines := []string{"", th.Title.Render(widget.Cut("PERMISOS ANTERIORES DE "+strings.ToUpper(l.name(person)), width))}
	if len(open) == 0 {
		lines = append(lines, th.Met.Render(widget.Cut("✓ Ninguno abierto en los registros", width)))
	}
	for _, g := range slices.Backward(l.held[person]) {
		if g.Role != model.Advertiser {
			continue
		}
		text := l.grantLine(g)
		switch {
		case slices.ContainsFunc(open, func(o model.Grant) bool { return o.ID == g.ID }):
			lines = append(lines, th.Late.Render(widget.Cut("✗ Sigue abierto: "+text, width)))
		default:
			lines = append(lines, th.Muted.Render(widget.Cut("  "+text, width)))
		}
	}
	return lines
}

// grantLine is «Facebook @MinEjemploPeru · Vacunación · 01/10/2026–04/11/2026».
func (l *ledger) grantLine(g model.Grant) string {
	text := l.accountLabel(g.AccountID)
	if c, ok := l.campaigns[g.CampaignID]; ok {
		text += " · " + c.Name
	}
	if g.Until.IsZero() {
		return text + " · desde " + g.From.Slashed()
	}
	return text + " · " + g.From.Slashed() + "–" + g.Until.Slashed()
}

func (l *ledger) accountLabel(id model.ID) string {
	return firstOf(l.labels[id], "cuenta sin registrar")
}

// submitGrant stores the role, and before it the campaign if it is new.
func (s *Screen) submitGrant(d *formDialog, g model.Grant) (tea.Cmd, bool) {
	f := d.form
	g.AccountID, g.PersonID = idOf(f.Value("cuenta")), idOf(f.Value("persona"))
	g.Role, g.From, g.Until, g.Note = model.Role(f.Value("rol")), f.Day("desde"), f.Day("hasta"), f.Value("nota")
	g.CampaignID, g.Declared = idOf(f.Value("campana")), f.Value("declara") == declared
	campaign := model.Campaign{Name: f.Value("nombre"), Paid: true, Starts: f.Day("inicio"), Ends: f.Day("fin")}
	isNew := f.Value("campana") == newCampaign
	if err := s.refuseGrant(g, campaign, isNew); err != nil {
		f.Problem(err)
		return nil, false
	}
	records := s.records
	label := s.ledger.name(g.PersonID)
	return s.write(job{doing: "anotar el rol", asker: d, run: func(ctx context.Context) (string, error) {
		if isNew {
			stored, err := records.SaveCampaign(ctx, campaign)
			if err != nil {
				return "", err
			}
			g.CampaignID = stored.ID
		}
		_, err := records.SaveGrant(ctx, g)
		return g.Role.Label() + ": " + label + ", desde el " + g.From.Slashed(), err
	}}), false
}

// refuseGrant finds what is wrong before anything is stored, so that no
// campaign is left behind by a role that could not be.
func (s *Screen) refuseGrant(g model.Grant, c model.Campaign, isNew bool) error {
	if err := g.Validate(); err != nil {
		return err
	}
	if isNew {
		if err := c.Validate(); err != nil {
			return err
		}
	}
	for _, other := range s.ledger.held[g.PersonID] {
		if other.ID != g.ID && g.Until.IsZero() && same(other, g) && (g.Role != model.Advertiser || !isNew && other.CampaignID == g.CampaignID) {
			return &model.FieldError{Field: "Persona", Hint: "ya tiene ese rol en la cuenta desde el " + other.From.Slashed()}
		}
	}
	return nil
}

// same reports that a role which stands is the one to be given.
func same(stands, given model.Grant) bool {
	return stands.Until.IsZero() && stands.AccountID == given.AccountID && stands.Role == given.Role
}
