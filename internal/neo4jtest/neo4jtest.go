// Package neo4jtest gives the tests of a package a real Neo4j of their own: one
// private server per test binary, started by the first test that asks for it,
// by the same code as dyad up.
//
// Reads: DYAD_TEST_NEO4J_URI, _USERNAME, _PASSWORD and _DATABASE (a server to
// use instead; tests change and empty it), DYAD_REQUIRE_NEO4J (1: a missing
// server fails the tests instead of skipping them). Writes: a temporary folder.
package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"dyad/deploy"
)

// instance is the server of this test binary. The testing package hands tests
// nothing of TestMain, so it has to be a variable.
var instance struct {
	once  sync.Once
	ready bool // Run was called, so that somebody stops the server
	srv   deploy.Server
	err   error
	stop  func()
}

// Run runs the tests and stops the server that they may have started. Use it as
//
//	func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }
func Run(m *testing.M) int {
	instance.ready = true
	defer func() {
		if instance.stop != nil {
			instance.stop()
		}
	}()
	return m.Run()
}

// Server returns the server of this test binary and starts it on first use. The
// test is skipped where no server can be had, or fails if DYAD_REQUIRE_NEO4J is
// 1. The database is shared by all tests of the binary.
func Server(t testing.TB) deploy.Server {
	t.Helper()
	if !instance.ready {
		t.Fatal("TestMain has to call neo4jtest.Run, which stops the server")
	}
	instance.once.Do(func() { instance.srv, instance.stop, instance.err = start(t.Logf) })
	Require(t, instance.err)
	return instance.srv
}

// Require ends a test whose server did not come up: it is skipped where the
// machine lacks Java or Maven, unless DYAD_REQUIRE_NEO4J is 1, and fails
// otherwise.
func Require(t testing.TB, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var e *deploy.Error
	if errors.As(err, &e) && e.Kind == deploy.Missing && os.Getenv("DYAD_REQUIRE_NEO4J") != "1" {
		t.Skipf("this test needs a Neo4j (Java 17 and Maven, or DYAD_TEST_NEO4J_URI): %v", err)
	}
	t.Fatalf("this test needs a Neo4j: %v", err)
}

// Options are the settings of a small server in a home of its own, for tests
// that start and stop servers themselves. Whatever runs there when the test
// ends, is killed. Without Java and Maven the test is skipped as by [Require].
func Options(t testing.TB) deploy.Options {
	t.Helper()
	home, err := newHome()
	if err != nil {
		t.Fatal(err)
	}
	disarm := watch(home)
	t.Cleanup(func() { end(home, disarm) })
	o := options(home, t.Logf)
	found, err := deploy.Doctor(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if (f.Check == "java" || f.Check == "maven") && !f.OK {
			Require(t, &deploy.Error{Kind: deploy.Missing, Err: errors.New(f.Detail), Mend: f.Mend})
		}
	}
	return o
}

// start finds or starts the server of a test binary.
func start(logf func(string, ...any)) (deploy.Server, func(), error) {
	if uri := os.Getenv("DYAD_TEST_NEO4J_URI"); uri != "" {
		return deploy.Server{
			URI:      uri,
			Username: envOr("DYAD_TEST_NEO4J_USERNAME", "neo4j"),
			Password: os.Getenv("DYAD_TEST_NEO4J_PASSWORD"),
			Database: envOr("DYAD_TEST_NEO4J_DATABASE", "neo4j"),
			How:      deploy.FromEnv,
		}, func() {}, nil
	}
	home, err := newHome()
	if err != nil {
		return deploy.Server{}, nil, err
	}
	disarm := watch(home)
	srv, err := deploy.Up(context.Background(), options(home, logf))
	if err != nil {
		end(home, disarm)
		return deploy.Server{}, nil, err
	}
	return srv, func() { end(home, disarm) }, nil
}

// newHome makes a temporary home and returns its path without links, as the
// server's command line shows it.
func newHome() (string, error) {
	home, err := os.MkdirTemp("", "dyad test *") // the blank is on purpose
	if err == nil {
		home, err = filepath.EvalSymlinks(home)
	}
	if err != nil {
		return "", fmt.Errorf("make a home for the test server: %w", err)
	}
	return home, nil
}

// options are the settings of a small server. Other test binaries start servers
// at the same time, so each looks for ports in another place.
func options(home string, logf func(string, ...any)) deploy.Options {
	port := 20000 + rand.IntN(5000)*2
	last := ""
	return deploy.Options{
		Home: home, With: deploy.WithJava,
		Heap: "384m", PageCache: "64m",
		// Without Java's second compiler a start takes half the CPU time.
		JavaOptions: []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"},
		HTTPPort:    port, BoltPort: port + 1,
		Timeout: 4 * time.Minute,
		Progress: func(step string, _, _ int64) {
			if step != last {
				logf("%s", step)
			}
			last = step
		},
	}
}

// end kills the server of a home and removes the home. The store is thrown
// away, so nobody waits for it to be closed.
func end(home string, disarm func()) {
	if srv, ok := deploy.Current(deploy.Options{Home: home, With: deploy.WithJava}); ok {
		if p, err := os.FindProcess(srv.PID); err == nil {
			_ = p.Kill() // it may have ended by itself
		}
	}
	disarm()
	// A server that is just ending may still write.
	for range 20 {
		if os.RemoveAll(home) == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func envOr(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
