package deploy_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dyad/deploy"
	"dyad/internal/neo4jtest"
)

// TestLifecycle takes one server through its life. The steps share one home,
// because every start costs seconds.
func TestLifecycle(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a real server several times")
	}
	t.Setenv("NEO4J_URI", "bolt://127.0.0.1:1") // With makes it be ignored
	l := &life{t: t, o: neo4jtest.Options(t), ctx: t.Context()}
	for _, step := range []struct {
		name string
		run  func(t *testing.T)
	}{
		{"two at once start one server", l.startTwice},
		{"files are private and ports are local", l.privacy},
		{"a second up changes nothing", l.secondUp},
		{"status", l.status},
		{"a wrong password is told", l.wrongPassword},
		{"after kill -9 the data is back, at another port if the old one is taken", l.killed},
		{"a server whose state is lost is found", l.stateLost},
		{"down is clean and can be repeated", l.down},
	} {
		if !t.Run(step.name, step.run) {
			t.FailNow()
		}
	}
}

// life is a server on its way through the steps.
type life struct {
	t   *testing.T
	ctx context.Context
	o   deploy.Options
	srv deploy.Server
}

func (l *life) up(t *testing.T) deploy.Server {
	t.Helper()
	srv, err := deploy.Up(l.ctx, l.o)
	if err != nil {
		t.Fatal(err)
	}
	return srv
}

func (l *life) startTwice(t *testing.T) {
	var wg sync.WaitGroup
	var srvs [2]deploy.Server
	var errs [2]error
	for i := range srvs {
		o := l.o
		o.Progress = nil
		wg.Go(func() { srvs[i], errs[i] = deploy.Up(l.ctx, o) })
	}
	wg.Wait()
	neo4jtest.Require(l.t, errors.Join(errs[:]...))
	if srvs[0] != srvs[1] {
		t.Errorf("the two are not one server:\n%+v\n%+v", srvs[0], srvs[1])
	}
	l.srv = srvs[0]
	if !strings.HasPrefix(l.srv.Version, "5.26.") {
		t.Errorf("version is %q, want 5.26.x", l.srv.Version)
	}
	l.query(t, "CREATE (:Probe {x: 42})")
}

