package deploy

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// home is the folder of a local server: what dyad keeps about it, and below
// neo4j/ what the server itself reads and writes.
type home string

func (h home) file(name string) string { return filepath.Join(string(h), name) }
func (h home) neo4j() string           { return h.file("neo4j") }
func (h home) conf() string            { return filepath.Join(h.neo4j(), "conf", "neo4j.conf") }
func (h home) log() string             { return filepath.Join(h.neo4j(), "logs", "neo4j.log") }
func (h home) console() string         { return filepath.Join(h.neo4j(), "logs", "console.log") }
func (h home) passwordFile() string    { return h.file("password") }
func (h home) stateFile() string       { return h.file("neo4j.json") }

// exists reports whether there ever was a server here.
func (h home) exists() bool {
	_, err := os.Stat(string(h))
	return err == nil
}

// state is what dyad remembers of a local server between commands.
type state struct {
	How      string `json:"how"`
	PID      int    `json:"pid,omitempty"`
	HTTPPort int    `json:"http_port"`
	BoltPort int    `json:"bolt_port"`
	Version  string `json:"version,omitempty"`
	// Heap and PageCache are the sizes of the last start.
	Heap      string `json:"heap,omitempty"`
	PageCache string `json:"page_cache,omitempty"`
}

// readState reads the state file; without one the state is empty.
func (h home) readState() (state, error) {
	data, err := os.ReadFile(h.stateFile())
	if errors.Is(err, fs.ErrNotExist) {
		return state{}, nil
	}
	if err != nil {
		return state{}, fmt.Errorf("read the state of the local neo4j: %w", err)
	}
	st, err := parseState(data)
	if err != nil {
		return state{}, &Error{Kind: Failed, Err: fmt.Errorf("read %s: %w", h.stateFile(), err),
			Mend: "remove that file and run dyad up: the graph itself is kept elsewhere"}
	}
	return st, nil
}

// parseState reads and checks the text of a state file.
func parseState(data []byte) (state, error) {
	var st state
	if err := json.Unmarshal(data, &st); err != nil {
		return state{}, err
	}
	if st.How != WithDocker && st.How != WithJava {
		return state{}, fmt.Errorf("how is %q, want %q or %q", st.How, WithDocker, WithJava)
	}
	for _, port := range []int{st.HTTPPort, st.BoltPort} {
		if port < 1 || port > 65535 {
			return state{}, fmt.Errorf("port %d is none", port)
		}
	}
	for _, memory := range []string{st.Heap, st.PageCache} {
		if memory != "" && !size.MatchString(memory) {
			return state{}, fmt.Errorf("memory size %q is none", memory)
		}
	}
	if st.PID < 0 {
		return state{}, fmt.Errorf("pid %d is none", st.PID)
	}
	return st, nil
}

func (h home) writeState(st state) error {
	data, err := json.MarshalIndent(st, "", "  ")
	if err != nil {
		return fmt.Errorf("write the state of the local neo4j: %w", err)
	}
	return writePrivate(h.stateFile(), append(data, '\n'))
}

// writePrivate replaces a file, readable for its owner only, at one stroke: a
// crash leaves the old or the new file.
func writePrivate(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // mode 0600
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err := errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// password reads the password file.
func (h home) password() (string, error) {
	data, err := os.ReadFile(h.passwordFile())
	if err != nil {
		return "", fmt.Errorf("read the password of the local neo4j: %w", err)
	}
	password := strings.TrimSpace(string(data))
	if password == "" {
		return "", fmt.Errorf("read the password of the local neo4j: %s is empty", h.passwordFile())
	}
	return password, nil
}

// ensurePassword reads the password, or makes one for a server that has none.
// used says whether a server already has a password that a new one would not fit.
func (h home) ensurePassword(used bool) (string, error) {
	password, err := h.password()
	if err == nil {
		return password, os.Chmod(h.passwordFile(), 0o600)
	}
	if !errors.Is(err, fs.ErrNotExist) || used {
		return "", &Error{Kind: Unauthorized, Err: err,
			Mend: "put the password of this server into " + h.passwordFile() +
				", or move " + string(h) + " away for a new, empty graph"}
	}
	password = rand.Text()
	return password, writePrivate(h.passwordFile(), []byte(password+"\n"))
}

// server is the local server as others see it.
func (h home) server(st state, password string) Server {
	return Server{
		URI:          "bolt://" + address(st.BoltPort),
		BrowserURL:   "http://" + address(st.HTTPPort) + "/browser/",
		Username:     "neo4j",
		Password:     password,
		PasswordFile: h.passwordFile(),
		Database:     "neo4j",
		How:          st.How,
		PID:          st.PID,
		Home:         string(h),
		Version:      st.Version,
	}
}

// running reports whether the server of the state runs, without asking it.
func (h home) running(st state) bool {
	switch st.How {
	case WithJava:
		return isServer(st.PID, h.neo4j())
	case WithDocker:
		return listens(st.BoltPort)
	}
	return false
}

// address is a port of this machine.
func address(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

// listens reports whether anything takes connections on a port.
func listens(port int) bool {
	conn, err := net.DialTimeout("tcp", address(port), time.Second)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}
