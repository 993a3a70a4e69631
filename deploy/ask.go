package deploy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// client speaks to servers of this machine and to the discovery page of others.
// It uses no proxy and no connection twice: a server that stops has nobody to
// wait for.
func client(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout, Transport: &http.Transport{Proxy: nil, DisableKeepAlives: true}}
}

// errUnauthorized is the answer of a server to a wrong login.
var errUnauthorized = errors.New("the server does not accept the user name and password")

// errLocked is its answer to any login for some seconds after three wrong ones.
var errLocked = errors.New("the server refuses every login for some seconds after several wrong ones")

// ask runs a query that needs nothing but a working database.
func ask(ctx context.Context, base, username, password, database string) error {
	url := base + "/db/" + database + "/query/v2"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(`{"statement":"RETURN 1"}`))
	if err != nil {
		return err
	}
	req.SetBasicAuth(username, password)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	resp, err := client(20 * time.Second).Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
	if err != nil {
		return err
	}
	return readAnswer(resp.StatusCode, body)
}

// readAnswer is the error in the reply to ask, nil if the query was answered.
func readAnswer(status int, body []byte) error {
	var reply struct {
		Data struct {
			Values [][]any `json:"values"`
		} `json:"data"`
		Errors []struct {
			Code    string `json:"code"`
			Message string `json:"message"`
		} `json:"errors"`
	}
	if err := json.Unmarshal(body, &reply); err != nil {
		return fmt.Errorf("query answered with status %d and no JSON", status)
	}
	if len(reply.Errors) > 0 {
		e := reply.Errors[0]
		if strings.HasSuffix(e.Code, ".Unauthorized") || strings.HasSuffix(e.Code, ".CredentialsExpired") {
			return fmt.Errorf("%w (%s)", errUnauthorized, e.Code)
		}
		if strings.HasSuffix(e.Code, ".AuthenticationRateLimit") {
			return errLocked
		}
		return fmt.Errorf("query answered with %s: %s", e.Code, e.Message)
	}
	if len(reply.Data.Values) != 1 {
		return fmt.Errorf("query answered with status %d and no row", status)
	}
	return nil
}

// discovery is what a Neo4j says about itself without a login.
type discovery struct {
	Version string `json:"neo4j_version"`
	Edition string `json:"neo4j_edition"`
}

// discover reads the discovery page of an HTTP address.
func discover(ctx context.Context, base string) (discovery, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/", nil)
	if err != nil {
		return discovery{}, err
	}
	req.Header.Set("Accept", "application/json")
	resp, err := client(3 * time.Second).Do(req)
	if err != nil {
		return discovery{}, err
	}
	defer resp.Body.Close()
	var d discovery
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<16)).Decode(&d); err != nil {
		return discovery{}, fmt.Errorf("read the discovery page of %s: %w", base, err)
	}
	if d.Version == "" {
		return discovery{}, fmt.Errorf("read the discovery page of %s: no neo4j answers there", base)
	}
	return d, nil
}
