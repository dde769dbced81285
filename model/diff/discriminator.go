package diff

import "github.com/docgen-go/docgen/model"

// discriminators compares whether a field tells the objects of a union apart.
// Where several do, which of them a side names is a matter of order.
func (d *differing) discriminators() {
	a, b := d.old.discriminator, d.new.discriminator
	if len(d.old.objects) < 2 || len(d.new.objects) < 2 {
		return
	}
	gone, came := a != "" && !separates(a, d.new.objects), b != "" && !separates(b, d.old.objects)
	switch {
	case gone && b != "" || came && a != "":
		d.c.add(d.p, DiscriminatorChanged, a, b)
	case gone:
		d.c.add(d.p, DiscriminatorRemoved, a, "")
	case came:
		d.c.add(d.p, DiscriminatorAdded, "", b)
	}
}

// separates reports whether all objects have a constant of their own in a field.
func separates(name string, objects []object) bool {
	seen := map[model.Literal]bool{}
	for _, o := range objects {
		l := o.constant(name)
		if l == "" || seen[l] {
			return false
		}
		seen[l] = true
	}
	return true
}
