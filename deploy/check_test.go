package deploy

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// findings runs Doctor and returns "check ok detail" or "check mend detail: mend"
// with the folders replaced by names.
func findings(t *testing.T, o Options, replace ...string) []string {
	t.Helper()
	found, err := Doctor(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	r := strings.NewReplacer(append(replace, o.Home, "HOME", o.Cache, "CACHE")...)
	var out []string
	for _, f := range found {
		line := f.Check + " ok " + f.Detail
		if !f.OK {
			mend, _, _ := strings.Cut(f.Mend, "\n")
			line = f.Check + " mend " + f.Detail + ": " + mend
		}
		if f.OK && f.Mend != "" {
			t.Errorf("%s needs no mend, but has %q", f.Check, f.Mend)
		}
		out = append(out, r.Replace(line))
	}
	return out
}

func TestDoctor(t *testing.T) {
	t.Setenv("NEO4J_URI", "")
	t.Setenv("NEO4J_PASSWORD", "")
	t.Setenv("JAVA_HOME", "")
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	port, err := freePort(21000, 0)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", address(port))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	o := Options{Home: t.TempDir(), Cache: t.TempDir(), BoltPort: port, HTTPPort: port + 300}

	t.Run("nothing is here", func(t *testing.T) {
		got := findings(t, o)
		want := []string{
			"java mend no java was found in JAVA_HOME or PATH: one of these mends it:",
			"maven mend there is no mvn in PATH: one of these mends it:",
			"docker ok there is no docker in PATH (not needed)",
			"home ok HOME (no server was started yet)",
		}
		if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
			t.Errorf("findings (-want +got):\n%s", diff)
		}
		if ports := got[len(want)]; !strings.Contains(ports, "is taken by another program; the next start takes") {
			t.Errorf("ports: %s", ports)
		}
		if last := got[len(got)-1]; last != "server mend no local server runs: dyad up" {
			t.Errorf("server: %s", last)
		}
	})

	t.Run("java and jars are here, the password is open to all", func(t *testing.T) {
		program(t, filepath.Join(bin, "java"), javaThatSays("21.0.1"))
		lib, err := jarFolder(o)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(lib, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(home(o.Home).passwordFile(), []byte("x\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		got := findings(t, o, bin, "BIN", lib, "LIB")
		want := []string{
			"java ok 21.0.1 (BIN/java)",
			"maven ok not needed: the server's jars are in LIB",
			"docker ok there is no docker in PATH (not needed)",
			"home mend HOME/password can be read by others (-rw-r--r--): chmod 600 HOME/password",
		}
		if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
			t.Errorf("findings (-want +got):\n%s", diff)
		}
	})

	t.Run("the graph is in docker", func(t *testing.T) {
		if err := home(o.Home).writeState(state{How: WithDocker, HTTPPort: 1, BoltPort: 2}); err != nil {
			t.Fatal(err)
		}
		got := findings(t, o)
		want := "docker mend there is no docker in PATH: start the Docker engine: the graph is in its volume"
		if got[2] != want {
			t.Errorf("docker: %s, want %s", got[2], want)
		}
	})

	t.Run("a broken state file", func(t *testing.T) {
		if err := os.WriteFile(home(o.Home).stateFile(), []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
		got := findings(t, o)
		want := "state mend read HOME/neo4j.json: unexpected end of JSON input: remove that file and run dyad up: the graph itself is kept elsewhere"
		if last := got[len(got)-1]; last != want {
			t.Errorf("state: %s, want %s", last, want)
		}
	})

	t.Run("a server is named", func(t *testing.T) {
		o := Options{Home: t.TempDir(), Cache: t.TempDir(), URI: "bolt://127.0.0.1:1"}
		if err := os.Remove(filepath.Join(bin, "java")); err != nil {
			t.Fatal(err)
		}
		got := findings(t, o)
		want := []string{
			"java ok no java was found in JAVA_HOME or PATH (not needed)",
			"maven ok there is no mvn in PATH (not needed)",
			"docker ok there is no docker in PATH (not needed)",
			"uri ok bolt://127.0.0.1:1",
			"login mend NEO4J_PASSWORD is not set: set NEO4J_PASSWORD, and NEO4J_USERNAME unless it is neo4j",
		}
		if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
			t.Errorf("findings (-want +got):\n%s", diff)
		}
		if last := got[len(got)-1]; !strings.HasPrefix(last, "server mend connect to bolt://127.0.0.1:1: ") {
			t.Errorf("server: %s", last)
		}
	})
}

func TestCheckVersion(t *testing.T) {
	for _, tt := range []struct {
		version string
		ok      bool
	}{
		{"5.26.19", true}, {"5.27.0-aura", true}, {"2025.06.0", true}, {"5.25.1", false}, {"4.4.40", false}, {"dev", true},
	} {
		f := checkVersion(tt.version, "community")
		if f.OK != tt.ok || (f.Mend == "") != tt.ok || !strings.Contains(f.Detail, tt.version) {
			t.Errorf("checkVersion(%s) = %+v, want ok %v", tt.version, f, tt.ok)
		}
	}
}
