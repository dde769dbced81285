package captured

var noLines [2][]diffLine

// keep adds a line to the unit that only one side has.
func (r *fileDiffReader) keep(has [2]bool, line diffLine) {
	for i := range has {
		if has[i] && r.alone[i] != nil {
			r.alone[i] = append(r.alone[i], line)
		}
	}
}

// endLone ends a unit that only one side has.
func (r *fileDiffReader) endLone() {
	for i, lines := range r.alone {
		if len(lines) > 0 {
			r.lone[i] = append(r.lone[i], lines)
		}
		r.alone[i] = nil
	}
}
