package exporter_test

import (
	"io"
	"testing"

	"faro/model/annex"
	"faro/store/exporter"
)

// The quarter of the benchmarks has all of its 150 rows.

func BenchmarkBuild(b *testing.B) {
	in := full()
	b.ReportAllocs()
	for b.Loop() {
		annex.Build(in)
	}
}

func BenchmarkXLSX(b *testing.B) {
	q := annex.Build(full())
	b.ReportAllocs()
	for b.Loop() {
		if err := exporter.XLSX(io.Discard, q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	q := annex.Build(full())
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range q.Networks {
			if err := exporter.CSV(io.Discard, s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkJSON(b *testing.B) {
	q := annex.Build(full())
	b.ReportAllocs()
	for b.Loop() {
		if err := exporter.JSON(io.Discard, q); err != nil {
			b.Fatal(err)
		}
	}
}
