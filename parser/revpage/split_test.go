package revpage

import (
	"fmt"
	"os"
	"testing"
)

func TestTmp(t *testing.T) {
	text, _ := os.ReadFile("../../../shared/seed/openai-reference-2026-06-12_to_2026-06-16.txt")
	secs, total := sections(text)
	a, r, u := 0, 0, 0
	for _, s := range secs {
		x, y := s.count()
		a += x
		r += y
		u += len(s.unread)
		on, ok := s.whole()
		fmt.Println(s.at, s.name, s.state, len(s.rows), x, y, len(s.unread), ok, on)
	}
	fmt.Println(len(secs), total, a, r, u)
}
