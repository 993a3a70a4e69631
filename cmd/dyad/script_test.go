package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dyad/internal/neo4jtest"
)

var update = flag.Bool("update", false, "write what the scripts print into them")

func TestMain(m *testing.M) {
	testscript.Main(withNeo4j{m}, map[string]func(){"dyad": main, "exitcode": exitcode})
}

// exitcode runs a command and succeeds if it exits with the given code:
// exitcode 3 dyad load …
func exitcode() {
	cmd := exec.Command(os.Args[2], os.Args[3:]...)
	err := cmd.Run()
	if got := cmd.ProcessState.ExitCode(); strconv.Itoa(got) != os.Args[1] {
		fmt.Fprintf(os.Stderr, "exit %d, want %s: %v\n", got, os.Args[1], err)
		os.Exit(1)
	}
}

// withNeo4j runs the tests and stops the Neo4j that they started, if any.
type withNeo4j struct{ m *testing.M }

func (w withNeo4j) Run() int { return neo4jtest.Run(w.m) }

// TestScript runs the scripts that need no database.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DYAD_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			return nil
		},
	})
}

// TestDatabaseScript runs the scripts that talk to a real Neo4j, one after
// the other, each on an empty database.
func TestDatabaseScript(t *testing.T) {
	server := neo4jtest.Server(t)
	var one sync.Mutex
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "dbscript"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			one.Lock()
			env.Defer(one.Unlock)
			env.Setenv("DYAD_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("NEO4J_URI", server.URI)
			env.Setenv("NEO4J_USERNAME", server.Username)
			env.Setenv("NEO4J_PASSWORD", server.Password)
			return neo4jtest.Wipe(context.Background(), server)
		},
	})
}
