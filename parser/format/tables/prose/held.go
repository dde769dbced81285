package prose

// isWide reports whether a text has letters or marks beyond ASCII.
func isWide(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}
