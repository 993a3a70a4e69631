package deploy

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// oldestJava is the first Java that Neo4j 5 runs with.
const oldestJava = 17

// java is a Java of this machine.
type java struct {
	path    string
	version string
	major   int
}

// findJava returns the first Java that is new enough: of JAVA_HOME, else of PATH.
func findJava(ctx context.Context) (java, error) {
	var tooOld []string
	var broken error
	for _, path := range javaPaths() {
		j, err := askJava(ctx, path)
		switch {
		case err != nil:
			broken = err
		case j.major < oldestJava:
			tooOld = append(tooOld, fmt.Sprintf("%s is version %s", path, j.version))
		default:
			return j, nil
		}
	}
	err := errors.New("no java was found in JAVA_HOME or PATH")
	if len(tooOld) > 0 {
		err = fmt.Errorf("neo4j needs java %d or later: %s", oldestJava, strings.Join(tooOld, ", "))
	} else if broken != nil {
		err = broken
	}
	return java{}, &Error{Kind: Missing, Err: err, Mend: mend("java")}
}

// javaPaths lists the programs to ask, best first.
func javaPaths() []string {
	var paths []string
	if dir := os.Getenv("JAVA_HOME"); dir != "" {
		if path, err := exec.LookPath(filepath.Join(dir, "bin", "java")); err == nil {
			paths = append(paths, path)
		}
	}
	if path, err := exec.LookPath("java"); err == nil {
		paths = append(paths, path)
	}
	return paths
}

// askJava runs java -version.
func askJava(ctx context.Context, path string) (java, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	out, err := quick(exec.CommandContext(ctx, path, "-version")).CombinedOutput()
	if err != nil {
		return java{}, fmt.Errorf("run %s -version: %w: %s", path, err, firstLine(out))
	}
	version, major, err := parseJavaVersion(string(out))
	if err != nil {
		return java{}, fmt.Errorf("run %s -version: %w", path, err)
	}
	return java{path: path, version: version, major: major}, nil
}

// javaVersion matches the line that java -version prints, whoever built it:
// openjdk version "17.0.15" 2025-04-15, java version "1.8.0_202".
var javaVersion = regexp.MustCompile(`(?m)^\S.* version "(([0-9]+)(?:\.([0-9]+))?[^"\n]*)"`)

// parseJavaVersion reads the output of java -version. Up to Java 8 the version
// starts with "1.".
func parseJavaVersion(out string) (version string, major int, err error) {
	m := javaVersion.FindStringSubmatch(out)
	if m == nil {
		return "", 0, fmt.Errorf("no version in %q", firstLine([]byte(out)))
	}
	number := m[2]
	if number == "1" && m[3] != "" {
		number = m[3]
	}
	if major, err = strconv.Atoi(number); err != nil {
		return "", 0, fmt.Errorf("version %q: %w", m[1], err)
	}
	return m[1], major, nil
}

// quick makes a command end soon after its context, even if a child of it
// holds the pipe open.
func quick(cmd *exec.Cmd) *exec.Cmd {
	cmd.WaitDelay = 500 * time.Millisecond
	return cmd
}

// firstLine is the first line that is not blank.
func firstLine(out []byte) string {
	for line := range bytes.Lines(out) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return string(line)
		}
	}
	return "no output"
}

//go:embed data/install.tsv
var installTable string

// mend says how to come by a server when java or maven is missing.
func mend(missing string) string {
	lines := []string{"one of these mends it:"}
	release, _ := os.ReadFile("/etc/os-release")
	if cmd := installCommand(platforms(runtime.GOOS, string(release)), missing); cmd != "" {
		lines = append(lines, "  install it: "+cmd)
	} else if missing == "java" {
		lines = append(lines, fmt.Sprintf("  install Java %d or later, or set JAVA_HOME to one", oldestJava))
	} else {
		lines = append(lines, "  install Apache Maven, so that mvn is in PATH")
	}
	return strings.Join(append(lines,
		"  start Docker (with docker compose)",
		"  set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j 5 that runs"), "\n")
}

// platforms are the keys of the install table for this machine, best first.
func platforms(goos, release string) []string {
	if goos != "linux" {
		return []string{goos}
	}
	var id, like []string
	lines := bufio.NewScanner(strings.NewReader(release))
	for lines.Scan() {
		key, value, _ := strings.Cut(lines.Text(), "=")
		switch value = strings.Trim(value, `"'`); key {
		case "ID":
			id = strings.Fields(value)
		case "ID_LIKE":
			like = strings.Fields(value)
		}
	}
	return append(id, like...)
}

// installCommand looks up how to install java or maven; "" if it is not known.
func installCommand(keys []string, what string) string {
	column := map[string]int{"java": 1, "maven": 2}[what]
	for _, key := range keys {
		for line := range strings.Lines(installTable) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if len(fields) == 3 && fields[0] == key {
				return fields[column]
			}
		}
	}
	return ""
}
