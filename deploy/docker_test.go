package deploy

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// fakeDocker writes a docker that follows a script and logs its calls; a call
// of compose up makes the file "running".
func fakeDocker(t *testing.T, dir, info, compose string) {
	t.Helper()
	program(t, filepath.Join(dir, "docker"), `echo "$*" >> '`+dir+`/calls'
case "$1 $2" in
"info "*) `+info+`;;
"compose version") `+compose+`;;
*" up -d") ;;
esac
case "$*" in
*" ps "*) [ -e '`+dir+`/running' ] && echo 0123abcd;;
*" up -d") env | grep '^DYAD_\|^NEO4J_' ; : > '`+dir+`/running'; echo ' Container neo4j  Started' >&2;;
*" down "*) rm '`+dir+`/running';;
esac
exit 0`)
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
}

func TestDockerAnswers(t *testing.T) {
	for _, tt := range []struct{ name, info, compose, want string }{
		{"all is well", ":", ":", ""},
		{"no engine", "echo 'Cannot connect to the Docker daemon' >&2; exit 1", ":", "docker info: Cannot connect to the Docker daemon"},
		{"no compose", ":", "echo 'unknown command: docker compose' >&2; exit 1", "docker compose: unknown command: docker compose"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fakeDocker(t, t.TempDir(), tt.info, tt.compose)
			got := ""
			if err := dockerAnswers(t.Context()); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("dockerAnswers gave %q, want %q", got, tt.want)
			}
		})
	}
	t.Run("no docker", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if err := dockerAnswers(t.Context()); err == nil || err.Error() != "there is no docker in PATH" {
			t.Errorf("dockerAnswers gave %v", err)
		}
	})
	t.Run("hangs", func(t *testing.T) {
		fakeDocker(t, t.TempDir(), "sleep 60", ":")
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		began := time.Now()
		if err := dockerAnswers(ctx); err == nil || err.Error() != "docker info does not answer" {
			t.Errorf("dockerAnswers gave %v", err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("it took %s", took)
		}
	})
}

// TestChoose says by which means a server is run.
func TestChoose(t *testing.T) {
	for _, tt := range []struct {
		name, with, before string
		engine             bool
		want, wantErr      string
	}{
		{"an engine answers", "", "", true, WithDocker, ""},
		{"none does", "", "", false, WithJava, ""},
		{"as before", "", WithJava, true, WithJava, ""},
		{"as before, the engine being off", "", WithDocker, false, WithDocker, ""},
		{"as asked", WithJava, "", true, WithJava, ""},
		{"not as before", WithDocker, WithJava, true, "", "the graph in /h was made with java, not with docker"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			info := ":"
			if !tt.engine {
				info = "exit 1"
			}
			fakeDocker(t, t.TempDir(), info, ":")
			got, err := choose(t.Context(), Options{Home: "/h", With: tt.with}, state{How: tt.before})
			if got != tt.want || (err != nil) != (tt.wantErr != "") || (err != nil && err.Error() != tt.wantErr) {
				t.Errorf("choose gave %q, %v, want %q, %q", got, err, tt.want, tt.wantErr)
			}
		})
	}
}

// TestDockerLife runs up, up and down against the fake docker, with a web server
// in the container's place.
func TestDockerLife(t *testing.T) {
	t.Setenv("NEO4J_URI", "")
	t.Setenv("DYAD_HTTP_PORT", "1") // must not reach docker: it would win over the file
	bin := t.TempDir()
	fakeDocker(t, bin, ":", ":")
	o := Options{Home: t.TempDir(), HTTPPort: 20100, BoltPort: 20300, Timeout: 20 * time.Second}
	var neo4j *httptest.Server
	var steps []string
	o.Progress = func(step string, _, _ int64) {
		steps = append(steps, step)
		if strings.HasPrefix(step, "start Neo4j with Docker") {
			neo4j = standIn(t, o.Home)
		}
	}
	srv, err := Up(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if srv.How != WithDocker || srv.PID != 0 || srv.Version != "5.26.0" {
		t.Errorf("the server is %+v", srv)
	}
	if diff := cmp.Diff("docker: Container neo4j  Started", steps[len(steps)-1]); diff != "" {
		t.Errorf("last step (-want +got):\n%s", diff)
	}
	env, err := os.ReadFile(filepath.Join(o.Home, "compose.env"))
	if err != nil || !strings.Contains(string(env), "NEO4J_AUTH=neo4j/"+srv.Password+"\n") {
		t.Errorf("compose.env is %q, %v", env, err)
	}
	if info, err := os.Stat(filepath.Join(o.Home, "compose.env")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("compose.env has mode %v, %v", info.Mode(), err)
	}
	l, err := net.Listen("tcp", strings.TrimPrefix(srv.URI, "bolt://")) // the container's other port
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	again, err := Up(t.Context(), o)
	if err != nil || again != srv {
		t.Errorf("the second up gave %+v, %v, want %+v", again, err, srv)
	}
	if n := countCalls(t, bin, " up -d"); n != 1 {
		t.Errorf("compose up ran %d times, want once", n)
	}
	neo4j.Close()
	for _, want := range []bool{true, false} {
		if stopped, err := Down(t.Context(), o); err != nil || stopped != want {
			t.Errorf("down gave %v, %v, want %v", stopped, err, want)
		}
	}
	fakeDocker(t, bin, "exit 1", ":")
	_, err = Up(t.Context(), o)
	var e *Error
	if !errors.As(err, &e) || e.Kind != Missing || !strings.Contains(e.Mend, "kept in its volume") {
		t.Errorf("up without the engine gave %v", err)
	}
}

// standIn answers on the container's HTTP port as Neo4j does.
func standIn(t *testing.T, dir string) *httptest.Server {
	t.Helper()
	h := home(dir)
	st, err := h.readState()
	if err != nil {
		t.Fatal(err)
	}
	password, err := h.password()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", address(st.HTTPPort))
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch user, pw, _ := r.BasicAuth(); {
		case r.URL.Path == "/":
			w.Write([]byte(`{"neo4j_version":"5.26.0","neo4j_edition":"community"}`))
		case user == "neo4j" && pw == password && r.URL.Path == "/db/neo4j/query/v2":
			w.Write([]byte(`{"data":{"fields":["1"],"values":[[1]]}}`))
		default:
			w.Write([]byte(`{"errors":[{"code":"Neo.ClientError.Security.Unauthorized"}]}`))
		}
	}))
	s.Listener.Close()
	s.Listener = l
	s.Start()
	return s
}

