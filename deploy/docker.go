package deploy

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed compose.yaml
var composeFile []byte

// dockerAnswers is nil if an engine answers soon and docker compose is there.
func dockerAnswers(ctx context.Context) error {
	for _, args := range [][]string{{"info", "--format", "{{.ServerVersion}}"}, {"compose", "version", "--short"}} {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		out, err := quick(exec.CommandContext(ctx, "docker", args...)).CombinedOutput()
		slow := ctx.Err() != nil
		cancel()
		switch {
		case errors.Is(err, exec.ErrNotFound):
			return errors.New("there is no docker in PATH")
		case slow:
			return fmt.Errorf("docker %s does not answer", args[0])
		case err != nil:
			return fmt.Errorf("docker %s: %s", args[0], firstLine(out))
		}
	}
	return nil
}

// upDocker starts the container unless it answers, and waits for an answer.
func upDocker(ctx context.Context, o Options, h home, st state) (Server, error) {
	if st.How == WithDocker && listens(st.BoltPort) {
		if password, err := h.password(); err == nil &&
			ask(ctx, "http://"+address(st.HTTPPort), "neo4j", password, "neo4j") == nil {
			o.tellSizes(st)
			return h.server(st, password), nil
		}
	}
	if err := dockerAnswers(ctx); err != nil {
		return Server{}, &Error{Kind: Missing, Err: fmt.Errorf("start neo4j with docker: %w", err),
			Mend: "start the Docker engine (with the compose plugin); the graph in " + string(h) + " is kept in its volume"}
	}
	o = o.sized(st)
	password, err := h.ensurePassword(st.How == WithDocker)
	if err != nil {
		return Server{}, err
	}
	// A container of ours that runs, but does not answer yet, keeps its ports.
	if !composeRunning(ctx, h) || st.How != WithDocker {
		http, bolt, err := pickPorts(o, st)
		if err != nil {
			return Server{}, err
		}
		st = state{How: WithDocker, HTTPPort: http, BoltPort: bolt, Heap: o.Heap, PageCache: o.PageCache}
	}
	if err := h.writeCompose(o, st, password); err != nil {
		return Server{}, err
	}
	if err := h.writeState(st); err != nil {
		return Server{}, err
	}
	o.step("start Neo4j with Docker Compose on 127.0.0.1, Bolt %d, HTTP %d (the first time it fetches the image, several hundred MB)",
		st.BoltPort, st.HTTPPort)
	if err := compose(ctx, o, h, "up", "-d"); err != nil {
		return Server{}, err
	}
	return await(ctx, o, h, st, func() error { return nil })
}

// downDocker stops and removes the container; its volume with the graph stays.
func downDocker(ctx context.Context, o Options, h home) (bool, error) {
	if err := dockerAnswers(ctx); err != nil {
		return false, &Error{Kind: Failed, Err: fmt.Errorf("stop neo4j in docker: %w", err), Mend: "start the Docker engine"}
	}
	if !composeRunning(ctx, h) {
		return false, nil
	}
	o.step("stop Neo4j (docker compose)")
	return true, compose(ctx, o, h, "down", "--timeout", fmt.Sprint(int(stopWait.Seconds())))
}

// writeCompose writes the compose file and, readable for its owner only, the
// variables that it uses.
func (h home) writeCompose(o Options, st state, password string) error {
	if err := os.WriteFile(h.file("compose.yaml"), composeFile, 0o644); err != nil {
		return fmt.Errorf("write the compose file: %w", err)
	}
	return writePrivate(h.file("compose.env"), composeEnv(o, st, password))
}

// composeEnv is the text of compose.env.
func composeEnv(o Options, st state, password string) []byte {
	return fmt.Appendf(nil, "DYAD_HTTP_PORT=%d\nDYAD_BOLT_PORT=%d\nDYAD_HEAP=%s\nDYAD_PAGE_CACHE=%s\nNEO4J_AUTH=neo4j/%s\n",
		st.HTTPPort, st.BoltPort, o.Heap, o.PageCache, password)
}

// composeCommand is docker compose for the project of a home. Two homes are two
// projects, each with a volume of its own.
func composeCommand(ctx context.Context, h home, args ...string) *exec.Cmd {
	project := fmt.Sprintf("dyad-%x", sha256.Sum256([]byte(h)))[:len("dyad-")+8]
	all := append([]string{"compose", "-p", project, "--env-file", h.file("compose.env"), "-f", h.file("compose.yaml")}, args...)
	cmd := quick(exec.CommandContext(ctx, "docker", all...))
	cmd.Dir = string(h)
	// A variable of the user's shell would win over the file.
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "DYAD_") && !strings.HasPrefix(v, "NEO4J_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	return cmd
}

// composeRunning reports whether the container of a home runs.
func composeRunning(ctx context.Context, h home) bool {
	if _, err := os.Stat(h.file("compose.env")); err != nil {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	out, err := composeCommand(ctx, h, "ps", "-q", "--status", "running").Output()
	return err == nil && len(strings.TrimSpace(string(out))) > 0
}

// compose runs docker compose, passes its lines on as steps and keeps them for
// the error.
func compose(ctx context.Context, o Options, h home, args ...string) error {
	cmd := composeCommand(ctx, h, args...)
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run docker compose %s: %w", args[0], err)
	}
	done := make(chan error, 1)
	go func() {
		err := cmd.Wait()
		w.Close()
		done <- err
	}()
	var last []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			o.step("docker: %s", line)
			last = append(last[max(0, len(last)-9):], line)
		}
	}
	// A line too long for the scanner must not block the writer.
	_, _ = io.Copy(io.Discard, r)
	if err := <-done; err != nil {
		return &Error{Kind: Failed,
			Err:  fmt.Errorf("run docker compose %s: %w\n%s", args[0], err, indent(strings.Join(last, "\n"))),
			Mend: "the files are in " + filepath.Clean(string(h))}
	}
	return nil
}
