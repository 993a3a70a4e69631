package deploy

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDownloaded(t *testing.T) {
	for _, tt := range []struct {
		line string
		want int64
	}{
		{"[INFO] Downloaded from central: https://repo.example/org/neo4j-browser-5.24.0.jar (15 MB at 23 MB/s)", 15e6},
		{"[INFO] Downloaded from mirror: https://repo.example/a.jar (1.5 kB at 62 kB/s)\r", 1500},
		{"Downloaded from mirror: https://repo.example/a.jar (812 B at 9.1 kB/s)", 812},
		{"Downloaded from mirror: https://repo.example/a.jar (812 B)", 812},
		{"[INFO] Downloaded from central: https://repo.example/a.pom (18 kB at 62 kB/s)", 0},
		{"[INFO] Downloading from central: https://repo.example/a.jar", 0},
		{"", 0},
	} {
		if got := downloaded(tt.line); got != tt.want {
			t.Errorf("downloaded(%q) = %d, want %d", tt.line, got, tt.want)
		}
	}
}

func FuzzDownloaded(f *testing.F) {
	f.Add("Downloaded from central: https://repo.example/a.jar (15 MB at 23 MB/s)")
	f.Fuzz(func(t *testing.T, line string) {
		if n := downloaded(line); n < 0 || n > 1e15 {
			t.Errorf("downloaded(%q) = %d", line, n)
		}
	})
}

func TestReadPom(t *testing.T) {
	a, err := readPom()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(a.Version, "5.26.") || a.Jars < 200 || a.Bytes < 100e6 {
		t.Errorf("pom.xml says %+v", a)
	}
}

// fakeMaven is an mvn that makes as many jars as it should and says so.
const fakeMaven = `for arg; do case "$arg" in -DoutputDirectory=*) out=${arg#*=};; esac; done
mkdir -p "$out"
i=0; while [ $i -lt 214 ]; do : > "$out/$i.jar"; i=$((i+1)); done
echo "Downloaded from x: x/a.jar (100 MB at 1 MB/s)"
echo "Downloaded from x: x/b.jar (100 MB at 1 MB/s)"`

func TestJars(t *testing.T) {
	bin := t.TempDir()
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	program(t, filepath.Join(bin, "mvn"), fakeMaven)
	var done []int64
	o := Options{Cache: t.TempDir(), Progress: func(step string, n, _ int64) {
		if !strings.Contains(step, "214 jars, 135 MB") {
			t.Errorf("the step %q does not say how much it fetches", step)
		}
		done = append(done, n)
	}}
	lib, err := jars(t.Context(), o, java{path: "/opt/java/bin/java"})
	if err != nil {
		t.Fatal(err)
	}
	a, err := readPom()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{0, 100e6, a.Bytes, a.Bytes}, done); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
	if !strings.Contains(lib, "neo4j-"+a.Version) {
		t.Errorf("the folder %s does not name the version", lib)
	}
	program(t, filepath.Join(bin, "mvn"), "exit 1") // not called again
	if again, err := jars(t.Context(), o, java{}); err != nil || again != lib {
		t.Errorf("the second call gave %s, %v, want %s", again, err, lib)
	}
}

func TestJarsFail(t *testing.T) {
	for _, tt := range []struct {
		name, script, want string
	}{
		{"no mvn", "", "java is here, but no mvn in PATH to fetch the server with"},
		{"no network", "echo '[INFO] x'; echo '[ERROR] Could not transfer artifact a:b'; exit 1",
			"fetch neo4j with maven: exit status 1\n  Could not transfer artifact a:b"},
		{"too few", `:`, "fetch neo4j with maven: got 0 jars, want 214"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bin := t.TempDir()
			t.Setenv("PATH", bin)
			if tt.script != "" {
				program(t, filepath.Join(bin, "mvn"), tt.script)
			}
			o := Options{Cache: t.TempDir(), Progress: func(string, int64, int64) {}}
			_, err := jars(t.Context(), o, java{})
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error is %v, want %s", err, tt.want)
			}
			var e *Error
			if tt.name == "no mvn" && (!errors.As(err, &e) || !strings.Contains(e.Mend, "NEO4J_URI")) {
				t.Errorf("the error does not say how to mend it: %#v", err)
			}
			if lib, err := jarFolder(o); err != nil || exists(lib) {
				t.Errorf("a failed fetch left %s (%v)", lib, err)
			}
		})
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
