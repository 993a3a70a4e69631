package deploy

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
)

// Finding is the result of one check of Doctor.
type Finding struct {
	// Check names what was looked at: java, maven, docker, ports, server …
	Check string `json:"check"`
	// OK is false for a finding that should be mended.
	OK bool `json:"ok"`
	// Detail says what was found.
	Detail string `json:"detail"`
	// Mend says what to do about it.
	Mend string `json:"mend,omitempty"`
}

// Doctor checks what a local server needs and whether the server that dyad
// would use answers. What is missing counts only if something depends on it:
// without Docker, Java is enough, and with NEO4J_URI neither is needed.
func Doctor(ctx context.Context, o Options) ([]Finding, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	srv, fromURI := o.given()
	st, stateErr := home(o.Home).readState()
	found := checkMeans(ctx, o, st, fromURI)
	if stateErr != nil {
		return append(found, failed("state", stateErr)), nil
	}
	if fromURI {
		found = append(found, Finding{Check: "uri", OK: true, Detail: srv.URI})
		if srv.Password == "" {
			found = append(found, Finding{Check: "login", Detail: "NEO4J_PASSWORD is not set",
				Mend: "set NEO4J_PASSWORD, and NEO4J_USERNAME unless it is neo4j"})
		}
	} else {
		found = append(found, checkHome(home(o.Home))...)
		found = append(found, checkPorts(o, st)...)
	}
	return append(found, checkServer(ctx, o)...), nil
}

// failed turns an error into a finding.
func failed(check string, err error) Finding {
	f := Finding{Check: check, Detail: err.Error()}
	var e *Error
	if errors.As(err, &e) {
		f.Mend = e.Mend
	}
	return f
}

// checkMeans looks for Java, Maven and Docker. The three belong together: one
// way to run a server is enough.
func checkMeans(ctx context.Context, o Options, st state, fromURI bool) []Finding {
	var found []Finding
	dockerErr := dockerAnswers(ctx)
	docker := Finding{Check: "docker", OK: true, Detail: "an engine answers, with docker compose"}
	if dockerErr != nil {
		docker.OK = fromURI || st.How != WithDocker
		docker.Detail, docker.Mend = dockerErr.Error(), "start the Docker engine: the graph is in its volume"
	}
	needed := !fromURI && st.How != WithDocker && (dockerErr != nil || st.How == WithJava || o.With == WithJava)
	j, err := findJava(ctx)
	java := Finding{Check: "java", OK: true, Detail: fmt.Sprintf("%s (%s)", j.version, j.path)}
	if err != nil {
		java = failed("java", err)
		java.OK = !needed
	}
	found = append(found, java, checkMaven(o, needed), docker)
	for i, f := range found {
		if f.OK && f.Mend != "" {
			found[i].Detail, found[i].Mend = f.Detail+" (not needed)", ""
		}
	}
	return found
}

// checkMaven looks for mvn, which is needed only until the jars are here.
func checkMaven(o Options, needed bool) Finding {
	if lib, err := jarFolder(o); err == nil {
		if _, err := os.Stat(lib); err == nil {
			return Finding{Check: "maven", OK: true, Detail: "not needed: the server's jars are in " + lib}
		}
	}
	path, err := findMaven()
	if err != nil {
		f := failed("maven", err)
		f.OK = !needed
		f.Mend = mend("maven")
		f.Detail = "there is no mvn in PATH"
		return f
	}
	return Finding{Check: "maven", OK: true, Detail: path}
}

// checkHome looks at the folder and the password file.
func checkHome(h home) []Finding {
	info, err := os.Stat(h.passwordFile())
	if errors.Is(err, os.ErrNotExist) {
		return []Finding{{Check: "home", OK: true, Detail: string(h) + " (no server was started yet)"}}
	}
	if err != nil {
		return []Finding{failed("home", err)}
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return []Finding{{Check: "home", Detail: fmt.Sprintf("%s can be read by others (%v)", h.passwordFile(), info.Mode().Perm()),
			Mend: "chmod 600 " + h.passwordFile()}}
	}
	return []Finding{{Check: "home", OK: true, Detail: string(h)}}
}

// checkPorts tells which ports the server has or would get.
func checkPorts(o Options, st state) []Finding {
	if home(o.Home).running(st) {
		return []Finding{{Check: "ports", OK: true, Detail: fmt.Sprintf("Bolt %d, HTTP %d (in use by the local server)", st.BoltPort, st.HTTPPort)}}
	}
	wantHTTP, wantBolt := wantedPorts(o, st)
	http, bolt, err := pickPorts(o, st)
	if err != nil {
		return []Finding{failed("ports", err)}
	}
	detail := fmt.Sprintf("Bolt %d, HTTP %d are free", bolt, http)
	if http != wantHTTP || bolt != wantBolt {
		detail = fmt.Sprintf("Bolt %d or HTTP %d is taken by another program; the next start takes %d and %d",
			wantBolt, wantHTTP, bolt, http)
	}
	return []Finding{{Check: "ports", OK: true, Detail: detail}}
}

// checkServer asks the server itself.
func checkServer(ctx context.Context, o Options) []Finding {
	s, err := Look(ctx, o)
	if err != nil {
		return []Finding{failed("server", err)}
	}
	switch s.State {
	case Running:
		found := []Finding{{Check: "server", OK: true, Detail: s.Server.URI + " answers"}}
		if s.Server.Version != "" {
			found = append(found, checkVersion(s.Server.Version, s.Edition))
		}
		return found
	case NotAnswering:
		f := Finding{Check: "server", Detail: s.Server.URI + ": " + s.Problem, Mend: "wait if it is just starting; else see " + s.Log}
		if s.Kind == Unauthorized {
			f.Mend = "write the password of user neo4j into " + s.Server.PasswordFile
		}
		return []Finding{f}
	case Stopped:
		f := Finding{Check: "server", Detail: "no local server runs", Mend: "dyad up"}
		if s.Server.How == FromEnv {
			f.Detail, f.Mend = s.Problem, "start that server, correct NEO4J_URI (the Bolt port is 7687), or unset it: dyad then starts its own"
		}
		return []Finding{f}
	}
	return nil
}

// checkVersion says whether dyad's queries run with a version of the server.
func checkVersion(version, edition string) Finding {
	f := Finding{Check: "version", OK: true, Detail: "Neo4j " + version + " " + edition}
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); err != nil {
		f.Detail += " (not a version that dyad can compare)"
		return f
	}
	if major < 5 || (major == 5 && minor < 26) {
		f.OK, f.Mend = false, "use Neo4j 5.26 or later; unset NEO4J_URI to let dyad start its own"
	}
	return f
}
