package directive

import "strconv"

// securityReadings are those on passwords and on the monthly looks.
func securityReadings() []readingRow {
	return []readingRow{
		{
			"A-10", "6.1.2.5", "clave.ciclo · clave.aviso", rotationValue,
			"«Con una frecuencia mensual»: a lo más un mes entre cambios. Vence el mismo día del mes siguiente, o su último día si no existe (31 de enero, 28 o 29 de febrero), a las 23:59:59, y corre desde el cambio real.",
		},
		{
			"A-10b", "6.1.2.5", "clave.facebook.personal", func(c *Criteria) string { return string(c.Rotation.Personal) },
			"Una página de Facebook no tiene contraseña propia. Se exige el cambio de la del correo asociado; por las cuentas personales de los administradores se pide una declaración mensual, sin guardar ningún dato de ellas.",
		},
		{
			"A-11", "6.1.2.11", "roles.vence · roles.cm_puede", reviewValue,
			"La revisión se firma una vez en cada mes calendario, cualquier día, y vence el último. Revisa el titular o la persona con designación registrada; si la designada es quien administra las cuentas, se acepta con advertencia por falta de separación de funciones.",
		},
		{
			"A-12", "6.1.2.11, 6.2.1.4 y 6.3.1", "informe_cm.periodo", func(c *Criteria) string { return string(c.CMReport) },
			"La revisión de roles, la evaluación de la oficina y el informe del community manager son tres registros distintos. El informe, que no tiene periodo en el texto, se hace cada mes.",
		},
	}
}

// reportReadings are those on the quarterly report and its tables.
func reportReadings() []readingRow {
	return append(tableReadings(), figureReadings()...)
}

func tableReadings() []readingRow {
	return []readingRow{
		{
			"A-13", "6.3.2", "trimestre.inicio · trimestre.plazo", quarterValue,
			"«Trimestralmente» son los trimestres calendario. La Directiva no fija plazo de envío: se usa uno interno y se lo llama siempre «plazo interno».",
		},
		{
			"A-14", "Anexo 3", "anexo3.agrupar", func(c *Criteria) string { return spaced(string(c.Annex3.Group)) },
			"El Anexo 3 muestra solo «MES 1»: se repite para los tres meses. Si hay varias cuentas en una red, cada una tiene su juego de tablas con su usuario en el título, porque se evalúan «las cuentas».",
		},
		{
			"A-15", "Anexo 3", "anexo3.orden.<red> · anexo3.desempate", orderValue,
			"Solo Facebook y Twitter dicen con qué métrica se ordena; en las demás redes se usa la primera columna de su tabla. Los empates los decide la mayor interacción, luego la publicación más antigua y luego el enlace de la A a la Z.",
		},
		{
			"A-16", "Anexo 3", "er.decimales · er.redondeo", func(*Criteria) string { return values("2", "mitad hacia arriba") },
			"Engagement Rate es (interacción × 100) ÷ alcance o impresiones, con dos decimales. Con divisor cero o dato desconocido se escribe «—» y no entra en promedios. Más de 100 % se admite con advertencia.",
		},
		{
			"A-16b", "Anexo 3", "interaccion.<red>", interactionsValue,
			"«Interacción» es el total que informa la propia red si su archivo lo trae; si no, la suma de sus componentes: reacciones, comentarios y veces compartida en Facebook; me gusta, comentarios y veces compartido en TikTok, y además guardados en Instagram. Una nota al pie lo indica.",
		},
		{
			"A-17", "Anexo 3", none, nil,
			"Las redes cambiaron el nombre o la definición de sus métricas después de 2022. Se conserva el encabezado del Anexo y se agrega el nombre actual; no se ordenan juntas, sin marcarlas, cifras de métricas distintas.",
		},
	}
}

func figureReadings() []readingRow {
	return []readingRow{
		{
			"A-18", "Anexo 3", "corte.desde · corte.hasta",
			func(c *Criteria) string {
				return values("día "+strconv.Itoa(c.Cut.From), "día "+strconv.Itoa(c.Cut.Until))
			},
			"Las cifras de un mes son las acumuladas en el corte mensual, que se toma entre esos días del mes siguiente, porque las redes informan con retraso. Lo importado después no cambia un corte ya cerrado: abre una rectificación con motivo.",
		},
		{
			"A-19", "Anexo 3", "anexo3.pauta", func(c *Criteria) string { return string(c.Annex3.Paid) },
			"Si hay menos de diez publicaciones, las filas sobrantes llevan «—» y una nota con el total del mes. El empate en el décimo puesto se explica al pie. Las publicaciones con pauta se incluyen y se marcan: el Anexo no las excluye.",
		},
		{
			"A-20", "Anexo 3", none, nil,
			"La fecha es dd/mm/aaaa del día de publicación en Lima y el enlace es el canónico, sin parámetros de seguimiento.",
		},
		{
			"A-21", "6.3.2 y Anexo 3", "anexo3.complemento", func(c *Criteria) string { return yesNo(c.Annex3.Complement) },
			"El 6.3.2 pide crecimiento, impacto y métricas cualitativas, que no tienen lugar en el Anexo 3. Se agrega un complemento con seguidores al inicio y al fin de cada mes, cumplimiento de cuotas y margen, y análisis.",
		},
	}
}
