// Package deploy runs the Neo4j that dyad works with: the server that NEO4J_URI
// names, or a local one in Docker or, without Docker, from the Maven artifacts
// with the Java of the machine. A local server listens on 127.0.0.1 only, has a
// generated password, and outlives the command that started it.
//
// Reads: NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, DYAD_HOME,
// the state and password files of its home, and what java, mvn and docker say
// about themselves. Writes: that home (state, password, configuration, store,
// logs) and a per-user cache with the server's jars.
//
// It speaks to the server over HTTP and a Bolt handshake, without the driver, so
// that it depends on nothing else of dyad.
package deploy

import (
	"context"
	"fmt"
	"time"
)

// The ways a server comes about.
const (
	// FromEnv is the server of NEO4J_URI, which dyad never starts or stops.
	FromEnv = "env"
	// WithDocker is a local server in a container.
	WithDocker = "docker"
	// WithJava is a local server started from the Maven artifacts.
	WithJava = "java"
)

// Server says where a Neo4j is and how to log in.
type Server struct {
	// URI is the Bolt address for the driver.
	URI string `json:"uri"`
	// BrowserURL is the address of Neo4j Browser, "" if the server has none.
	BrowserURL string `json:"browser_url"`
	Username   string `json:"username"`
	Password   string `json:"-"`
	// PasswordFile holds the password of a local server.
	PasswordFile string `json:"password_file,omitempty"`
	Database     string `json:"database"`
	// How is FromEnv, WithDocker or WithJava.
	How string `json:"how"`
	// PID is the process of a server started with Java.
	PID int `json:"pid,omitempty"`
	// Home is the folder of a local server.
	Home string `json:"home,omitempty"`
	// Version is the server's own, "" while it is not known.
	Version string `json:"version,omitempty"`
}

// Options are the settings of a local server. The zero value is what dyad up
// uses.
type Options struct {
	// Home is the folder of state, password and store. Default: DYAD_HOME, else
	// the per-user data folder of the platform.
	Home string
	// Cache is the folder of downloads. Default: the per-user cache folder.
	Cache string
	// URI, Username, Password and Database name a server that is used instead of
	// a local one. Default: NEO4J_URI and its companions.
	URI, Username, Password, Database string
	// With forces WithDocker or WithJava and makes URI be ignored.
	With string
	// Heap and PageCache are sizes as Java writes them. Default: those of the
	// last start, else 1g and 512m.
	Heap, PageCache string
	// JavaOptions are put on Java's command line as they are.
	JavaOptions []string
	// HTTPPort and BoltPort are tried first, then the ports above them. Default:
	// the ports of the last start, else 7474 and 7687.
	HTTPPort, BoltPort int
	// Timeout bounds the wait for the first answer, recovery after a crash
	// included. Default: 5 minutes.
	Timeout time.Duration
	// Progress is told what happens. total is 0 where there is nothing to
	// measure; else done and total are bytes.
	Progress func(step string, done, total int64)
}

// Up makes sure that a server answers queries and returns it. A second Up
// changes nothing; a concurrent one waits for the first.
func Up(ctx context.Context, o Options) (Server, error) {
	o, err := o.complete()
	if err != nil {
		return Server{}, err
	}
	if srv, ok := o.given(); ok {
		return probeEnv(ctx, srv)
	}
	h, unlock, err := o.open(ctx)
	if err != nil {
		return Server{}, err
	}
	defer unlock()
	st, err := h.readState()
	if err != nil {
		return Server{}, err
	}
	how, err := choose(ctx, o, st)
	if err != nil {
		return Server{}, err
	}
	if how == WithDocker {
		return upDocker(ctx, o, h, st)
	}
	return upJava(ctx, o, h, st)
}

// Down stops the local server and waits until it has closed its store. It
// returns false if none ran, and never touches the server of NEO4J_URI.
func Down(ctx context.Context, o Options) (stopped bool, err error) {
	o, err = o.complete()
	if err != nil {
		return false, err
	}
	if !home(o.Home).exists() {
		return false, nil
	}
	h, unlock, err := o.open(ctx)
	if err != nil {
		return false, err
	}
	defer unlock()
	st, err := h.readState()
	if err != nil {
		return false, err
	}
	if st.How == WithDocker {
		return downDocker(ctx, o, h)
	}
	return downJava(ctx, o, h, st)
}

// Current returns the server that other commands should connect to: that of
// NEO4J_URI, else the local one if it runs. It does not ask whether the server
// answers queries.
func Current(o Options) (Server, bool) {
	o, err := o.complete()
	if err != nil {
		return Server{}, false
	}
	if srv, ok := o.given(); ok {
		return srv, true
	}
	h := home(o.Home)
	st, err := h.readState()
	if err != nil || !h.running(st) {
		return Server{}, false
	}
	password, err := h.password()
	if err != nil {
		return Server{}, false
	}
	return h.server(st, password), true
}

// choose says how the local server is run: as asked, as before, with Docker if
// an engine answers, else with Java.
func choose(ctx context.Context, o Options, st state) (string, error) {
	if st.How != "" && o.With != "" && o.With != st.How {
		return "", &Error{Kind: Failed,
			Err:  fmt.Errorf("the graph in %s was made with %s, not with %s", o.Home, st.How, o.With),
			Mend: "leave the choice away, or set DYAD_HOME to a new folder for a second, empty graph"}
	}
	switch {
	case o.With != "":
		return o.With, nil
	case st.How != "":
		return st.How, nil
	case dockerAnswers(ctx) == nil:
		return WithDocker, nil
	}
	return WithJava, nil
}
