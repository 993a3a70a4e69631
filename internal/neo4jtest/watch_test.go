//go:build unix

package neo4jtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestWatch lets the watcher lose its test binary: it ends the process of the
// state file only if that is the server of this home.
func TestWatch(t *testing.T) {
	for _, tt := range []struct {
		name, flagHome string
		killed         bool
	}{
		{"server of this home", "", true},
		{"another process", "/elsewhere", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home, err := os.MkdirTemp(t.TempDir(), "home-*")
			if err != nil {
				t.Fatal(err)
			}
			flagHome := tt.flagHome
			if flagHome == "" {
				flagHome = home
			}
			server := exec.Command("sh", "-c", "read line", "sh", "--home-dir="+flagHome+"/neo4j")
			hold, err := server.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := server.Start(); err != nil {
				t.Fatal(err)
			}
			state := fmt.Sprintf("{\n  \"how\": \"java\",\n  \"pid\": %d,\n  \"http_port\": 1\n}\n", server.Process.Pid)
			if err := os.WriteFile(filepath.Join(home, "neo4j.json"), []byte(state), 0o600); err != nil {
				t.Fatal(err)
			}
			watcher := exec.Command("sh", "-c", watchScript, "sh", home) // its input ends at once
			if out, err := watcher.CombinedOutput(); err != nil {
				t.Fatalf("the watcher ended with %v: %s", err, out)
			}
			hold.Close()
			server.Wait()
			killed := server.ProcessState.Sys().(syscall.WaitStatus).Signaled()
			if killed != tt.killed {
				t.Errorf("killed is %v, want %v", killed, tt.killed)
			}
			if _, err := os.Stat(home); !os.IsNotExist(err) {
				t.Errorf("the home is still there: %v", err)
			}
		})
	}
}
