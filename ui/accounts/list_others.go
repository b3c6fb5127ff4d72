package accounts

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

func newEntitySection(s *Screen) section {
	return section{
		name:  "Entidad",
		title: "La institución que informa y a qué correo de la SCS · artículo 2, 6.3.5",
		count: func() int { return 0 },
		words: func(int) []string { return nil },
		detail: func(_, width int) []string {
			return s.entityDetail(width)
		},
		acts: map[string]func() tea.Cmd{"enter": s.editEntity, "e": s.editEntity},
		keys: []sectionKey{{"e", "Enter", "editar la entidad"}},
	}
}

func (s *Screen) entityDetail(width int) []string {
	e := s.facts.Entity
	lines := s.reasons(s.office, width-2)
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	lines = append(lines, s.pairs(width-2,
		[2]string{"Entidad", e.Name}, [2]string{"Siglas", e.Acronym}, [2]string{"Sector", e.Sector},
		[2]string{"Oficina", e.Unit}, [2]string{"RUC", e.RUC}, [2]string{"Dirección", e.Address},
		[2]string{"Distrito", e.District}, [2]string{"Dominios de correo", strings.Join(e.EmailDomains, ", ")},
		[2]string{"Correo de la SCS", e.SCSEmail},
	)...)
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}

func entityFields(e model.Entity) []widget.Field {
	if e.SCSEmail == "" {
		e.SCSEmail = model.DefaultSCSEmail
	}
	return []widget.Field{
		widget.Text("name", "Entidad", e.Name, widget.Limit(160), widget.Required("escriba el nombre de la entidad")),
		widget.Text("acronym", "Siglas", e.Acronym, widget.Limit(20), widget.Required("escriba las siglas, por ejemplo MINEJ")),
		widget.Text("unit", "Oficina", e.Unit, widget.Limit(160), widget.Help("Nombre propio de la oficina de comunicaciones")),
		widget.Text("sector", "Sector", e.Sector, widget.Limit(80)),
		widget.Text("domains", "Dominios de correo", strings.Join(e.EmailDomains, ", "), widget.Limit(200),
			widget.Help("Por ejemplo minej.gob.pe; separados por comas (6.1.1.4)")),
		widget.Text("scs", "Correo de la SCS", e.SCSEmail, widget.Limit(120)),
		widget.Text("ruc", "RUC", e.RUC, widget.Limit(11)),
		widget.Text("address", "Dirección", e.Address, widget.Limit(160)),
		widget.Text("district", "Distrito", e.District, widget.Limit(60)),
	}
}

func readEntity(f *widget.FormBox, e model.Entity) model.Entity {
	e.Name, e.Acronym, e.Unit, e.Sector = f.Value("name"), f.Value("acronym"), f.Value("unit"), f.Value("sector")
	e.SCSEmail, e.RUC, e.Address, e.District = f.Value("scs"), f.Value("ruc"), f.Value("address"), f.Value("district")
	e.EmailDomains = nil
	for d := range strings.SplitSeq(f.Value("domains"), ",") {
		if d = strings.TrimSpace(d); d != "" {
			e.EmailDomains = append(e.EmailDomains, d)
		}
	}
	return e
}

func (s *Screen) editEntity() tea.Cmd {
	e := s.facts.Entity
	s.ask("Entidad", func(f *widget.FormBox) tea.Cmd {
		changed := readEntity(f, e)
		return keep("guardar la entidad", "✓ Entidad guardada: "+changed.Acronym, func(ctx context.Context) error {
			_, err := s.records.SaveEntity(ctx, changed)
			return err
		})
	}, entityFields(e)...)
	return nil
}

func newCampaignSection(s *Screen) section {
	return section{
		name:  "Campañas",
		title: "El rol de anunciante de una agencia termina con su campaña · 5.1.1, 6.1.2.10",
		count: func() int { return len(s.facts.Campaigns) },
		words: func(i int) []string { return []string{s.facts.Campaigns[i].Name} },
		heads: func(width int) string { return campaignRow(width, "CAMPAÑA", "INICIO", "FIN", "TIPO") },
		row: func(i, width int) string {
			c := s.facts.Campaigns[i]
			return campaignRow(width, c.Name, c.Starts.Slashed(), c.Ends.Slashed(), campaignKind(c))
		},
		detail: func(i, width int) []string {
			c := s.facts.Campaigns[i]
			days := c.Ends.Sub(c.Starts) + 1
			return append([]string{s.theme.Bold.Render(widget.Cut(c.Name, width))}, s.pairs(width,
				[2]string{"Difusión", "del " + c.Starts.Slashed() + " al " + c.Ends.Slashed() + ", " + model.Count(int64(days)) + " días"},
				[2]string{"Tipo", campaignKind(c)},
			)...)
		},
		empty: []string{"Aún no hay campañas. Pulse a para registrar una: da su último día al rol de anunciante."},
		acts:  map[string]func() tea.Cmd{"a": s.addCampaign, "enter": s.editCampaign, "e": s.editCampaign},
		keys:  []sectionKey{{"a", "a", "agregar campaña"}, {"e", "Enter", "editar"}},
	}
}

func campaignKind(c model.Campaign) string {
	if c.Paid {
		return "publicitaria"
	}
	return "orgánica"
}

