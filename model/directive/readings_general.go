package directive

import "strconv"

// generalReadings are those on accounts and the people who run them.
func generalReadings() []readingRow {
	return []readingRow{
		{
			"A-01", "5.1.6 y 5.1.7", none, nil,
			"Los numerales 5.1.6 y 5.1.7 aparecen dos veces. Se citan como 5.1.6(a) Insignia, 5.1.7(a) Métricas, 5.1.6(b) Oficina de Comunicaciones y 5.1.7(b) Pieza comunicacional, siempre con su título.",
		},
		{
			"A-02", "6.1.1.8", "usuario.len · usuario.exigir_mayusculas · usuario.cuentas_previas", handleValue,
			"«Entre 6 y 15 caracteres» se mide en el nombre de usuario, sin «@», con 6 y 15 incluidos. «En altas y bajas» permite combinar mayúsculas y minúsculas y no lo exige, porque varias redes no las distinguen. A las cuentas abiertas antes de la Directiva se les advierte: el 6.1.2.7 restringe cambiarles el nombre.",
		},
		{
			"A-03", "5.1.10, 6.1.1.5 y 6.1.1.6", "admins.min · admins.max · admins.contar_pcm · admins.pcm.redes · admins.exceso", adminValue,
			"«Dos o tres administradores» cuenta a las personas de la entidad; la Coordinación de la PCM se agrega «adicionalmente» (6.1.1.6) y no se cuenta. En las redes de un solo acceso son administradores quienes conocen la contraseña. La PCM se exige en Facebook, única red con roles de página.",
		},
		{
			"A-04", "6.1.1.5", none, nil,
			"«Segundo en funciones» es la persona registrada con esa función en la fecha. Si nadie la tiene se muestra «sin segundo registrado», no como rol faltante.",
		},
	}
}

// quotaReadings are those on how often to publish.
func quotaReadings() []readingRow {
	return []readingRow{
		{
			"A-05", "6.2.2.4", "cuota.instagram.min · cuota.instagram.meta",
			func(c *Criteria) string {
				return values(strconv.Itoa(c.Instagram.Min), strconv.Itoa(c.Instagram.Goal))
			},
			"«Mínimo una o dos veces al día»: un mínimo no puede ser dos valores. El mínimo exigible es 1 y la meta es 2.",
		},
		{
			"A-06", "6.2.2.4", "margen.facebook · margen.cruza_medianoche · margen.invalida_cuota · margen.tolerancia", marginValue,
			"El margen es la diferencia entre las horas de dos publicaciones consecutivas de la misma cuenta: 120 minutos o más, también a través de la medianoche, porque el texto dice «entre publicación y publicación». Cantidad y margen son deberes distintos: una publicación muy cercana cuenta para la cuota e incumple el margen.",
		},
		{
			"A-07", "6.2.2.4", "dia.exentos", daysValue,
			"«Al día» es cada día calendario de Lima, sin excepción, porque la actualización es «constante y permanente». Un día puede justificarse con motivo y autor; se informan las dos cifras, con y sin justificación.",
		},
		{
			"A-08", "6.2.2.4", "semana.inicio · semana.modo · semana.mes", weeksValue,
			"«A la semana» es de lunes 00:00:00 a domingo 23:59:59 de Lima. La semana pertenece al mes de su domingo, cuando el cumplimiento queda firme. La primera y la última semana incompletas de una cuenta no se evalúan.",
		},
		{
			"A-09", "6.2.2.4", "cuenta.<red>.<tipo>", kindsValue,
			"Cuenta el contenido original visible en el muro de la cuenta; en X, también las citas y cada parte de un hilo. No cuentan las respuestas, las republicaciones simples, las historias, lo retirado el mismo día ni lo programado que aún no sale.",
		},
	}
}
