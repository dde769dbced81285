package main

type helpCmd struct {
	Verb []string `arg:"" optional:"" help:"The verb to explain; by default all are listed."`
}

// Run prints what --help of the verb does.
func (c *helpCmd) Run(s *session) error {
	if _, code := s.parseArgs(append(c.Verb, "--help"), s.stdout); code != exitOK {
		return saidError(code)
	}
	return nil
}

// A saidError is an exit code whose cause was printed.
type saidError int

func (saidError) Error() string { return "the command line is wrong" }
