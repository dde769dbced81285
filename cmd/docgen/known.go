package main

func knownNames() []string { return nil }
