package deploy

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

//go:embed pom.xml
var pom []byte

// artifacts is what the embedded pom.xml says about the server.
type artifacts struct {
	Version string `xml:"properties>neo4j.version"`
	Jars    int    `xml:"properties>dyad.jars"`
	Bytes   int64  `xml:"properties>dyad.bytes"`
}

func readPom() (artifacts, error) {
	var a artifacts
	if err := xml.Unmarshal(pom, &a); err != nil {
		return a, fmt.Errorf("read pom.xml: %w", err)
	}
	return a, nil
}

// findMaven returns the path of mvn.
func findMaven() (string, error) {
	path, err := exec.LookPath("mvn")
	if err != nil {
		return "", &Error{Kind: Missing, Mend: mend("maven"),
			Err: errors.New("java is here, but no mvn in PATH to fetch the server with")}
	}
	return path, nil
}

// jarFolder is the folder of the server's jars, whether it is there or not. The
// name has the server's version and the digest of pom.xml in it.
func jarFolder(o Options) (string, error) {
	a, err := readPom()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(pom)
	return filepath.Join(o.Cache, fmt.Sprintf("neo4j-%s-%x", a.Version, sum[:4]), "lib"), nil
}

// jars returns the folder with the server's jars and fetches them on first use.
// The folder appears only when it is complete.
func jars(ctx context.Context, o Options, j java) (string, error) {
	lib, err := jarFolder(o)
	if err != nil {
		return "", err
	}
	dir := filepath.Dir(lib)
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	mvn, err := findMaven()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the folder of the server's jars: %w", err)
	}
	unlock, err := lock(ctx, filepath.Join(dir, "lock"), func() { o.step("wait for another dyad that is fetching Neo4j") })
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	return lib, fetch(ctx, o, mvn, j, dir)
}

// fetch runs Maven with the repositories of the user's own settings and moves
// the jars to dir/lib.
func fetch(ctx context.Context, o Options, mvn string, j java, dir string) error {
	a, err := readPom()
	if err != nil {
		return err
	}
	step := fmt.Sprintf("fetch Neo4j %s with Maven, once (%d jars, %d MB) into %s", a.Version, a.Jars, a.Bytes/1e6, dir)
	o.Progress(step, 0, a.Bytes)
	project := filepath.Join(dir, "pom.xml")
	if err := os.WriteFile(project, pom, 0o644); err != nil {
		return fmt.Errorf("write the maven project: %w", err)
	}
	tmp, err := os.MkdirTemp(dir, "fetch-*")
	if err != nil {
		return fmt.Errorf("make the folder of the server's jars: %w", err)
	}
	defer os.RemoveAll(tmp)
	logFile := filepath.Join(dir, "maven.log")
	out := filepath.Join(tmp, "lib")
	cmd := exec.CommandContext(ctx, mvn, "-B", "-Dstyle.color=never", "-f", project,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+out)
	cmd.Env = append(os.Environ(), "JAVA_HOME="+javaHome(j.path))
	if err := runMaven(cmd, logFile, func(done int64) { o.Progress(step, min(done, a.Bytes), a.Bytes) }); err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("fetch neo4j with maven: %w", ctx.Err())
		}
		return &Error{Kind: Missing, Err: fmt.Errorf("fetch neo4j with maven: %w\n%s", err, mavenErrors(logFile)),
			Mend: "Maven's output is in " + logFile + "; it uses the repositories and proxies of your Maven settings"}
	}
	found, err := filepath.Glob(filepath.Join(out, "*.jar"))
	if err != nil || len(found) < a.Jars {
		return fmt.Errorf("fetch neo4j with maven: got %d jars, want %d: see %s", len(found), a.Jars, logFile)
	}
	o.Progress(step, a.Bytes, a.Bytes)
	return os.Rename(out, filepath.Join(dir, "lib"))
}

// runMaven runs cmd, keeps its output in a file and reports the bytes of the
// jars that it has downloaded.
func runMaven(cmd *exec.Cmd, logFile string, progress func(done int64)) error {
	log, err := os.Create(logFile)
	if err != nil {
		return err
	}
	defer log.Close()
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = log
	if err := quick(cmd).Start(); err != nil {
		return err
	}
	var done int64
	lines := bufio.NewScanner(io.TeeReader(stdout, log))
	for lines.Scan() {
		if n := downloaded(lines.Text()); n > 0 {
			done += n
			progress(done)
		}
	}
	_, copyErr := io.Copy(log, stdout) // a line too long for the scanner
	return errors.Join(copyErr, cmd.Wait())
}

// mavenDownload matches Maven's line about a finished download of a jar.
var mavenDownload = regexp.MustCompile(`Downloaded from .*\.jar \(([0-9]+(?:\.[0-9]+)?) ([kMG]?B)(?: at .*)?\)$`)

// downloaded returns the size of the jar that a line of Maven's output tells of,
// 0 for any other line.
func downloaded(line string) int64 {
	m := mavenDownload.FindStringSubmatch(strings.TrimRight(line, "\r"))
	if m == nil {
		return 0
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil || n > 1e6 {
		return 0
	}
	unit := map[string]float64{"B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}[m[2]]
	return int64(n * unit)
}

// mavenErrors are the first lines in which Maven says what went wrong.
func mavenErrors(logFile string) string {
	data, err := os.ReadFile(logFile)
	if err != nil {
		return ""
	}
	var found []string
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "[ERROR] "); ok && len(found) < 4 {
			found = append(found, "  "+rest)
		}
	}
	return strings.Join(found, "\n")
}

// javaHome is the installation that a java program belongs to.
func javaHome(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Dir(filepath.Dir(path))
}
