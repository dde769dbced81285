package captured

var noRows [2][]row

// keep adds a line to the unit that only one side has.
func (r *sheetReader) keep(has [2]bool, row row) {
	for i := range has {
		if has[i] && r.alone[i] != nil {
			r.alone[i] = append(r.alone[i], row)
		}
	}
}

// endLone ends a unit that only one side has.
func (r *sheetReader) endLone() {
	for i, rows := range r.alone {
		if len(rows) > 0 {
			r.lone[i] = append(r.lone[i], rows)
		}
		r.alone[i] = nil
	}
}