func countCalls(t *testing.T, bin, part string) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(bin, "calls"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(data), part)
}

// TestComposeSettings holds the settings of compose.yaml against those of
// neo4j.conf: a container gets the same server.
func TestComposeSettings(t *testing.T) {
	conf, err := confText(Options{PageCache: "512m"}, state{HTTPPort: 7474, BoltPort: 7687})
	if err != nil {
		t.Fatal(err)
	}
	// What the image sets by itself, or what is about addresses inside the container.
	own := []string{"server.default_listen_address", "server.bolt.listen_address", "server.http.listen_address", "dbms.security.auth_enabled"}
	for line := range strings.Lines(string(conf)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || strings.HasPrefix(key, "#") || strings.Contains(strings.Join(own, " "), key) {
			continue
		}
		name := "NEO4J_" + strings.ReplaceAll(strings.ReplaceAll(key, "_", "__"), ".", "_")
		_, rest, found := strings.Cut(string(composeFile), "      "+name+": ")
		if !found {
			t.Errorf("compose.yaml does not set %s", name)
			continue
		}
		got, _, _ := strings.Cut(rest, "\n")
		got = strings.NewReplacer(`"`, "", "${DYAD_BOLT_PORT:-", "", "${DYAD_HTTP_PORT:-", "", "${DYAD_PAGE_CACHE:-", "", "}", "").Replace(got)
		if got != value {
			t.Errorf("%s is %s, want %s", name, got, value)
		}
	}
	for _, port := range []string{"127.0.0.1:${DYAD_HTTP_PORT:-7474}:7474", "127.0.0.1:${DYAD_BOLT_PORT:-7687}:7687"} {
		if !strings.Contains(string(composeFile), `- "`+port+`"`) {
			t.Errorf("compose.yaml does not bind %s", port)
		}
	}
}

// TestComposeConfig lets a real Compose read the files as up writes them.
func TestComposeConfig(t *testing.T) {
	var compose []string
	if exec.Command("docker", "compose", "version").Run() == nil {
		compose = []string{"docker", "compose"}
	} else if path, err := exec.LookPath("docker-compose"); err == nil {
		compose = []string{path}
	} else {
		t.Skip("neither docker compose nor docker-compose is here")
	}
	h := home(t.TempDir())
	if err := h.writeCompose(Options{Heap: "2g", PageCache: "64m"}, state{HTTPPort: 7475, BoltPort: 7688}, "secret-pass"); err != nil {
		t.Fatal(err)
	}
	args := append(compose[1:], "--env-file", h.file("compose.env"), "-f", h.file("compose.yaml"), "config")
	cmd := exec.Command(compose[0], args...)
	cmd.Dir = string(h)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(compose, " "), err, out)
	}
	for _, want := range []string{
		"image: neo4j:5.26-community", "NEO4J_AUTH: neo4j/secret-pass", "NEO4J_server_memory_heap_max__size: 2g",
		"NEO4J_server_memory_pagecache_size: 64m", "NEO4J_server_bolt_advertised__address: 127.0.0.1:7688",
		"NEO4J_db_tx__log_rotation_retention__policy: 1 files", "127.0.0.1", "7475", "7688", "stop_grace_period: 30s",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the configuration has no %q:\n%s", want, out)
		}
	}
}
