package directive

import "faro/model"

// otherReadings are those on campaigns, contents, documents and the edges of
// the duties.
func otherReadings() []readingRow {
	rows := append(campaignReadings(), contentReadings()...)
	rows = append(rows, documentReadings()...)
	return append(rows, edgeReadings()...)
}

func campaignReadings() []readingRow {
	return []readingRow{
		{
			"A-22", "6.1.2.10", "anunciante.gracia", func(c *Criteria) string { return count(c.Advertiser.Days, "día", "días") },
			"«Una vez concluida la campaña»: el rol de anunciante se retira el último día de la campaña, hasta las 23:59:59. Los días de retraso se cuentan desde el siguiente.",
		},
		{
			"A-23", "6.2.3.4 y 6.2.3.5", "salida.gracia", func(c *Criteria) string { return count(c.Leaving.Days, "día", "días") },
			"Entre retirar al anterior cuando el nuevo ya tiene su rol (6.2.3.4) y no mantener a quien dejó el área (6.2.3.5), prevalece el 6.2.3.5: el rol se retira en el último día de labores.",
		},
		{
			"A-24", "6.1.2.6 y 6.2.3.2", none, nil,
			"Las contraseñas pueden entregarse por correo institucional. Se registra que se entregaron y por qué canal; este programa no guarda, escribe ni envía ninguna.",
		},
		{
			"A-25", "6.2.2.13 y Anexo 6", "moderacion.denuncia",
			func(c *Criteria) string {
				if c.Moderation.ReportNeedsLeave {
					return "autorizada"
				}
				return "libre"
			},
			"El community manager oculta; denunciar requiere autorización del titular. Bloquear a un usuario se trata como no permitido sin esa autorización. Borrar mensajes, nunca.",
		},
	}
}

func contentReadings() []readingRow {
	return []readingRow{
		{
			"A-26", "6.2.2.16", "grafica.misma_proporcion", func(c *Criteria) string { return string(c.Graphics.SameRatio) },
			"Las medidas se aplican a las gráficas fijas de los casos que nombra el texto. La medida exacta cumple; una mayor de igual proporción se advierte; otra incumple.",
		},
		{
			"A-27", "5.2.6", none, nil,
			"«Check azul» es cualquier insignia oficial de la red. Sus estados son verificada, en trámite, denegada y no ofrecida.",
		},
		{
			"A-28", "5.2.7", "seguidos.periodo", func(c *Criteria) string { return string(c.Follows) },
			"Las cuentas seguidas se declaran por categoría y cantidad; el texto no fija periodo.",
		},
		{
			"A-29", "6.2.2.5", "respaldo.piso", backingValue,
			"Cada publicación informativa debería tener una página web de respaldo. Se informa como porcentaje y solo es incumplimiento si la entidad fija un piso.",
		},
		{
			"A-30", "5.2.5", "abandono",
			func(c *Criteria) string {
				return values(count(c.Abandonment.Risk, "día", "días"), count(c.Abandonment.Abandoned, "día", "días"))
			},
			"«Abandonar» no tiene umbral en el texto: desde el primer plazo sin publicar hay riesgo y desde el segundo, posible abandono.",
		},
		{
			"A-31", "6.2.2.18", none, nil,
			"«No deberán exceder de los 30 minutos»: hasta 30:00 inclusive, por transmisión.",
		},
		{
			"A-32", "5.1.1", "campaña.min · campaña.hueco",
			func(c *Criteria) string {
				return values(count(c.Campaign.Min, "día", "días"), count(c.Campaign.Gap, "día", "días"))
			},
			"«Difusión continua mínima de dos semanas» son 14 días calendario con ambos extremos. Un hueco mayor que el fijado, sin publicaciones de la campaña, se advierte como discontinua.",
		},
	}
}

func documentReadings() []readingRow {
	return []readingRow{
		{
			"A-33", "6.3.5, 7.3 y Anexo 4", "anexo4.plazo", func(c *Criteria) string { return count(c.Annex4.BusinessDays, "día hábil", "días hábiles") },
			"Cada entidad llena su propio Anexo 4 y el ministerio consolida. «Actualizada continuamente»: tras un cambio en cualquiera de los siete campos, dentro de ese plazo.",
		},
		{
			"A-34", "Anexo 1", none, nil,
			"Los espacios en blanco y los textos fijos del Anexo 1 son campos libres con esos valores iniciales; la duración lleva número y unidad.",
		},
		{
			"A-35", "3.13 y 3.14", none, nil,
			"Las normas electorales citadas se han reemplazado: normas, periodos y plazos se registran como datos con su vigencia, «por verificar en la norma vigente».",
		},
		{
			"A-36", "6.2.2.4 y Anexo 3", none, nil,
			"En pantalla se dice «X (Twitter)» y «publicación»; en los documentos, «TWITTER (X)».",
		},
		{
			"A-37", "6.1.1.2", "informe.cuentas_previas",
			func(c *Criteria) string {
				if c.Creation.DemandOfEarlier {
					return "exigir"
				}
				return "no exigir"
			},
			"El informe técnico se remite antes de abrir la cuenta. A las cuentas anteriores a la Directiva no se les exige.",
		},
		{
			"A-38", "6.3.2", "correo.scs", func(*Criteria) string { return model.DefaultSCSEmail },
			"El 6.3.2 no dice por qué canal se remite el informe: se usa el correo de los numerales 6.1.1.2, 6.3.5 y 6.4.1, que la entidad puede cambiar en sus datos, y se registra el cargo de recepción.",
		},
	}
}

func edgeReadings() []readingRow {
	return []readingRow{
		{
			"A-39", "5.1.3", "redes.otras", func(c *Criteria) string { return "tabla adicional: " + yesNo(c.Others.Table) },
			"A las cuentas en otras redes se les aplican la seguridad, los roles y el Anexo 4; no tienen cuota ni tabla en el Anexo 3.",
		},
		{
			"A-40", "4, 5.2.4 y 6", none, nil,
			"Titular, director, dirección y responsable de la Oficina de Comunicaciones son una sola función: titular de la OC, con encargaturas por fechas.",
		},
		{
			"A-41", "6.1.1.6", none, nil,
			"El texto no dice qué identidad de la PCM se agrega: se registra la que responda la SCS.",
		},
		{
			"A-42", "6.1.1.4 y 6.1.1.5", none, nil,
			"La cuenta personal con que se crea la página de Facebook es la única excepción a los correos institucionales; el correo de contacto de la página sigue siendo institucional.",
		},
		{
			"A-43", "6.1.2.3", none, nil,
			"Que las contraseñas sean distintas no puede verificarse sin conocerlas: vale la declaración de quien las cambia.",
		},
		{
			"A-44", "6.2.2.2", "aprobacion", func(c *Criteria) string { return spaced(string(c.Approval)) },
			"Una aprobación puede cubrir un lote, como la parrilla semanal, si cada publicación está en él; lo no planificado lleva la suya.",
		},
		{
			"A-45", "6.2.2.4", "cuota.ambito", func(c *Criteria) string { return string(c.Scope) },
			"Si hay varias cuentas en una red, cada cuenta responde por su cuota.",
		},
		{
			"A-46", "6.2.2.4", "cuenta.dia_apertura", func(c *Criteria) string { return spaced(string(c.Edges)) },
			"El día en que la cuenta se abre y el día en que se cierra no se evalúan. La caída de una red o un ataque se registran como días justificados.",
		},
	}
}
