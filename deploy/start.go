package deploy

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"
	"time"
)

//go:embed neo4j.conf.tmpl
var confTemplate string

// opens are the parts of Java that Neo4j reaches into.
var opens = []string{
	"--add-opens=java.base/java.nio=ALL-UNNAMED",
	"--add-opens=java.base/java.io=ALL-UNNAMED",
	"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
}

// bindTries is how often other ports are tried when somebody takes one between
// the look and the start.
const bindTries = 3

// upJava starts the server with Java unless it runs, and waits for an answer.
func upJava(ctx context.Context, o Options, h home, st state) (Server, error) {
	if !canDetach {
		return Server{}, &Error{Kind: Missing,
			Err:  errors.New("a server without Docker can be started on Linux and macOS only"),
			Mend: "start Docker, or set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j 5 that runs"}
	}
	if pid := h.servingPID(st); pid != 0 && st.How == WithJava {
		st.PID = pid
		o.tellSizes(st)
		return awaitJava(ctx, o, h, st, nil)
	} else if pid != 0 {
		// The state is gone, and with it the ports: start afresh.
		o.step("stop a server of %s whose state file is gone", h)
		if err := stop(ctx, o, pid, h, stopWait); err != nil {
			return Server{}, err
		}
	}
	j, err := findJava(ctx)
	if err != nil {
		return Server{}, err
	}
	lib, err := jars(ctx, o, j)
	if err != nil {
		return Server{}, err
	}
	for try := 1; ; try++ {
		srv, err := startJava(ctx, o, h, st, j, lib)
		if err == nil || !errors.Is(err, errPortTaken) || try == bindTries {
			return srv, err
		}
		o.step("a port was taken in the meantime: try others")
	}
}

// startJava prepares the home and starts the server once.
func startJava(ctx context.Context, o Options, h home, old state, j java, lib string) (Server, error) {
	http, bolt, err := pickPorts(o, old)
	if err != nil {
		return Server{}, err
	}
	o = o.sized(old)
	st := state{How: WithJava, HTTPPort: http, BoltPort: bolt, Heap: o.Heap, PageCache: o.PageCache}
	if old.HTTPPort != 0 && (old.HTTPPort != http || old.BoltPort != bolt) {
		o.step("the ports of the last start are taken: Bolt %d, HTTP %d from now on", bolt, http)
	}
	if err := h.writeConf(o, st); err != nil {
		return Server{}, err
	}
	if err := h.prepareLogin(ctx, o, j, lib); err != nil {
		return Server{}, err
	}
	o.step("start Neo4j on 127.0.0.1, Bolt %d, HTTP %d", bolt, http)
	mark := fileSize(h.log())
	cmd, err := h.command(o, j, lib)
	if err != nil {
		return Server{}, err
	}
	if err := cmd.Start(); err != nil {
		return Server{}, fmt.Errorf("start %s: %w", j.path, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	st.PID = cmd.Process.Pid
	if err := h.writeState(st); err != nil {
		return Server{}, errors.Join(err, kill(st.PID))
	}
	srv, err := awaitJava(ctx, o, h, st, ended)
	if errors.Is(err, errEnded) {
		return srv, h.explainEnd(err, mark)
	}
	if ctx.Err() != nil {
		return srv, errors.Join(err, terminate(st.PID))
	}
	return srv, err
}

// command is the command line of the server, detached, with its output in a file.
func (h home) command(o Options, j java, lib string) (*exec.Cmd, error) {
	console, err := os.Create(h.console())
	if err != nil {
		return nil, fmt.Errorf("open the console log of neo4j: %w", err)
	}
	args := append([]string{"-Xms" + initialHeap(o.Heap), "-Xmx" + o.Heap}, o.JavaOptions...)
	args = append(args, opens...)
	args = append(args, "-cp", classPath(lib), mainClass, homeFlag(h.neo4j()), "--config-dir="+filepath.Dir(h.conf()))
	cmd := exec.Command(j.path, args...)
	cmd.Dir = filepath.Dir(lib)
	cmd.Stdout, cmd.Stderr = console, console
	detach(cmd)
	return cmd, nil
}

// classPath names all jars of a folder, relative to its parent, where the
// server is started: an absolute path could hold the separator of the list.
func classPath(lib string) string { return filepath.Base(lib) + string(filepath.Separator) + "*" }

// initialHeap is half the largest heap, so that a small graph takes less.
func initialHeap(heap string) string {
	n, err := strconv.Atoi(heap[:len(heap)-1])
	if err != nil || n > 1<<20 {
		return heap
	}
	if heap[len(heap)-1] == 'g' {
		return fmt.Sprintf("%dm", n*512)
	}
	return fmt.Sprintf("%d%c", max(1, n/2), heap[len(heap)-1])
}

// writeConf writes the server's configuration.
func (h home) writeConf(o Options, st state) error {
	for _, dir := range []string{filepath.Dir(h.conf()), filepath.Dir(h.log())} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("make the home of the local neo4j: %w", err)
		}
	}
	text, err := confText(o, st)
	if err != nil {
		return err
	}
	return writePrivate(h.conf(), text)
}

// confText is the text of neo4j.conf.
func confText(o Options, st state) ([]byte, error) {
	t, err := template.New("neo4j.conf").Option("missingkey=error").Parse(confTemplate)
	if err != nil {
		return nil, fmt.Errorf("write neo4j.conf: %w", err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{"HTTPPort": st.HTTPPort, "BoltPort": st.BoltPort, "PageCache": o.PageCache})
	if err != nil {
		return nil, fmt.Errorf("write neo4j.conf: %w", err)
	}
	return b.Bytes(), nil
}

// prepareLogin makes the password and, before the first start, gives it to the
// server's own tool. The command line stands in a private file, because others
// can see the arguments of a process.
func (h home) prepareLogin(ctx context.Context, o Options, j java, lib string) error {
	_, err := os.Stat(filepath.Join(h.neo4j(), "data", "databases", "system"))
	used := !errors.Is(err, fs.ErrNotExist)
	password, err := h.ensurePassword(used)
	if err != nil || used {
		return err
	}
	o.step("set the password of the new database")
	argsFile := h.file("set-password.args")
	text := fmt.Sprintf("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp %q org.neo4j.server.startup.Neo4jAdminCommand "+
		"dbms set-initial-password %q\n", filepath.ToSlash(classPath(lib)), password)
	if err := writePrivate(argsFile, []byte(text)); err != nil {
		return err
	}
	defer os.Remove(argsFile)
	cmd := quick(exec.CommandContext(ctx, j.path, "@"+argsFile))
	cmd.Dir = filepath.Dir(lib)
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+h.neo4j(), "NEO4J_CONF="+filepath.Dir(h.conf()))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("set the password of the new database: %w: %s", err, strings.ReplaceAll(firstLine(out), password, "…"))
	}
	return nil
}

// fileSize is the size of a file, 0 if there is none.
func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// tail returns the last lines of a file behind a position.
func tail(path string, from int64, lines int) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	if size := fileSize(path); size < from {
		from = 0
	} else {
		from = max(from, size-1<<16)
	}
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return ""
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return ""
	}
	all := strings.Split(strings.TrimSpace(string(data)), "\n")
	return strings.TrimSpace(strings.Join(all[max(0, len(all)-lines):], "\n"))
}

// waitEvery is the pause between two looks at a starting or stopping server.
const waitEvery = 200 * time.Millisecond
