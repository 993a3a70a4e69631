// Package graph writes documents to Neo4j and reads the graph back.
//
// Reads: finished [schema.Document] values, and the graph for queries. Writes:
// the graph of package schema, with the statements in cypher/: one upsert a
// node label or relationship type.
//
// What is shared stays free of order: every key is a content hash, what
// articles may say differently stands on the edges of the article
// (EVIDENCED_BY, MENTIONS), and shared nodes only sum those edges up. So the
// same documents give the same graph however often and in whatever order they
// come, and taking an article out leaves what the others would have made.
//
// The tour: [Open] connects, [DB.Load] writes in batches (rows.go makes the
// rows of a document, loader.go the transactions), [DB.Retract] takes out,
// [DB.Run] queries, [DB.Digest] sums the graph up in one hash.
package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"dyad/schema"
)

// Config says where the database is and how to deal with it.
type Config struct {
	// URI with the scheme bolt, neo4j, or one of these with +s or +ssc.
	URI      string
	Username string
	Password string
	// Database is the database to use, "" for the server's default.
	Database  string
	UserAgent string
	// RetryFor is how long a load waits for a server that went away, 3
	// minutes if zero: a server that was killed can take more than one to
	// recover.
	RetryFor time.Duration
	// Actors tells what the actor table says of an id. It names actors that
	// no article mentions (the state of an office); nil leaves them nameless.
	Actors func(id string) (schema.Actor, bool)
	// Clock gives the time for bookkeeping, time.Now if nil.
	Clock func() time.Time
}

// DB is a connection to a database. It is safe for concurrent use.
type DB struct {
	driver   neo4j.DriverWithContext
	conf     Config
	schema   *schema.Graph
	ontology *schema.Ontology
	texts    statements
}

// Open connects and checks that the server answers and accepts the login. Its
// errors wrap [ErrUnavailable] or [ErrAuth] where these are the reason.
func Open(ctx context.Context, conf Config) (*DB, error) {
	if conf.RetryFor == 0 {
		conf.RetryFor = 3 * time.Minute
	}
	if conf.Clock == nil {
		conf.Clock = time.Now
	}
	g, err := schema.ReadGraph()
	if err != nil {
		return nil, err
	}
	ontology, err := schema.LoadOntology()
	if err != nil {
		return nil, err
	}
	texts, err := readStatements()
	if err != nil {
		return nil, err
	}
	auth := neo4j.BasicAuth(conf.Username, conf.Password, "")
	if conf.Username == "" && conf.Password == "" {
		auth = neo4j.NoAuth()
	}
	driver, err := neo4j.NewDriverWithContext(conf.URI, auth, func(c *config.Config) {
		c.UserAgent = conf.UserAgent
		c.MaxTransactionRetryTime = min(30*time.Second, conf.RetryFor)
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = 30 * time.Second
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.DisabledLevel
	})
	if err != nil {
		return nil, fmt.Errorf("connect to %s: %w", conf.URI, err)
	}
	db := &DB{driver: driver, conf: conf, schema: g, ontology: ontology, texts: texts}
	if err := db.ping(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("connect to %s: %w", conf.URI, err), driver.Close(ctx))
	}
	return db, nil
}

// ping runs a first query: a port that is open may still be no server that
// answers.
func (db *DB) ping(ctx context.Context) error {
	if err := db.driver.VerifyConnectivity(ctx); err != nil {
		return classify(err)
	}
	s := db.session(ctx, neo4j.AccessModeRead)
	defer s.Close(ctx)
	res, err := s.Run(ctx, "RETURN 1", nil)
	if err == nil {
		_, err = res.Consume(ctx)
	}
	return classify(err)
}

// Close closes the connection.
func (db *DB) Close(ctx context.Context) error { return db.driver.Close(ctx) }

// session opens a session on the database of the configuration.
func (db *DB) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return db.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: db.conf.Database})
}

// collect runs a reading query and returns its records.
func (db *DB) collect(ctx context.Context, query string, params map[string]any) ([]*neo4j.Record, error) {
	s := db.session(ctx, neo4j.AccessModeRead)
	defer s.Close(ctx)
	recs, err := neo4j.ExecuteRead(ctx, s, func(tx neo4j.ManagedTransaction) ([]*neo4j.Record, error) {
		res, err := tx.Run(ctx, query, params)
		if err != nil {
			return nil, err
		}
		return res.Collect(ctx)
	})
	return recs, classify(err)
}

// where names the database in messages.
func (db *DB) where() string {
	if db.conf.Database == "" {
		return db.conf.URI
	}
	return strings.TrimSuffix(db.conf.URI, "/") + "/" + db.conf.Database
}
