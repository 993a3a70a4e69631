package deploy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestConfText(t *testing.T) {
	text, err := confText(Options{PageCache: "64m"}, state{HTTPPort: 7475, BoltPort: 7688})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if _, twice := got[key]; !ok || twice {
			t.Errorf("bad line %q: the server would not start", line)
		}
		got[key] = value
	}
	want := map[string]string{
		"server.default_listen_address":                       "127.0.0.1",
		"server.bolt.listen_address":                          "127.0.0.1:7688",
		"server.bolt.advertised_address":                      "127.0.0.1:7688",
		"server.http.listen_address":                          "127.0.0.1:7475",
		"server.http.advertised_address":                      "127.0.0.1:7475",
		"dbms.security.auth_enabled":                          "true",
		"server.memory.pagecache.size":                        "64m",
		"db.tx_log.rotation.retention_policy":                 "1 files",
		"db.tx_log.preallocate":                               "false",
		"internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
		"browser.remote_content_hostname_whitelist":           "127.0.0.1,localhost",
		"dbms.usage_report.enabled":                           "false",
		"client.allow_telemetry":                              "false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("neo4j.conf (-want +got):\n%s", diff)
	}
}

func TestInitialHeap(t *testing.T) {
	for _, tt := range [][2]string{{"1g", "512m"}, {"3g", "1536m"}, {"384m", "192m"}, {"1m", "1m"}, {"600000k", "300000k"}} {
		if got := initialHeap(tt[0]); got != tt[1] {
			t.Errorf("initialHeap(%s) = %s, want %s", tt[0], got, tt[1])
		}
	}
}

func TestTail(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(path, []byte("old 1\nold 2\nnew 1\nnew 2\nnew 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	mark := int64(len("old 1\nold 2\n"))
	for _, tt := range []struct {
		name  string
		from  int64
		lines int
		want  string
	}{
		{"behind the mark", mark, 10, "new 1\nnew 2\nnew 3"},
		{"the last of them", mark, 2, "new 2\nnew 3"},
		{"nothing new", fileSize(path), 10, ""},
		{"a file that was rotated", 1000, 1, "new 3"},
	} {
		if got := tail(path, tt.from, tt.lines); got != tt.want {
			t.Errorf("%s: tail = %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := tail(filepath.Join(t.TempDir(), "none"), 0, 3); got != "" {
		t.Errorf("tail of no file = %q", got)
	}
}
