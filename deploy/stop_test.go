package deploy

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestStop stops a stand-in that has the command line of a server: one that
// heeds the request, and one that does not and is killed.
func TestStop(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil || !canDetach {
		t.Skip("needs a shell and signals")
	}
	for _, tt := range []struct {
		name, script string
		want         []string
	}{
		{"heeds", "echo; read line", []string{"stop Neo4j"}},
		{"does not heed", "trap '' TERM; echo; read line", []string{"stop Neo4j", "Neo4j did not stop within 500ms: kill it"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := home(t.TempDir())
			cmd := exec.Command(sh, "-c", tt.script, mainClass, homeFlag(h.neo4j()))
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := out.Read(make([]byte, 1)); err != nil { // the trap is set
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- cmd.Wait() }()
			if !isServer(cmd.Process.Pid, h.neo4j()) {
				t.Fatal("the stand-in is not taken for the server")
			}
			var steps []string
			o := Options{Progress: func(step string, _, _ int64) {
				step, _, _ = strings.Cut(step, ";")
				step, _, _ = strings.Cut(step, " (")
				steps = append(steps, step)
			}}
			if err := stop(t.Context(), o, cmd.Process.Pid, h, 500*time.Millisecond); err != nil {
				t.Fatal(err)
			}
			<-ended
			if diff := cmp.Diff(tt.want, steps); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}
