package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Errors that callers tell apart, with errors.Is.
var (
	// ErrAuth is a login that the server refuses.
	ErrAuth = errors.New("the database refuses the login")
	// ErrUnavailable is a server that does not answer.
	ErrUnavailable = errors.New("no database answers")
	// ErrForeign is a database whose content would get in the way: nodes
	// under labels of dyad without its keys, or constraints that clash.
	ErrForeign = errors.New("the database holds somebody else's graph")
	// ErrNoArticle is an article id that the graph does not have.
	ErrNoArticle = errors.New("the graph has no such article")
)

// classify wraps an error of the driver in the error that callers know.
func classify(err error) error {
	var n *neo4j.Neo4jError
	switch {
	case err == nil, errors.Is(err, context.Canceled),
		errors.Is(err, ErrAuth), errors.Is(err, ErrUnavailable), errors.Is(err, ErrForeign):
		return err
	case errors.As(err, &n) && n.Code == "Neo.ClientError.Security.CredentialsExpired":
		return fmt.Errorf("%w: the initial password was never changed: %s", ErrAuth, n.Msg)
	case errors.As(err, &n) && strings.HasPrefix(n.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w: %s", ErrAuth, n.Msg)
	case errors.As(err, &n) && strings.HasSuffix(n.Code, ".DatabaseNotFound"),
		errors.As(err, &n) && strings.HasSuffix(n.Code, ".DatabaseUnavailable"):
		return fmt.Errorf("%w: %s", ErrUnavailable, n.Msg)
	case isConnectivity(err):
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return err
}

// isConnectivity reports whether the server went away or was never there. The
// driver gives up with an execution limit that holds the attempts.
func isConnectivity(err error) bool {
	var c *neo4j.ConnectivityError
	if errors.As(err, &c) {
		return true
	}
	var limit *neo4j.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		last := limit.Errors[len(limit.Errors)-1]
		return !neo4j.IsNeo4jError(last)
	}
	return errors.Is(err, ErrUnavailable)
}

// isTransient reports whether the server asks to repeat a transaction, after a
// deadlock for example.
func isTransient(err error) bool {
	var n *neo4j.Neo4jError
	return errors.As(err, &n) && neo4j.IsRetryable(n)
}
