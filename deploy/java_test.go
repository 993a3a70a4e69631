package deploy

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseJavaVersion(t *testing.T) {
	for _, tt := range []struct {
		out, version string
		major        int
	}{
		{"openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)\n", "17.0.15", 17},
		{"openjdk version \"21\" 2023-09-19 LTS\n", "21", 21},
		{"java version \"1.8.0_202\"\nJava(TM) SE Runtime Environment\n", "1.8.0_202", 8},
		{"java version \"11.0.2\" 2019-01-15 LTS\r\n", "11.0.2", 11},
		{"openjdk version \"25-ea\" 2025-09-16\n", "25-ea", 25},
		{"Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version \"17.0.1\" 2021-10-19\n", "17.0.1", 17},
		{"The operation couldn't be completed. Unable to locate a Java Runtime.\n", "", 0},
		{"openjdk version \"\"\n", "", 0},
		{"openjdk version \"99999999999999999999\"\n", "", 0},
		{"", "", 0},
	} {
		version, major, err := parseJavaVersion(tt.out)
		if version != tt.version || major != tt.major || (err == nil) != (tt.major > 0) {
			t.Errorf("parseJavaVersion(%q) = %q, %d, %v, want %q, %d", tt.out, version, major, err, tt.version, tt.major)
		}
	}
}

func FuzzParseJavaVersion(f *testing.F) {
	f.Add("openjdk version \"17.0.15\" 2025-04-15\n")
	f.Add("java version \"1.8.0_202\"\n")
	f.Fuzz(func(t *testing.T, out string) {
		version, major, err := parseJavaVersion(out)
		if err == nil && (version == "" || major < 0 || !strings.Contains(out, version)) {
			t.Errorf("parseJavaVersion(%q) = %q, %d", out, version, major)
		}
		if err != nil && (version != "" || major != 0) {
			t.Errorf("parseJavaVersion(%q) = %q, %d beside the error %v", out, version, major, err)
		}
	})
}

// program writes an executable shell script.
func program(t *testing.T, path, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

// javaThatSays is a script that prints a version as java does.
func javaThatSays(version string) string {
	return `echo 'openjdk version "` + version + `" 2025-01-01' >&2`
}

func TestFindJava(t *testing.T) {
	for _, tt := range []struct {
		name       string
		home, path string // scripts of JAVA_HOME/bin/java and of java in PATH
		want       string // version
		wantErr    string
	}{
		{"JAVA_HOME first", javaThatSays("21.0.1"), javaThatSays("17.0.2"), "21.0.1", ""},
		{"JAVA_HOME too old", javaThatSays("11.0.2"), javaThatSays("17.0.2"), "17.0.2", ""},
		{"PATH alone", "", javaThatSays("17.0.2"), "17.0.2", ""},
		{"both too old", javaThatSays("1.8.0_202"), javaThatSays("11.0.2"), "",
			"neo4j needs java 17 or later: HOME/bin/java is version 1.8.0_202, BIN/java is version 11.0.2"},
		{"does not run", "", "echo 'Unable to locate a Java Runtime.' >&2; exit 1", "",
			"run BIN/java -version: exit status 1: Unable to locate a Java Runtime."},
		{"none", "", "", "", "no java was found in JAVA_HOME or PATH"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home, bin := t.TempDir(), t.TempDir()
			if tt.home != "" {
				program(t, filepath.Join(home, "bin", "java"), tt.home)
			}
			if tt.path != "" {
				program(t, filepath.Join(bin, "java"), tt.path)
			}
			t.Setenv("JAVA_HOME", home)
			t.Setenv("PATH", bin)
			j, err := findJava(t.Context())
			if tt.wantErr == "" {
				if err != nil || j.version != tt.want {
					t.Errorf("findJava = %+v, %v, want version %s", j, err, tt.want)
				}
				return
			}
			if err == nil {
				t.Fatalf("findJava = %+v, want an error", j)
			}
			got := strings.NewReplacer(home, "HOME", bin, "BIN").Replace(err.Error())
			if got != tt.wantErr {
				t.Errorf("error is %q, want %q", got, tt.wantErr)
			}
			var e *Error
			if !errors.As(err, &e) || e.Kind != Missing {
				t.Fatalf("error is %#v, want the kind Missing", err)
			}
			for _, way := range []string{"install", "Docker", "NEO4J_URI"} {
				if !strings.Contains(e.Mend, way) {
					t.Errorf("the mend does not name %s: %q", way, e.Mend)
				}
			}
		})
	}
}

func TestInstallCommand(t *testing.T) {
	for _, tt := range []struct {
		goos, release, java, maven string
	}{
		{"linux", "NAME=\"Debian GNU/Linux\"\nID=debian\n", "sudo apt-get install openjdk-17-jre-headless", "sudo apt-get install maven"},
		{"linux", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "sudo apt-get install openjdk-17-jre-headless", "sudo apt-get install maven"},
		{"linux", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "sudo dnf install java-21-openjdk-headless", "sudo dnf install maven"},
		{"linux", "ID=plan9\n", "", ""},
		{"linux", "", "", ""},
		{"darwin", "ID=debian\n", "brew install openjdk@21", "brew install maven"},
		{"windows", "", "", ""},
	} {
		keys := platforms(tt.goos, tt.release)
		got := []string{installCommand(keys, "java"), installCommand(keys, "maven")}
		if diff := cmp.Diff([]string{tt.java, tt.maven}, got); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", tt.goos, tt.release, diff)
		}
	}
}

func FuzzPlatforms(f *testing.F) {
	f.Add("ID=debian\nID_LIKE=\"a b\"\n")
	f.Fuzz(func(t *testing.T, release string) {
		for _, key := range platforms("linux", release) {
			if key == "" || strings.ContainsAny(key, " \t\n") {
				t.Errorf("platforms(%q) has the key %q", release, key)
			}
		}
	})
}
