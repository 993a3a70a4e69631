package deploy

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestState(t *testing.T) {
	h := home(t.TempDir())
	if st, err := h.readState(); err != nil || st != (state{}) {
		t.Errorf("without a file the state is %+v, %v, want an empty one", st, err)
	}
	want := state{How: WithJava, PID: 17, HTTPPort: 7474, BoltPort: 7687, Version: "5.26.19"}
	if err := h.writeState(want); err != nil {
		t.Fatal(err)
	}
	got, err := h.readState()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("state (-want +got):\n%s", diff)
	}
	entries, err := os.ReadDir(string(h))
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v (%v), want the state alone", entries, err)
	}
}

func TestParseState(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`{"how":"java","pid":5,"http_port":7474,"bolt_port":7687}`, ""},
		{`{"how":"docker","http_port":7474,"bolt_port":7687}`, ""},
		{``, "unexpected end of JSON input"},
		{`{"how":"jav`, "unexpected end of JSON input"},
		{`{"how":"magic","http_port":7474,"bolt_port":7687}`, `how is "magic", want "docker" or "java"`},
		{`{"how":"java","http_port":7474,"bolt_port":70000}`, "port 70000 is none"},
		{`{"how":"java","heap":"-x","http_port":7474,"bolt_port":7687}`, `memory size "-x" is none`},
		{`{"how":"java","pid":-1,"http_port":7474,"bolt_port":7687}`, "pid -1 is none"},
	} {
		_, err := parseState([]byte(tt.text))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("parseState(%s) gave %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzParseState(f *testing.F) {
	f.Add([]byte(`{"how":"java","pid":5,"http_port":7474,"bolt_port":7687,"version":"5.26.19"}`))
	f.Add([]byte(`{"how":"docker"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		st, err := parseState(data)
		if err != nil {
			if st != (state{}) {
				t.Errorf("a state beside the error %v: %+v", err, st)
			}
			return
		}
		h := home(t.TempDir())
		if err := h.writeState(st); err != nil {
			t.Fatal(err)
		}
		if again, err := h.readState(); err != nil || again != st {
			t.Errorf("read back %+v, %v, want %+v", again, err, st)
		}
	})
}

func TestEnsurePassword(t *testing.T) {
	h := home(t.TempDir())
	first, err := h.ensurePassword(false)
	if err != nil || len(first) < 20 || strings.HasPrefix(first, "-") {
		t.Fatalf("the password is %q, %v", first, err)
	}
	if err := os.Chmod(h.passwordFile(), 0o644); err != nil {
		t.Fatal(err)
	}
	if again, err := h.ensurePassword(true); err != nil || again != first {
		t.Errorf("the second password is %q, %v, want %q", again, err, first)
	}
	if info, err := os.Stat(h.passwordFile()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v, want 0600", info.Mode(), err)
	}
	if err := os.Remove(h.passwordFile()); err != nil {
		t.Fatal(err)
	}
	_, err = h.ensurePassword(true)
	var e *Error
	if !errors.As(err, &e) || e.Kind != Unauthorized || !strings.Contains(e.Mend, h.passwordFile()) {
		t.Errorf("a lost password gave %#v, want the kind Unauthorized and the file", err)
	}
}

func TestNamesServer(t *testing.T) {
	const server = "/home/u/dyad data/neo4j"
	args := []string{"/usr/bin/java", "-cp", "lib/*", mainClass, "--home-dir=" + server, "--config-dir=" + server + "/conf"}
	for _, tt := range []struct {
		name string
		args []string
		want bool
	}{
		{"as Linux lists it", args, true},
		{"as ps prints it", []string{strings.Join(args, " ")}, true},
		{"another home", []string{"java", mainClass, "--home-dir=" + server + "2"}, false},
		{"a home inside", []string{"java", mainClass, "--home-dir=" + server + "/inner"}, false},
		{"an editor on the configuration", []string{"vi", server + "/conf/neo4j.conf"}, false},
		{"another program", []string{"sleep", "100"}, false},
		{"nothing", nil, false},
	} {
		if got := namesServer(tt.args, server); got != tt.want {
			t.Errorf("%s: namesServer = %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestForeignProcess has a state and a pid file that name a process which is not
// our server, as after a reboot: it is not taken for the server nor stopped.
func TestForeignProcess(t *testing.T) {
	sleeper := exec.Command("sleep", "60")
	if err := sleeper.Start(); err != nil {
		t.Skipf("needs sleep: %v", err)
	}
	defer func() { sleeper.Process.Kill(); sleeper.Wait() }()
	o := Options{Home: t.TempDir(), With: WithJava}
	h := home(o.Home)
	if err := h.writeState(state{How: WithJava, PID: sleeper.Process.Pid, HTTPPort: 7474, BoltPort: 7687}); err != nil {
		t.Fatal(err)
	}
	run := filepath.Join(h.neo4j(), "run")
	if err := os.MkdirAll(run, 0o755); err != nil {
		t.Fatal(err)
	}
	pid := strconv.Itoa(sleeper.Process.Pid)
	if err := os.WriteFile(filepath.Join(run, "neo4j.pid"), []byte(pid+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if srv, ok := Current(o); ok {
		t.Errorf("the current server is %+v, want none", srv)
	}
	if stopped, err := Down(t.Context(), o); err != nil || stopped {
		t.Errorf("down gave %v, %v, want nothing stopped", stopped, err)
	}
	if args, ok := commandLine(sleeper.Process.Pid); !ok {
		t.Errorf("the process is gone (%v)", args)
	}
}

func TestDownWithoutHome(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if stopped, err := Down(t.Context(), Options{Home: dir}); err != nil || stopped {
		t.Errorf("down gave %v, %v, want nothing", stopped, err)
	}
	if exists(dir) {
		t.Error("down made the home")
	}
}

func TestPickPorts(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	taken := l.Addr().(*net.TCPAddr).Port
	if taken > 65000 {
		t.Skip("no room above the taken port")
	}
	http, bolt, err := pickPorts(Options{HTTPPort: taken, BoltPort: taken}, state{})
	if err != nil {
		t.Fatal(err)
	}
	if http <= taken || bolt <= taken || http == bolt {
		t.Errorf("the ports are %d and %d, want two different ones above %d", http, bolt, taken)
	}
	h, b := wantedPorts(Options{BoltPort: 9}, state{HTTPPort: 5, BoltPort: 6})
	if h != 5 || b != 9 {
		t.Errorf("wanted ports are %d, %d, want the remembered 5 and the asked 9", h, b)
	}
}

func TestLockWaits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := lock(t.Context(), path, func() {})
	if err != nil {
		t.Fatal(err)
	}
	told := false
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := lock(ctx, path, func() { told = true }); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a held lock gave %v, want the end of the context", err)
	}
	if !told {
		t.Error("nobody was told about the wait")
	}
	unlock()
	again, err := lock(t.Context(), path, func() {})
	if err != nil {
		t.Fatal(err)
	}
	again()
}

func TestDefaultHome(t *testing.T) {
	t.Setenv("DYAD_HOME", "")
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := defaultHome(); err != nil || got != filepath.Join("/data", "dyad") {
		t.Errorf("home is %s, %v, want /data/dyad", got, err)
	}
	t.Setenv("DYAD_HOME", "/elsewhere")
	if got, err := defaultHome(); err != nil || got != "/elsewhere" {
		t.Errorf("home is %s, %v, want /elsewhere", got, err)
	}
}

func TestCheckOptions(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		want string
	}{
		{Options{}, ""},
		{Options{Heap: "512m", PageCache: "1g", With: WithJava, BoltPort: 7687}, ""},
		{Options{Heap: "lots"}, `memory size "lots": want a number and k, m or g, such as 1g`},
		{Options{PageCache: "1g -XX:+Evil"}, `memory size "1g -XX:+Evil": want a number and k, m or g, such as 1g`},
		{Options{With: "podman"}, `run neo4j with "podman": want docker or java`},
		{Options{HTTPPort: 70000}, "port 70000: want one from 1 to 65535"},
	} {
		got := ""
		if err := tt.o.Check(); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("check of %+v gave %q, want %q", tt.o, got, tt.want)
		}
	}
}
