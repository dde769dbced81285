package model

import "slices"

// Called returns the resources with a method in them or below them: those that a
// client has a service for. Resources without one only declare types.
func Called(resources []*Resource) []*Resource {
	return slices.DeleteFunc(slices.Clone(resources), func(r *Resource) bool { return !called(r) })
}

func called(r *Resource) bool {
	return len(r.Methods) > 0 || slices.ContainsFunc(r.Resources, called)
}
