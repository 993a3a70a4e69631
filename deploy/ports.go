package deploy

import (
	"fmt"
	"net"
	"time"
)

// portSpan is how many ports above the wanted one are tried.
const portSpan = 200

// pickPorts returns the ports of the next start: those of the last one or the
// wanted ones if they are free, else the next free ones above.
func pickPorts(o Options, st state) (http, bolt int, err error) {
	http, bolt = wantedPorts(o, st)
	if st.PID != 0 {
		// The last server was killed: it may take a moment to let go of its ports.
		for range 10 {
			if portFree(http) && portFree(bolt) {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
	if http, err = freePort(http, 0); err == nil {
		bolt, err = freePort(bolt, http)
	}
	return http, bolt, err
}

// wantedPorts are the ports asked for, else those of the last start, else
// Neo4j's own.
func wantedPorts(o Options, st state) (http, bolt int) {
	http, bolt = 7474, 7687
	if st.HTTPPort != 0 {
		http, bolt = st.HTTPPort, st.BoltPort
	}
	if o.HTTPPort != 0 {
		http = o.HTTPPort
	}
	if o.BoltPort != 0 {
		bolt = o.BoltPort
	}
	return http, bolt
}

// freePort returns the first free port from want on that is not the one to avoid.
func freePort(want, avoid int) (int, error) {
	last := min(want+portSpan, 65535)
	for port := want; port <= last; port++ {
		if port != avoid && portFree(port) {
			return port, nil
		}
	}
	return 0, &Error{Kind: Failed, Err: fmt.Errorf("find a free port on 127.0.0.1: %d to %d are taken", want, last),
		Mend: "stop what listens there, or choose other ports"}
}

// portFree reports whether nothing listens on a port. Listening is tried too,
// because a listener may not accept; connecting is tried too, because some
// systems allow a second listener beside one on all addresses.
func portFree(port int) bool {
	l, err := net.Listen("tcp4", address(port))
	if err != nil {
		return false
	}
	l.Close()
	return !listens(port)
}
