package browser_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/testdata/browser"
)

// TestPictures holds the pictures of the README to what the report and the site of the
// made-up API look like. DOCGEN_UPDATE=1 takes them again.
func TestPictures(t *testing.T) {
	dir := site(t)
	height := map[string]int{"report": 1060, "site": 620}
	for name, file := range map[string]string{"report": harbor, "site": filepath.Join(dir, "index.html")} {
		t.Run(name, func(t *testing.T) {
			p := browser.Open(t, file, browser.Options{Width: 1100, Height: height[name]})
			shown := p.Window()
			kept := filepath.Join("..", "..", "docs", "pictures", name+".png")
			if os.Getenv("DOCGEN_UPDATE") != "" {
				if err := os.WriteFile(kept, shown, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			have, err := os.ReadFile(kept)
			if err != nil {
				t.Fatal(err)
			}
			if got := difference(t, have, shown); got > 12 {
				t.Errorf("%s differs from the page by %.0f of 255 in the mean; run DOCGEN_UPDATE=1 go test -run TestPictures", kept, got)
			}
		})
	}
}

// difference returns how much the tiles of two pictures differ in brightness, in the mean
// of 40 by 24 tiles: fonts of other machines are no difference, other content is.
func difference(t *testing.T, a, b []byte) float64 {
	t.Helper()
	one, two := tiles(t, a), tiles(t, b)
	sum := 0.0
	for i := range one {
		sum += math.Abs(one[i] - two[i])
	}
	return sum / float64(len(one))
}

const columns, rows = 40, 24

// tiles returns the mean brightness of the tiles of a picture, from 0 to 255.
func tiles(t *testing.T, data []byte) []float64 {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds().Size()
	out, n := make([]float64, columns*rows), make([]float64, columns*rows)
	for y := range size.Y {
		for x := range size.X {
			at := y*rows/size.Y*columns + x*columns/size.X
			out[at] += brightness(picture, x, y)
			n[at]++
		}
	}
	for i := range out {
		out[i] /= n[i]
	}
	return out
}

func brightness(picture image.Image, x, y int) float64 {
	return float64(color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y)
}
