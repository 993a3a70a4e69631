package deploy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"strings"
	"time"
)

// given returns the server of the options or of NEO4J_URI, if one is named and
// no local server is asked for. Names and defaults are those of Neo4j's own
// tools.
func (o Options) given() (Server, bool) {
	if o.With != "" {
		return Server{}, false
	}
	srv := Server{URI: o.URI, Username: o.Username, Password: o.Password, Database: o.Database, How: FromEnv}
	if srv.URI == "" {
		srv.URI = os.Getenv("NEO4J_URI")
	}
	if srv.Username == "" {
		srv.Username = envOr("NEO4J_USERNAME", "neo4j")
	}
	if srv.Password == "" {
		srv.Password = os.Getenv("NEO4J_PASSWORD")
	}
	if srv.Database == "" {
		srv.Database = envOr("NEO4J_DATABASE", "neo4j")
	}
	return srv, srv.URI != ""
}

func envOr(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

// probeEnv checks that a Neo4j listens at the address of NEO4J_URI and adds what
// its discovery page says. The login is left to the driver.
func probeEnv(ctx context.Context, srv Server) (Server, error) {
	host, port, encrypted, err := splitURI(srv.URI)
	if err != nil {
		return srv, &Error{Kind: Failed, Err: err, Mend: "set NEO4J_URI to an address such as bolt://127.0.0.1:7687"}
	}
	if err := knock(ctx, net.JoinHostPort(host, port), encrypted); err != nil {
		return srv, &Error{Kind: NoServer, Err: fmt.Errorf("connect to %s: %w", srv.URI, err),
			Mend: "start that server, correct NEO4J_URI (the Bolt port is 7687), or unset it: dyad then starts its own"}
	}
	if encrypted {
		return srv, nil
	}
	base := "http://" + net.JoinHostPort(host, "7474")
	if d, err := discover(ctx, base); err == nil {
		srv.BrowserURL, srv.Version = base+"/browser/", d.Version
	}
	return srv, nil
}

// splitURI reads a Bolt address. encrypted says that the connection needs TLS.
func splitURI(uri string) (host, port string, encrypted bool, err error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", "", false, fmt.Errorf("read the address of neo4j: %w", err)
	}
	scheme, security, _ := strings.Cut(u.Scheme, "+")
	if (scheme != "bolt" && scheme != "neo4j") || (security != "" && security != "s" && security != "ssc") {
		return "", "", false, fmt.Errorf("read the address of neo4j %q: want bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc", uri)
	}
	if u.Hostname() == "" {
		return "", "", false, fmt.Errorf("read the address of neo4j %q: no host in it", uri)
	}
	if port = u.Port(); port == "" {
		port = "7687"
	}
	return u.Hostname(), port, security != "", nil
}

// hello is the start of every Bolt connection: the magic number and four
// versions that the client speaks.
var hello = []byte{0x60, 0x60, 0xb0, 0x17, 0, 4, 4, 5, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0}

// knock connects and, where no TLS is in the way, checks that what answers
// speaks Bolt and not, say, HTTP.
func knock(ctx context.Context, addr string, encrypted bool) error {
	dialer := net.Dialer{Timeout: 5 * time.Second}
	conn, err := dialer.DialContext(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	if encrypted {
		return nil
	}
	if err := conn.SetDeadline(time.Now().Add(3 * time.Second)); err != nil {
		return err
	}
	reply := make([]byte, 4)
	if _, err = conn.Write(hello); err == nil {
		_, err = io.ReadFull(conn, reply)
	}
	if err == nil && choseVersion(reply) {
		return nil
	}
	if resp, err := client(3 * time.Second).Get("http://" + addr + "/"); err == nil {
		resp.Body.Close()
		return errors.New("what listens there speaks HTTP, not Bolt")
	}
	return errors.New("what listens there does not speak Bolt")
}

// choseVersion reports whether four bytes are a Bolt server's choice of version:
// major last, minor before it.
func choseVersion(reply []byte) bool {
	return len(reply) == 4 && reply[0] == 0 && reply[1] == 0 && reply[3] >= 3 && reply[3] <= 9
}
