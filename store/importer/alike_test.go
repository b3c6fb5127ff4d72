package importer_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"faro/store/importer"
)

func TestLookAlikesAreRefusedByTheirName(t *testing.T) {
	meta := "sep=,\r\n\"Views\"\r\n\"Date\",\"Primary\"\r\n\"2026-08-01T00:00:00\",\"12\"\r\n"
	for _, tt := range []struct{ name, data, what, instead string }{
		{"Meta results", string(utf16(t, []byte(meta), unicode.LittleEndian, unicode.UseBOM)), "resultados o de público de Meta", "Meta Business Suite"},
		{"Meta results in UTF-8", meta, "resultados o de público de Meta", "Meta Business Suite"},
		{"Meta Ads", "Reporting starts,Ad name,Ad ID,Reach,Impressions,Amount spent (PEN)\n2026-08-01,a,1,2,3,4\n", "anuncios de Meta", "Meta Business Suite"},
		{"Meta Ads in Spanish", "Nombre del anuncio,Inicio del informe,Importe gastado (PEN),Alcance\na,2026-08-01,1,2\n", "anuncios de Meta", "Meta Business Suite"},
		{"Facebook videos of Spain", "Identificador de la pieza de vídeo,Identificador de vídeo universal,Identificador de la página,Nombre de la página,Título," +
			"Duración (segundos),Hora de publicación,Fecha,Alcance\n1,2,3,x,y,5,02/27/2026 18:30,Total,9\n", "videos de Facebook", "Meta Business Suite"},
		{"Facebook videos", "Video asset ID,Universal video ID,Page ID,Page name,Title,Publish time,Reach\n1,2,3,x,y,02/27/2026 18:30,9\n", "videos de Facebook", "Meta Business Suite"},
		{"Instagram stories", "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date," +
			"Views,Reach,Likes,Shares,Profile visits,Replies,Sticker taps,Navigation\n", "historias de Instagram", "Meta Business Suite"},
		{"X overview", "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n" +
			"\"Sun, Nov 9, 2025\",1,2,3,4,5,6,7,8,9,10,11,12,13\n", "resumen diario de la cuenta de X", "X Analytics"},
		{"X videos", "Video overview,,,,,\nDate,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms),Estimated Revenue\n", "resumen de videos de X", "X Analytics"},
		{"YouTube chart", "Date,Content,Video title,Video publish time,Duration,Views\n2026-08-01,Qz81bosq3A1,x,\"Aug 1, 2026\",3600,10\n", "gráfico por día de YouTube", "YouTube Studio"},
		{"YouTube totals", "Date,Views\n2026-08-01,10\n", "totales de YouTube", "YouTube Studio"},
		{"YouTube geography", "Geography,Views,Watch time (hours),Average view duration\nPE,10,1.5,0:00:10\n", "otro desglose de YouTube", "YouTube Studio"},
		{"YouTube traffic in Spanish", "Fuente de tráfico,Vistas\nBúsqueda,10\n", "otro desglose de YouTube", "YouTube Studio"},
		{"TikTok overview", "\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n\"August 1\",\"1\",\"2\",\"3\",\"4\",\"5\"\n", "resumen diario de TikTok", "TikTok Studio"},
		{"TikTok viewers", "\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n", "espectadores de TikTok", "TikTok Studio"},
		{"TikTok followers", "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n", "seguidores de TikTok", "TikTok Studio"},
		{"TikTok genders", "\"Gender\",\"Distribution\"\n\"Female\",\"0.59\"\n", "seguidores de TikTok", "TikTok Studio"},
		{"TikTok hours", "\"Date\",\"Hour\",\"Active followers\"\n", "seguidores de TikTok", "TikTok Studio"},
		{"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xxxxxxxx", "libro de Excel antiguo", "guárdelo como .xlsx"},
		{"a PDF", "%PDF-1.7\n1,2,3\n", "no es una tabla", "se descarga de la red social"},
		{"a web page", "<!DOCTYPE html><p>a,b,c", "no es una tabla", "se descarga de la red social"},
		{"a letter", "Estimados señores\nles escribo\n", "no es una tabla", "se descarga de la red social"},
		{"nothing", "", "no es una tabla", "se descarga de la red social"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "no es una tabla", "se descarga de la red social"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readErr(t, []byte(tt.data), importer.Options{})
			var refused *importer.RefusedError
			if !errors.As(err, &refused) {
				t.Fatalf("Read() = %v, want it refused", err)
			}
			if !strings.Contains(refused.What+refused.Hint, tt.what) || !strings.Contains(refused.Hint, tt.instead) {
				t.Errorf("what = %q, hint = %q", refused.What, refused.Hint)
			}
			inZIP, zipErr := readErr(t, zipped(t, "x.csv", []byte(tt.data)), importer.Options{})
			if zipErr == nil || zipErr.Error() != err.Error() {
				t.Errorf("in a ZIP: %v, %v; want the same sentence", inZIP, zipErr)
			}
		})
	}
}
