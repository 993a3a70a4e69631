package neo4jtest

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/deploy"
)

// Wipe empties the database of a test server: nodes, relationships and
// nothing else.
func Wipe(ctx context.Context, s deploy.Server) error {
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.Username, s.Password, ""))
	if err != nil {
		return fmt.Errorf("wipe %s: %w", s.URI, err)
	}
	defer driver.Close(ctx)
	_, err = neo4j.ExecuteQuery(ctx, driver, "MATCH (n) DETACH DELETE n", nil, neo4j.EagerResultTransformer)
	if err != nil {
		return fmt.Errorf("wipe %s: %w", s.URI, err)
	}
	return nil
}