func (l *life) privacy(t *testing.T) {
	for _, name := range []string{"password", "neo4j.json", "neo4j/conf/neo4j.conf"} {
		info, err := os.Stat(filepath.Join(l.o.Home, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v, want -rw-------", name, info.Mode())
		}
	}
	if _, err := os.Stat(filepath.Join(l.o.Home, "set-password.args")); !os.IsNotExist(err) {
		t.Errorf("the file with the command line of the password is still there: %v", err)
	}
	var page struct {
		Bolt string `json:"bolt_direct"`
	}
	getJSON(t, strings.TrimSuffix(l.srv.BrowserURL, "browser/"), &page)
	if page.Bolt != l.srv.URI {
		t.Errorf("the server advertises %s, want %s", page.Bolt, l.srv.URI)
	}
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := strings.Cut(strings.TrimPrefix(l.srv.URI, "bolt://"), ":")
	for _, a := range addrs {
		ip, ok := a.(*net.IPNet)
		if !ok || ip.IP.IsLoopback() || ip.IP.IsLinkLocalUnicast() {
			continue
		}
		conn, err := net.DialTimeout("tcp", net.JoinHostPort(ip.IP.String(), port), time.Second)
		if err == nil {
			conn.Close()
			t.Errorf("the server listens on %s too", ip.IP)
		}
	}
}

func (l *life) secondUp(t *testing.T) {
	began := time.Now()
	if got := l.up(t); got != l.srv {
		t.Errorf("the second up gave %+v, want %+v", got, l.srv)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("the second up took %s", took)
	}
	got, ok := deploy.Current(l.o)
	if !ok || got != l.srv {
		t.Errorf("current is %+v, %v, want %+v", got, ok, l.srv)
	}
	l.o.Heap = "512m"
	said := ""
	l.o.Progress = func(step string, _, _ int64) { said = step }
	if got := l.up(t); got != l.srv || !strings.Contains(said, "stop it first") {
		t.Errorf("up with another heap gave %+v and said %q", got, said)
	}
	l.o.Heap, l.o.Progress = "", nil // from now on as remembered
	other := l.o
	other.With = deploy.WithDocker
	if _, err := deploy.Up(l.ctx, other); err == nil || !strings.Contains(err.Error(), "was made with java, not with docker") {
		t.Errorf("up with docker in the same home gave %v", err)
	}
}

func (l *life) status(t *testing.T) {
	s := l.look(t)
	if s.State != deploy.Running || s.Server != l.srv || s.Edition != "community" || s.StoreBytes == 0 || s.Log == "" {
		t.Errorf("status is %+v", s)
	}
}

func (l *life) look(t *testing.T) deploy.Status {
	t.Helper()
	s, err := deploy.Look(l.ctx, l.o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (l *life) wrongPassword(t *testing.T) {
	if err := os.WriteFile(l.srv.PasswordFile, []byte("not-the-password\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := deploy.Up(l.ctx, l.o)
	var e *deploy.Error
	if !errors.As(err, &e) || e.Kind != deploy.Unauthorized {
		t.Errorf("up gave %v, want the kind Unauthorized", err)
	}
	if s := l.look(t); s.State != deploy.NotAnswering || !strings.Contains(s.Problem, "does not accept") {
		t.Errorf("status is %+v", s)
	}
	if err := os.WriteFile(l.srv.PasswordFile, []byte(l.srv.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (l *life) killed(t *testing.T) {
	p, err := os.FindProcess(l.srv.PID)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Kill(); err != nil {
		t.Fatal(err)
	}
	for l.look(t).State != deploy.Stopped {
		time.Sleep(50 * time.Millisecond)
	}
	if _, ok := deploy.Current(l.o); ok {
		t.Error("a killed server is still the current one")
	}
	defer listenSoon(t, strings.TrimPrefix(l.srv.URI, "bolt://")).Close()
	asked := l.o
	l.o.HTTPPort, l.o.BoltPort = 0, 0 // the remembered ones
	before, now := l.srv, l.up(t)
	if now.URI == before.URI || now.BrowserURL != before.BrowserURL {
		t.Errorf("the server is at %s and %s, want another Bolt port and the same %s", now.URI, now.BrowserURL, before.BrowserURL)
	}
	l.restarted(t, now)
	if s := l.look(t); s.Server.URI != now.URI {
		t.Errorf("the remembered address is %s, want %s", s.Server.URI, now.URI)
	}
	l.o = asked
}

// listenSoon listens at an address that a killed process is about to let go.
func listenSoon(t *testing.T, addr string) net.Listener {
	t.Helper()
	for range 200 {
		if taken, err := net.Listen("tcp", addr); err == nil {
			return taken
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("%s is still taken", addr)
	return nil
}

func (l *life) stateLost(t *testing.T) {
	if err := os.Remove(filepath.Join(l.o.Home, "neo4j.json")); err != nil {
		t.Fatal(err)
	}
	l.o.Heap = "384m" // forgotten with the state
	l.restarted(t, l.up(t))
}

// restarted checks that a new process serves the old data with the old login.
func (l *life) restarted(t *testing.T, now deploy.Server) {
	t.Helper()
	want := l.srv
	want.PID, want.URI, want.BrowserURL = now.PID, now.URI, now.BrowserURL
	if now != want {
		t.Errorf("the server is %+v, want %+v", now, want)
	}
	if now.PID == l.srv.PID {
		t.Errorf("the server still has process %d", now.PID)
	}
	l.srv = now
	args, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(now.PID), "cmdline"))
	if err == nil && !strings.Contains(string(args), "-Xmx384m") {
		t.Errorf("the heap of the first start is not remembered: %q", args)
	}
	if got := l.query(t, "MATCH (p:Probe) RETURN p.x"); got != "[[42]]" {
		t.Errorf("the data is %s, want [[42]]", got)
	}
}

func (l *life) down(t *testing.T) {
	began := time.Now()
	for _, want := range []bool{true, false} {
		if stopped, err := deploy.Down(l.ctx, l.o); err != nil || stopped != want {
			t.Fatalf("down gave %v, %v, want %v", stopped, err, want)
		}
	}
	t.Logf("stopped in %s", time.Since(began))
	if s := l.look(t); s.State != deploy.Stopped || s.Server.PID != 0 {
		t.Errorf("status is %+v, want stopped", s)
	}
	log, err := os.ReadFile(filepath.Join(l.o.Home, "neo4j", "logs", "neo4j.log"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(strings.TrimSpace(string(log)), "Stopped.") {
		t.Error("the log does not end with a clean stop")
	}
}

// query runs a statement and returns the rows as JSON.
func (l *life) query(t *testing.T, statement string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"statement": statement})
	if err != nil {
		t.Fatal(err)
	}
	url := strings.TrimSuffix(l.srv.BrowserURL, "browser/") + "db/neo4j/query/v2"
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(l.srv.Username, l.srv.Password)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var reply struct {
		Data   struct{ Values [][]any }
		Errors []any
	}
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		t.Fatal(err)
	}
	if len(reply.Errors) > 0 {
		t.Fatal(reply.Errors...)
	}
	return fmt.Sprint(reply.Data.Values)
}

func getJSON(t *testing.T, url string, into any) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(into); err != nil {
		t.Fatal(err)
	}
}

// TestEndsAtStart gives the server a heap that Java refuses: the error shows
// what Java said.
func TestEndsAtStart(t *testing.T) {
	o := neo4jtest.Options(t)
	o.Heap = "1k"
	_, err := deploy.Up(t.Context(), o)
	if err == nil || !strings.Contains(err.Error(), "the server ended while it was starting") ||
		!strings.Contains(err.Error(), "maximum heap") {
		t.Errorf("up gave %v, want that java refuses the heap", err)
	}
}