func campaignRow(width int, name, starts, ends, kind string) string {
	line := widget.Fit(name, max(8, width-24-kindWidth(width))) + " " + widget.Fit(starts, 10) + "  " + widget.Fit(ends, 10)
	if kindWidth(width) > 0 {
		line += "  " + widget.Fit(kind, kindWidth(width)-2)
	}
	return line
}

func kindWidth(width int) int {
	if width < 60 {
		return 0
	}
	return 15
}

func (s *Screen) addCampaign() tea.Cmd {
	s.openCampaign("Agregar campaña", model.Campaign{Paid: true})
	return nil
}

func (s *Screen) editCampaign() tea.Cmd {
	if i, ok := s.section().at(); ok {
		c := s.facts.Campaigns[i]
		s.openCampaign("Editar · "+c.Name, c)
	}
	return nil
}

func (s *Screen) openCampaign(title string, c model.Campaign) {
	s.ask(title, func(f *widget.FormBox) tea.Cmd {
		c.Name, c.Paid, c.Starts, c.Ends = f.Value("name"), f.Bool("paid"), f.Day("starts"), f.Day("ends")
		return keep("guardar la campaña", "✓ Campaña guardada: "+c.Name, func(ctx context.Context) error {
			_, err := s.records.SaveCampaign(ctx, c)
			return err
		})
	},
		widget.Text("name", "Campaña", c.Name, widget.Limit(120), widget.Required("escriba el nombre de la campaña")),
		widget.Day("starts", "Inicio", c.Starts, s.today(), widget.Required("escriba el día de inicio")),
		widget.Day("ends", "Fin", c.Ends, s.today(), widget.Required("escriba el último día"),
			widget.Help("Menos de 14 días es una acción de comunicación, no una campaña (5.1.1)")),
		widget.YesNo("paid", "¿Publicitaria?", c.Paid, widget.Help("Con pago por la difusión; si no, es orgánica (5.1.2)")))
}

func newHolidaySection(s *Screen) section {
	return section{
		name:  "Feriados",
		title: "Días no laborables por decreto, además de los 16 feriados nacionales: cuentan para los plazos en días hábiles",
		count: func() int { return len(s.facts.Holidays) },
		words: func(i int) []string { return []string{s.facts.Holidays[i].Name, s.facts.Holidays[i].Day.Slashed()} },
		heads: func(int) string { return widget.Fit("DÍA", 16) + "MOTIVO" },
		row: func(i, width int) string {
			h := s.facts.Holidays[i]
			return widget.Fit(h.Day.Label(), 16) + widget.Fit(h.Name, max(0, width-16))
		},
		detail: func(int, int) []string { return nil },
		empty:  []string{"Ninguno. Pulse a cuando un decreto declare un día no laborable para el sector público."},
		acts:   map[string]func() tea.Cmd{"a": s.addHoliday, "x": s.removeHoliday},
		keys:   []sectionKey{{"a", "a", "agregar día"}, {"x", "x", "quitar"}},
	}
}

func (s *Screen) addHoliday() tea.Cmd {
	s.ask("Día no laborable", func(f *widget.FormBox) tea.Cmd {
		h := calendar.Holiday{Day: f.Day("day"), Name: f.Value("name")}
		return keep("guardar el día", "✓ Día no laborable: "+h.Day.Slashed(), func(ctx context.Context) error {
			_, err := s.records.SaveHoliday(ctx, h)
			return err
		})
	},
		widget.Day("day", "Día", calendar.Day{}, s.today(), widget.Required("escriba el día, por ejemplo 26/12/2026")),
		widget.Text("name", "Motivo", "", widget.Limit(120), widget.Required("escriba el decreto, por ejemplo «D.S. 042-2025-PCM»")))
	return nil
}

func (s *Screen) removeHoliday() tea.Cmd {
	i, ok := s.section().at()
	if !ok {
		return nil
	}
	h := s.facts.Holidays[i]
	return screen.Confirm("¿Quitar el día no laborable "+h.Day.Slashed()+"?", keep("quitar el día", "✓ Quitado: "+h.Day.Slashed(), func(ctx context.Context) error {
		return s.records.RemoveHoliday(ctx, h.Day)
	}))
}

func newReadingSection(s *Screen) section {
	readings := directive.Readings()
	return section{
		name:  "Criterios",
		title: "Cómo se lee la Directiva donde su texto deja dudas: criterios de aplicación adoptados",
		count: func() int { return len(readings) },
		words: func(i int) []string { return []string{readings[i].ID, readings[i].Article, readings[i].Text} },
		heads: func(int) string { return widget.Fit("CRITERIO", 9) + widget.Fit("ARTÍCULO", 18) + "LECTURA" },
		row: func(i, width int) string {
			r := readings[i]
			return widget.Fit(r.ID, 9) + widget.Fit(r.Article, 17) + " " + widget.Fit(r.Text, max(0, width-27))
		},
		detail: func(i, width int) []string {
			r := directive.Adopted(s.criteria)[i]
			lines := []string{s.theme.Bold.Render(r.ID + " · " + r.Article), ""}
			lines = append(lines, widget.Wrap(r.Text, width)...)
			if r.Value != "" {
				lines = append(lines, "", s.theme.Muted.Render("Adoptado: ")+widget.Cut(r.Setting+" = "+r.Value, max(0, width-10)))
			}
			return lines
		},
	}
}
