package pull

import (
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// referenceFolders are what sites call the folder of an API reference, beside
// those of guides, news and help.
var referenceFolders = map[string]bool{
	"api": true, "apis": true, "api-docs": true, "api-documentation": true, "api-ref": true, "api-reference": true,
	"api_reference": true, "apireference": true, "reference": true, "rest": true, "rest-api": true, "restapi": true,
}

// discover decides which folder the pull takes, where the address leaves that
// open. What it asks for is remembered, so that nothing is asked for twice.
func (c *crawler) discover(ctx context.Context, st start) (start, error) {
	c.scope = st.scope
	switch {
	case st.leaf != "" && st.scope.base != "/":
		return c.folderOrPage(ctx, st)
	case st.whole:
		return c.narrowed(ctx, st)
	}
	return st, nil
}

// folderOrPage tells whether an address without an ending is that of a folder.
// If there is only a page, the folder around it is meant.
func (c *crawler) folderOrPage(ctx context.Context, st start) (start, error) {
	for _, file := range []string{st.scope.base + llmsFile, st.scope.base + indexFile} {
		if _, ok, err := c.readIndex(ctx, file); ok || err != nil {
			return st, err
		}
	}
	around := st.scope
	around.base = asFolder(path.Dir(st.leaf))
	c.scope = around
	leaf, err := around.locate(around.at(st.leaf))
	if err != nil {
		return st, err
	}
	below, named, err := c.saysOf(ctx, leaf.key, around.base)
	c.scope = st.scope
	if below || !named || err != nil {
		return st, err
	}
	c.scope = around
	c.note("%s is a page; pulling what is below %s", around.url(st.leaf), around)
	return start{scope: around, pages: append(around.indexes(), leaf)}, nil
}

// saysOf reports whether an index above, or the page itself, leads to pages below
// the page, and whether there is a sign of the page at all.
func (c *crawler) saysOf(ctx context.Context, key, folder string) (below, named bool, err error) {
	found, err := c.readAbove(ctx, folder)
	if err != nil {
		return false, false, err
	}
	if len(found) == 0 {
		if found, err = c.readSiteMaps(ctx); err != nil {
			return false, false, err
		}
	}
	for _, form := range c.scope.forms(key) {
		own, ok, err := c.readIndex(ctx, form.path)
		if err != nil {
			return false, false, err
		}
		if named = named || ok; ok {
			found = append(found, own...)
			break
		}
	}
	for _, p := range c.scope.resolveAll(found).links {
		below = below || strings.HasPrefix(p.key, key+"/")
		named = named || p.key == key
	}
	return below, named, nil
}

// narrowed restricts a pull from an index of a whole site to the folder of the
// reference, if the index lists one such folder and pages beside it.
func (c *crawler) narrowed(ctx context.Context, st start) (start, error) {
	files := st.indexes
	for _, at := range st.pages {
		files = append(files, at.path)
	}
	all, err := c.readNamed(ctx, files)
	if err != nil {
		return st, err
	}
	folders, listed := map[string]int{}, map[string]bool{}
	for _, p := range c.scope.resolveAll(all).links {
		if !p.listed || listed[p.key] {
			continue
		}
		listed[p.key] = true
		folders[referenceFolder(p.key)]++
	}
	others := folders[""]
	delete(folders, "")
	switch {
	case len(folders) == 0 || len(folders) == 1 && others == 0: // nothing to choose from
		return st, nil
	case len(folders) > 1:
		c.note("the index lists pages of several folders (%s); choose one with --under", strings.Join(slices.Sorted(maps.Keys(folders)), ", "))
		return st, nil
	}
	for folder := range folders {
		st.scope.base += folder + "/"
	}
	st.pages, st.indexes = st.scope.indexes(), files
	c.scope = st.scope
	c.note("pulling what is below %s, the one folder of a reference in the index", st.scope)
	return st, nil
}

// referenceFolder is the folder of a page that is named like one of a reference,
// or "".
func referenceFolder(key string) string {
	parts := strings.Split(key, "/")
	for i, part := range parts[:len(parts)-1] {
		if referenceFolders[strings.ToLower(part)] {
			return strings.Join(parts[:i+1], "/")
		}
	}
	return ""
}

// note keeps what the user should know of how the pull was understood.
func (c *crawler) note(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(c.notes, text) {
		c.notes = append(c.notes, text)
	}
}
