package rendered

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser/decl"
)

// A tally counts how what was rebuilt compares with what items announce.
type tally struct {
	pages, methods   int // of these, methods have verbs
	fields, variants int // levels as large as announced
	extended         int // models with fields beyond those they extend
	shortened        int // models that the page does not expand
	wrong            []string
}

// TestCorpus holds the rebuilt levels of all http pages against the counts
// that their items announce.
func TestCorpus(t *testing.T) {
	dir := corpustest.Dir(t, "openai-rendered/2026-06-27")
	var sum tally
	err := filepath.WalkDir(filepath.Join(dir, "resources"), func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		if err == nil && Detect(text) {
			sum.page(strings.TrimPrefix(file, dir), paragraphs(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages, %d with a verb; levels as announced: %d of fields, %d of alternatives; %d extended, %d shortened",
		sum.pages, sum.methods, sum.fields, sum.variants, sum.extended, sum.shortened)
	for _, w := range sum.wrong {
		t.Error(w)
	}
	least := tally{pages: 368, methods: 275, fields: 12443, variants: 6859}
	if sum.pages < least.pages || sum.methods < least.methods || sum.fields < least.fields || sum.variants < least.variants {
		t.Errorf("fewer than %d pages, %d methods, %d levels of fields or %d of alternatives", least.pages, least.methods, least.fields, least.variants)
	}
}

func (c *tally) page(name string, ps []paragraph) {
	c.pages++
	survey := NewSurvey()
	if strings.Contains(string(rewrite(ps, survey).out), "\n**") {
		c.methods++
	}
	r := &rewriter{ps: ps, survey: survey}
	for i := r.head(); i < len(ps); i = r.section(i) {
		_, title := ps[i].heading()
		if !strings.HasSuffix(title, expandCollapse) {
			continue
		}
		namesOnly := sectionTitle(title) == models
		items, _ := r.tree(ps[i+1:r.until(i)], namesOnly)
		for _, n := range items {
			if n.isField() == namesOnly && sectionTitle(title) != "Returns" {
				c.fault(name, n, "does not belong at the top of "+sectionTitle(title))
			}
			c.node(name, n)
		}
	}
}

func (c *tally) fault(name string, n *node, what string) {
	c.wrong = append(c.wrong, name+": "+n.code+" "+what)
}

func (c *tally) node(name string, n *node) {
	fields := 0
	for _, k := range n.kids {
		if k.isField() {
			fields++
		}
		c.node(name, k)
	}
	e := n.item.Expr.Innermost()
	l := &level{owner: n}
	switch {
	case len(n.kids) == 0 && e.Braces && e.Text != "":
		c.shortened++
	case fields > 0 && fields < len(n.kids):
		c.fault(name, n, "has both fields and alternatives")
	case e.Op == decl.Object && e.Braces && len(n.kids) == len(e.Fields)+e.More:
		c.fields++
	case e.Op == decl.Object && l.extends(&node{item: &decl.Item{Form: decl.Field}}):
		c.extended++
	case e.Op == decl.Object && e.Braces:
		c.fault(name, n, "announced another number of members")
	case e.Op == decl.Union && len(n.kids) > 0:
		c.union(name, n)
	}
}

func (c *tally) union(name string, n *node) {
	l := variantsOf(n, nil)
	for _, k := range n.kids {
		l.have += l.weight(k)
	}
	if l.left() != 0 {
		c.fault(name, n, "announced another number of alternatives")
		return
	}
	c.variants++
}
