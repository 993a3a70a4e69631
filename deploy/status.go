package deploy

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
)

// The states of a server.
const (
	// Running means that the server answers; of the server of NEO4J_URI only
	// the Bolt port was asked.
	Running = "running"
	// NotAnswering means that the server is there, but no query is answered:
	// it starts, recovers, or does not accept the login.
	NotAnswering = "not answering"
	// Stopped means that there is no server.
	Stopped = "stopped"
)

// Status is what is known of the server that dyad would use.
type Status struct {
	// State is Running, NotAnswering or Stopped.
	State  string `json:"state"`
	Server Server `json:"server"`
	// Kind is Unauthorized if the server refuses the login.
	Kind Kind `json:"-"`
	// Problem says why a server does not answer.
	Problem string `json:"problem,omitempty"`
	// Edition is "community" or "enterprise", "" if it is not known.
	Edition string `json:"edition,omitempty"`
	// StoreBytes is the size of a store that lies in Home.
	StoreBytes int64 `json:"store_bytes,omitempty"`
	// Log is the server's log file.
	Log string `json:"log,omitempty"`
}

// Look returns the status of the server of NEO4J_URI, else of the local one. It
// starts nothing and takes no lock, so that it can be used during a long start.
func Look(ctx context.Context, o Options) (Status, error) {
	o, err := o.complete()
	if err != nil {
		return Status{}, err
	}
	if srv, ok := o.given(); ok {
		return lookEnv(ctx, srv)
	}
	h := home(o.Home)
	st, err := h.readState()
	if err != nil {
		return Status{}, err
	}
	s := Status{State: Stopped, Server: Server{Home: o.Home}, StoreBytes: folderSize(filepath.Join(h.neo4j(), "data"))}
	if _, err := os.Stat(h.log()); err == nil {
		s.Log = h.log()
	}
	if st.How == "" {
		return s, nil
	}
	password, err := h.password()
	if err != nil {
		s.Problem = err.Error()
	}
	s.Server = h.server(st, password)
	if !h.running(st) {
		s.Server.PID = 0
		return s, nil
	}
	base := "http://" + address(st.HTTPPort)
	if d, err := discover(ctx, base); err == nil {
		s.Server.Version, s.Edition = d.Version, d.Edition
	}
	s.State = Running
	if err := ask(ctx, base, s.Server.Username, password, s.Server.Database); err != nil {
		s.State, s.Problem = NotAnswering, plain(err)
		if errors.Is(err, errUnauthorized) || errors.Is(err, errLocked) {
			s.Kind = Unauthorized
		}
	}
	return s, nil
}

// lookEnv is the status of the server of NEO4J_URI.
func lookEnv(ctx context.Context, srv Server) (Status, error) {
	s := Status{State: Running}
	probed, err := probeEnv(ctx, srv)
	s.Server = probed
	var e *Error
	switch {
	case errors.As(err, &e) && e.Kind == NoServer:
		s.State, s.Problem = Stopped, err.Error()
	case err != nil:
		return s, err
	case probed.BrowserURL != "":
		if d, err := discover(ctx, probed.BrowserURL[:len(probed.BrowserURL)-len("/browser/")]); err == nil {
			s.Edition = d.Edition
		}
	}
	return s, nil
}

// plain is an error without the request that net/http puts before it.
func plain(err error) string {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Error()
	}
	return err.Error()
}

// folderSize adds up the files of a folder that other programs may be changing.
func folderSize(dir string) int64 {
	var sum int64
	// A file that vanishes while we walk is no error worth telling.
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil {
				sum += info.Size()
			}
		}
		return nil
	})
	return sum
}
