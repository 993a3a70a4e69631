package deploy

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// size matches memory sizes as Java and Neo4j both read them.
var size = regexp.MustCompile(`^[1-9][0-9]*[kmg]$`)

// Check returns an error if a setting is malformed.
func (o Options) Check() error {
	for _, s := range []string{o.Heap, o.PageCache} {
		if s != "" && !size.MatchString(s) {
			return fmt.Errorf("memory size %q: want a number and k, m or g, such as 1g", s)
		}
	}
	for _, port := range []int{o.HTTPPort, o.BoltPort} {
		if port < 0 || port > 65535 {
			return fmt.Errorf("port %d: want one from 1 to 65535", port)
		}
	}
	if o.With != "" && o.With != WithDocker && o.With != WithJava {
		return fmt.Errorf("run neo4j with %q: want %s or %s", o.With, WithDocker, WithJava)
	}
	return nil
}

// complete fills in the defaults and checks what was given.
func (o Options) complete() (Options, error) {
	err := o.Check()
	if err != nil {
		return o, err
	}
	if o.Home == "" {
		o.Home, err = defaultHome()
	}
	if err == nil && o.Cache == "" {
		o.Cache, err = defaultCache()
	}
	if err != nil {
		return o, err
	}
	if o.Home, err = filepath.Abs(o.Home); err != nil {
		return o, fmt.Errorf("find the home of the local neo4j: %w", err)
	}
	// A home reached through a link is the same home: the running server is
	// recognised by this path.
	if real, err := filepath.EvalSymlinks(o.Home); err == nil {
		o.Home = real
	}
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Minute
	}
	if o.Progress == nil {
		o.Progress = func(string, int64, int64) {}
	}
	return o, nil
}

// sized returns the options with the memory sizes for a start: as asked, else as
// last time, else the defaults.
func (o Options) sized(st state) Options {
	o.Heap = cmp.Or(o.Heap, st.Heap, "1g")
	o.PageCache = cmp.Or(o.PageCache, st.PageCache, "512m")
	return o
}

// tellSizes says that a server which runs keeps its sizes.
func (o Options) tellSizes(st state) {
	if (o.Heap != "" && o.Heap != st.Heap) || (o.PageCache != "" && o.PageCache != st.PageCache) {
		o.step("Neo4j runs already; for other memory sizes stop it first: dyad down")
	}
}

// step reports something that has no measure.
func (o Options) step(format string, args ...any) {
	o.Progress(fmt.Sprintf(format, args...), 0, 0)
}

// open makes the home and takes its lock, which one Up or Down holds at a time.
func (o Options) open(ctx context.Context) (home, func(), error) {
	if err := os.MkdirAll(o.Home, 0o700); err != nil {
		return "", nil, fmt.Errorf("make the home of the local neo4j: %w", err)
	}
	root, err := filepath.EvalSymlinks(o.Home)
	if err != nil {
		return "", nil, fmt.Errorf("open the home of the local neo4j: %w", err)
	}
	unlock, err := lock(ctx, filepath.Join(root, "lock"), func() {
		o.step("wait for another dyad that is starting or stopping Neo4j")
	})
	return home(root), unlock, err
}

// lock takes a file lock, calls waiting if somebody else holds it, and gives up
// when ctx ends.
func lock(ctx context.Context, path string, waiting func()) (func(), error) {
	type result struct {
		unlock func()
		err    error
	}
	got := make(chan result, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		got <- result{unlock, err}
	}()
	soon := time.After(500 * time.Millisecond)
	for {
		select {
		case r := <-got:
			if r.err != nil {
				return nil, fmt.Errorf("lock %s: %w", path, r.err)
			}
			return r.unlock, nil
		case <-soon:
			waiting()
		case <-ctx.Done():
			go func() {
				if r := <-got; r.err == nil {
					r.unlock()
				}
			}()
			return nil, fmt.Errorf("lock %s: %w", path, ctx.Err())
		}
	}
}

// defaultHome is DYAD_HOME, else the folder for data that the platform gives a
// program and a user.
func defaultHome() (string, error) {
	if dir := os.Getenv("DYAD_HOME"); dir != "" {
		return dir, nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dyad"), nil
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return filepath.Join(dir, "dyad"), nil
		}
	case "darwin":
		if dir, err := os.UserHomeDir(); err == nil {
			return filepath.Join(dir, "Library", "Application Support", "dyad"), nil
		}
	default:
		if dir, err := os.UserHomeDir(); err == nil {
			return filepath.Join(dir, ".local", "share", "dyad"), nil
		}
	}
	return "", &Error{Kind: Failed, Err: fmt.Errorf("find a folder for the local neo4j: no home folder is known"),
		Mend: "set DYAD_HOME to a folder"}
}

// defaultCache is the folder for downloads, shared by all homes of a user.
func defaultCache() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", &Error{Kind: Failed, Err: fmt.Errorf("find a folder for downloads: %w", err),
			Mend: "set XDG_CACHE_HOME to a folder"}
	}
	return filepath.Join(dir, "dyad"), nil
}
