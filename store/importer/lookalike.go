package importer

import (
	"slices"
	"strings"
)

// lookAlike refuses, by its name, another report of the same networks. before
// are the rows over the header.
func lookAlike(s sheet, before []record, names []string) error {
	has := func(some ...string) bool {
		return slices.ContainsFunc(some, func(name string) bool { return slices.Contains(names, name) })
	}
	for _, l := range lookAlikes() {
		if l.is(has, names, before) {
			return &RefusedError{
				Name: s.name, What: l.what,
				Hint: "El archivo es " + l.what + " y no trae una fila por publicación con su enlace: " + l.instead + ".",
			}
		}
	}
	return nil
}

// alike is a report that looks like the ones that serve.
type alike struct {
	what    string // what it is, after «El archivo es»
	instead string // what to download
	is      func(has func(...string) bool, names []string, before []record) bool
}

const (
	insteadMeta    = "en Meta Business Suite descargue «Contenido» › «Exportar datos» de las publicaciones"
	insteadX       = "en X Analytics abra «Content» y descargue la tabla de publicaciones"
	insteadYouTube = "en YouTube Studio abra el modo avanzado, la pestaña «Contenido», exporte y elija «Datos de la tabla»"
	insteadTikTok  = "en TikTok Studio abra «Analytics» › «Content» y descargue «Content»"
)

func lookAlikes() []alike {
	return slices.Concat(metaAlikes(), xAlikes(), youtubeAlikes(), tiktokAlikes())
}

func metaAlikes() []alike {
	return []alike{
		{"el informe de resultados o de público de Meta", insteadMeta, func(has func(...string) bool, names []string, _ []record) bool {
			return len(names) <= 3 && has("date", "fecha") && has("primary", "primario", "principal")
		}},
		{"un informe de anuncios de Meta", insteadMeta, func(_ func(...string) bool, names []string, _ []record) bool {
			return slices.ContainsFunc(names, func(name string) bool {
				return name == "ad id" || name == "identificador del anuncio" ||
					strings.HasPrefix(name, "amount spent") || strings.HasPrefix(name, "importe gastado")
			})
		}},
		{"la exportación de videos de Facebook", insteadMeta, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("video asset id", "identificador de la pieza de video", "identificador del activo de video") &&
				!has("permalink", "enlace permanente")
		}},
		{"la exportación de historias de Instagram", insteadMeta, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("account username", "nombre de usuario de la cuenta") &&
				has("sticker taps", "toques en stickers", "navigation", "navegacion")
		}},
	}
}

func xAlikes() []alike {
	return []alike{
		{"el resumen diario de la cuenta de X", insteadX, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("date") && has("impressions") && has("engagements") && has("new follows", "unfollows") &&
				!has("post id", "tweet id")
		}},
		{"el resumen de videos de X", insteadX, func(has func(...string) bool, _ []string, before []record) bool {
			titled := len(before) > 0 && len(before[0].cells) > 0 && normal(before[0].cells[0]) == "video overview"
			return has("date") && has("views") && (titled || has("watch time (ms)"))
		}},
	}
}

func youtubeAlikes() []alike {
	views := []string{"views", "vistas", "visualizaciones"}
	video := []string{"content", "contenido"}
	return []alike{
		{"el gráfico por día de YouTube («Datos del gráfico»)", insteadYouTube, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("date", "fecha") && has(video...) && has("video title", "titulo del video")
		}},
		{"el archivo de totales de YouTube", insteadYouTube, func(has func(...string) bool, names []string, _ []record) bool {
			return len(names) == 2 && has("date", "fecha") && has(views...)
		}},
		{"otro desglose de YouTube, no el de videos", insteadYouTube, func(has func(...string) bool, names []string, _ []record) bool {
			return has(views...) && !has(video...) && (youtubeBreakdown(names[0]) ||
				has("watch time (hours)", "tiempo de reproduccion (horas)", "tiempo de visualizacion (horas)"))
		}},
	}
}

// youtubeBreakdown holds for what YouTube counts by when it is not videos.
func youtubeBreakdown(name string) bool {
	switch name {
	case "geography", "geografia", "country", "pais", "cities", "ciudades", "city", "ciudad",
		"traffic source", "fuente de trafico", "device type", "tipo de dispositivo", "operating system", "sistema operativo",
		"viewer age", "edad del espectador", "edad del usuario", "viewer gender", "genero del espectador", "sexo del usuario",
		"subscription status", "estado de suscripcion", "content type", "tipo de contenido", "playlist", "lista de reproduccion":
		return true
	}
	return false
}

func tiktokAlikes() []alike {
	return []alike{
		{"el resumen diario de TikTok («Overview»)", insteadTikTok, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("date") && has("video views") && has("profile views")
		}},
		{"el archivo de espectadores de TikTok («Viewers»)", insteadTikTok, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("date") && has("total viewers") && has("new viewers")
		}},
		{"un archivo de seguidores de TikTok («Followers»)", insteadTikTok, func(has func(...string) bool, _ []string, _ []record) bool {
			return has("difference in followers from previous day") || has("hour") && has("active followers") ||
				has("gender", "top territories") && has("distribution")
		}},
	}
}
