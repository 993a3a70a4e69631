package deploy

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestReadAnswer(t *testing.T) {
	for _, tt := range []struct {
		name, body   string
		want         string
		unauthorized bool
	}{
		{"a row", `{"data":{"fields":["1"],"values":[[1]]},"bookmarks":["x"]}`, "", false},
		{"no row", `{"data":{"fields":["1"],"values":[]}}`, "query answered with status 202 and no row", false},
		{"wrong password", `{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]}`,
			"the server does not accept the user name and password (Neo.ClientError.Security.Unauthorized)", true},
		{"password never changed", `{"errors":[{"code":"Neo.ClientError.Security.CredentialsExpired","message":"x"}]}`,
			"the server does not accept the user name and password (Neo.ClientError.Security.CredentialsExpired)", true},
		{"too many wrong ones", `{"errors":[{"code":"Neo.ClientError.Security.AuthenticationRateLimit","message":"x"}]}`,
			"the server refuses every login for some seconds after several wrong ones", false},
		{"no database yet", `{"errors":[{"code":"Neo.TransientError.Database.DatabaseUnavailable","message":"wait"}]}`,
			"query answered with Neo.TransientError.Database.DatabaseUnavailable: wait", false},
		{"not Neo4j", `<html>`, "query answered with status 202 and no JSON", false},
	} {
		err := readAnswer(202, []byte(tt.body))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != tt.want || errors.Is(err, errUnauthorized) != tt.unauthorized {
			t.Errorf("%s: readAnswer gave %q (unauthorized %v), want %q", tt.name, got, errors.Is(err, errUnauthorized), tt.want)
		}
	}
}

func FuzzReadAnswer(f *testing.F) {
	f.Add(202, []byte(`{"data":{"fields":["1"],"values":[[1]]}}`))
	f.Add(401, []byte(`{"errors":[{"code":"Neo.ClientError.Security.Unauthorized"}]}`))
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		err := readAnswer(status, body)
		if err == nil && !strings.Contains(strings.ToLower(string(body)), "values") {
			t.Errorf("readAnswer(%q) took it for an answer", body)
		}
	})
}

func TestSplitURI(t *testing.T) {
	for _, tt := range []struct {
		uri, host, port string
		encrypted       bool
		wantErr         string
	}{
		{uri: "bolt://127.0.0.1:7688", host: "127.0.0.1", port: "7688"},
		{uri: "neo4j://db.example", host: "db.example", port: "7687"},
		{uri: "neo4j+s://x.example.io", host: "x.example.io", port: "7687", encrypted: true},
		{uri: "bolt+ssc://[::1]:1", host: "::1", port: "1", encrypted: true},
		{uri: "http://127.0.0.1:7474", wantErr: "want bolt, bolt+s"},
		{uri: "127.0.0.1:7687", wantErr: "read the address of neo4j"},
		{uri: "bolt://", wantErr: "no host in it"},
		{uri: "bolt+x://h", wantErr: "want bolt, bolt+s"},
	} {
		host, port, encrypted, err := splitURI(tt.uri)
		if tt.wantErr != "" {
			if err == nil || !strings.Contains(err.Error(), tt.wantErr) {
				t.Errorf("splitURI(%s) gave the error %v, want %q", tt.uri, err, tt.wantErr)
			}
			continue
		}
		if err != nil || host != tt.host || port != tt.port || encrypted != tt.encrypted {
			t.Errorf("splitURI(%s) = %s, %s, %v, %v", tt.uri, host, port, encrypted, err)
		}
	}
}

func FuzzSplitURI(f *testing.F) {
	f.Add("bolt://127.0.0.1:7687")
	f.Add("neo4j+s://[::1]")
	f.Fuzz(func(t *testing.T, uri string) {
		host, port, _, err := splitURI(uri)
		if err == nil && (host == "" || port == "") {
			t.Errorf("splitURI(%q) = %q, %q", uri, host, port)
		}
	})
}

// TestGivenServer asks for servers by NEO4J_URI where something else answers.
func TestGivenServer(t *testing.T) {
	web := httptest.NewServer(http.NotFoundHandler())
	defer web.Close()
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := closed.Addr().String()
	closed.Close()
	for _, tt := range []struct {
		name, uri, want string
		kind            Kind
	}{
		{"a web server", "bolt://" + web.Listener.Addr().String(), "what listens there speaks HTTP, not Bolt", NoServer},
		{"nobody", "neo4j://" + nobody, "connection refused", NoServer},
		{"no Bolt address", "http://" + nobody, "want bolt, bolt+s", Failed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("NEO4J_URI", tt.uri)
			home := t.TempDir() + "/none"
			_, err := Up(t.Context(), Options{Home: home})
			var e *Error
			if !errors.As(err, &e) || e.Kind != tt.kind || !strings.Contains(err.Error(), tt.want) || e.Mend == "" {
				t.Errorf("up gave %v, want %q", err, tt.want)
			}
			if exists(home) {
				t.Error("up made a home although a server was named")
			}
		})
	}
}

func TestGivenServerSpeaksBolt(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		got := make([]byte, len(hello))
		if n, _ := conn.Read(got); n == len(hello) {
			conn.Write([]byte{0, 0, 4, 5})
		}
	}()
	t.Setenv("NEO4J_USERNAME", "")
	t.Setenv("NEO4J_PASSWORD", "from the environment")
	t.Setenv("NEO4J_DATABASE", "")
	srv, err := Up(t.Context(), Options{URI: "bolt://" + l.Addr().String(), Username: "ann"})
	if err != nil {
		t.Fatal(err)
	}
	want := Server{URI: "bolt://" + l.Addr().String(), Username: "ann", Password: "from the environment", Database: "neo4j", How: FromEnv}
	want.BrowserURL, want.Version = srv.BrowserURL, srv.Version // of whatever has port 7474 here
	if srv != want {
		t.Errorf("server is %+v, want %+v", srv, want)
	}
}

func FuzzChoseVersion(f *testing.F) {
	f.Add([]byte{0, 0, 4, 5})
	f.Add([]byte("HTTP"))
	f.Fuzz(func(t *testing.T, reply []byte) {
		if choseVersion(reply) && (len(reply) != 4 || reply[3] < 3) {
			t.Errorf("choseVersion(%v) took it for a version", reply)
		}
	})
}
