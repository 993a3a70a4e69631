// Package importtest holds who may import whom. Adding an arrow means editing
// the table and saying why.
package importtest

import (
	"errors"
	"go/build"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows says which packages of ours a package may import. A package that is
// not listed may import nothing; "*" allows all. Commands tie everything
// together, tests may import what they like.
var arrows = map[string][]string{
	"dyad/schema":              {},
	"dyad/internal/lexicon":    {},
	"dyad/internal/loglinear":  {"dyad/internal/lexicon"}, // models are tables
	"dyad/internal/cputime":    {},
	"dyad/internal/room":       {},
	"dyad/internal/perceptron": {},
	"dyad/internal/score":      {},
	"dyad/deploy":              {},
	"dyad/queries":             {"dyad/schema"},
	"dyad/extract/nlp":         {"dyad/internal/lexicon", "dyad/internal/perceptron"},
	"dyad/internal/conllu":     {"dyad/extract/nlp"},
	"dyad/internal/corpus": {"dyad/schema", "dyad/extract/nlp", "dyad/extract/actor", "dyad/extract/issue", "dyad/extract/attribution",
		"dyad/extract/event", "dyad/extract/stance", "dyad/extract/article", "dyad/internal/score"}, // the chain that stances are trained on
	"dyad/extract/article":     {"dyad/schema"},
	"dyad/extract/actor":       {"dyad/schema", "dyad/extract/nlp", "dyad/internal/lexicon", "dyad/internal/loglinear"},
	"dyad/extract/issue":       {"dyad/schema", "dyad/extract/nlp", "dyad/internal/lexicon"},
	"dyad/extract/attribution": {"dyad/schema", "dyad/extract/nlp", "dyad/internal/lexicon", "dyad/internal/loglinear", "dyad/internal/room"},
	"dyad/extract/event":       {"dyad/schema", "dyad/extract/nlp", "dyad/internal/lexicon", "dyad/internal/loglinear"},
	"dyad/extract/stance":      {"dyad/schema", "dyad/extract/nlp", "dyad/internal/lexicon", "dyad/internal/loglinear", "dyad/internal/room"},
	"dyad/extract": {"dyad/schema", "dyad/extract/nlp", "dyad/extract/article", "dyad/extract/actor", "dyad/extract/issue",
		"dyad/extract/attribution", "dyad/extract/event", "dyad/extract/stance"},
	"dyad/graph":               {"dyad/schema", "dyad/queries"},
	"dyad/internal/neo4jtest":  {"dyad/deploy"},
	"dyad/internal/importtest": {},
	"dyad/cmd/dyad":            {"*"},
	"dyad/cmd/dyad-train":      {"*"},
	"dyad/cmd/dyad-eval":       {"*"},
}

// homes says which package alone may import a dependency.
var homes = map[string][]string{
	"github.com/PuerkitoBio/goquery":       {"dyad/extract/article"},
	"github.com/neo4j/neo4j-go-driver":     {"dyad/graph", "dyad/internal/neo4jtest"}, // tests wipe their database
	"github.com/urfave/cli":                {"dyad/cmd/dyad", "dyad/cmd/dyad-train", "dyad/cmd/dyad-eval"},
	"github.com/markusmobius":              {"dyad/extract/article"},
	"codeberg.org/readeck/go-readability/": {"dyad/extract/article"},
}

// listed is a package with what it imports outside its tests.
type listed struct {
	ImportPath string
	Imports    []string
}

// packages reads what the packages of the module import. It opens the files itself,
// so that a change of them makes a cached result of the test void.
func packages(t *testing.T) []listed {
	t.Helper()
	var pkgs []listed
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); dir != root && (name == "testdata" || strings.HasPrefix(name, ".")) {
			return filepath.SkipDir
		}
		p, err := build.Default.ImportDir(dir, 0)
		if _, none := errors.AsType[*build.NoGoError](err); none {
			return nil
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return err
		}
		pkgs = append(pkgs, listed{path.Join("dyad", filepath.ToSlash(rel)), p.Imports})
		return nil
	})
	if err != nil {
		t.Fatalf("read the packages: %v", err)
	}
	if len(pkgs) < 20 {
		t.Fatalf("found %d packages, want all of the module", len(pkgs))
	}
	return pkgs
}

func TestArrows(t *testing.T) {
	for _, p := range packages(t) {
		allowed, known := arrows[p.ImportPath]
		if !known {
			t.Errorf("%s is not in the table of arrows", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			if !strings.HasPrefix(imp, "dyad/") || slices.Contains(allowed, "*") {
				continue
			}
			if !slices.Contains(allowed, imp) {
				t.Errorf("%s imports %s, which the table of arrows refuses", p.ImportPath, imp)
			}
		}
	}
}

func TestHomes(t *testing.T) {
	for _, p := range packages(t) {
		for _, imp := range p.Imports {
			for dep, home := range homes {
				if strings.HasPrefix(imp, dep) && !slices.Contains(home, p.ImportPath) {
					t.Errorf("%s imports %s, which belongs in %v", p.ImportPath, imp, home)
				}
			}
		}
	}
}
