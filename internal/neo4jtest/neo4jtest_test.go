package neo4jtest

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"dyad/deploy"
)

func TestMain(m *testing.M) { os.Exit(Run(m)) }

// TestServerAnswers asks the server that tests get, twice: it is the same one.
func TestServerAnswers(t *testing.T) {
	first, second := Server(t), Server(t)
	if first != second {
		t.Errorf("the second server is %+v, want %+v", second, first)
	}
	if first.How == deploy.FromEnv {
		t.Skip("the server of DYAD_TEST_NEO4J_URI need not have an HTTP address")
	}
	base := strings.TrimSuffix(first.BrowserURL, "/browser/")
	req, err := http.NewRequest(http.MethodPost, base+"/db/"+first.Database+"/query/v2",
		strings.NewReader(`{"statement":"CREATE (n:Probe {x: 6 * 7}) RETURN n.x AS x"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth(first.Username, first.Password)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var reply struct {
		Data struct{ Values [][]int }
	}
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		t.Fatal(err)
	}
	if len(reply.Data.Values) != 1 || reply.Data.Values[0][0] != 42 {
		t.Errorf("the query answered %v, want [[42]]", reply.Data.Values)
	}
}
