package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"dyad/deploy"
	"dyad/graph"
	"dyad/internal/neo4jtest"
)

// TestServerScript runs the scripts that start and stop a server of their own
// with the commands. They share the user's cache of the server's jars.
func TestServerScript(t *testing.T) {
	if testing.Short() {
		t.Skip("starts real servers")
	}
	o := neo4jtest.Options(t)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "serverscript"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DYAD_HOME", o.Home)
			env.Setenv("XDG_CACHE_HOME", cache)
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			env.Setenv("JAVA_HOME", os.Getenv("JAVA_HOME"))
			env.Setenv("BOLT", strconv.Itoa(o.BoltPort))
			env.Setenv("HTTP", strconv.Itoa(o.HTTPPort))
			return nil
		},
	})
}

func TestSchemaFindings(t *testing.T) {
	missing := func(name string) graph.Finding {
		return graph.Finding{Name: name, Problem: "the constraint " + name + " is missing", Mend: "run: dyad schema apply"}
	}
	clash := graph.Finding{Name: "Actor", Problem: "3 nodes have the label Actor", Mend: "another database", Foreign: true}
	for _, tt := range []struct {
		name  string
		found []graph.Finding
		want  []deploy.Finding
	}{
		{"complete", nil, []deploy.Finding{{Check: "constraints", OK: true, Detail: "all 2 constraints and indexes are there"}}},
		{"new database", []graph.Finding{missing("a"), missing("b")},
			[]deploy.Finding{{Check: "constraints", OK: true, Detail: "none yet: the first dyad load makes them"}}},
		{"one dropped", []graph.Finding{missing("b")},
			[]deploy.Finding{{Check: "constraints", Detail: "missing: b", Mend: "dyad schema apply"}}},
		{"somebody else's graph", []graph.Finding{clash, missing("b")},
			[]deploy.Finding{{Check: "constraints", Detail: "3 nodes have the label Actor", Mend: "another database"},
				{Check: "constraints", Detail: "missing: b", Mend: "dyad schema apply"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, schemaFindings(tt.found, 2)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
