package model

import (
	"strings"
	"testing"
)

func TestDecodeStopsAtTheLimit(t *testing.T) {
	const text = `{"version": 1, "title": "Harbor"}`
	if _, err := decodeDocument(&cappedReader{r: strings.NewReader(text), limit: int64(len(text))}); err != nil {
		t.Errorf("text of just the limit: %v", err)
	}
	_, err := decodeDocument(&cappedReader{r: strings.NewReader(text), limit: int64(len(text)) - 1})
	if err == nil || err.Error() != "more than 32 bytes" {
		t.Errorf("one byte above the limit: error %v", err)
	}
}
