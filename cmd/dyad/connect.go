package main

import (
	"context"
	"errors"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
	"dyad/extract/actor"
	"dyad/graph"
)

// openDB connects to the Neo4j of the settings, else to the local one.
func (e *env) openDB(c *cli.Context) (*graph.DB, error) {
	cfg, err := e.connection(c)
	if err != nil {
		return nil, err
	}
	return open(c.Context, cfg)
}

// openWriter is openDB for commands that change the graph.
func (e *env) openWriter(c *cli.Context) (*graph.DB, error) {
	cfg, err := e.connection(c)
	if err != nil {
		return nil, err
	}
	tables, err := e.actorTables(c)
	if err != nil {
		return nil, err
	}
	return openToWrite(c.Context, cfg, tables)
}

// openToWrite connects with the tables of actors, which name those that no
// article mentions, such as the state of an office.
func openToWrite(ctx context.Context, cfg graph.Config, tables *actor.Resolver) (*graph.DB, error) {
	cfg.Actors = tables.ByID
	return open(ctx, cfg)
}

// open connects and turns errors into failures with an exit code and a mend.
func open(ctx context.Context, cfg graph.Config) (*graph.DB, error) {
	cfg.UserAgent = "dyad/" + version()
	db, err := graph.Open(ctx, cfg)
	if err != nil {
		return nil, dbError(err)
	}
	return db, nil
}

// connection says where the Neo4j is and how to log in: as the settings have
// it, and where they are silent as the running local server does.
func (e *env) connection(c *cli.Context) (graph.Config, error) {
	value, given := map[string]string{}, map[string]bool{}
	for _, name := range []string{"uri", "username", "password", "database", "home"} {
		v, origin, err := e.setting(c, name)
		if err != nil {
			return graph.Config{}, err
		}
		value[name], given[name] = v, v != "" && origin != "default"
	}
	cfg := graph.Config{URI: value["uri"], Username: value["username"], Password: value["password"], Database: value["database"]}
	if cfg.URI != "" {
		return cfg, nil
	}
	server, ok := deploy.Current(deploy.Options{Home: value["home"]})
	if !ok {
		return graph.Config{}, failf(exitNoDatabase, "start the local one: dyad up; or name yours in NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD", "no neo4j is running")
	}
	local := configOf(server)
	for name, field := range map[string]*string{"username": &local.Username, "password": &local.Password, "database": &local.Database} {
		if given[name] {
			*field = value[name]
		}
	}
	return local, nil
}

// configOf is how to connect to a server that deploy knows.
func configOf(s deploy.Server) graph.Config {
	return graph.Config{URI: s.URI, Username: s.Username, Password: s.Password, Database: s.Database}
}

// dbError gives an error of the graph its exit code and the way to mend it.
func dbError(err error) error {
	var known *failure
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, graph.ErrAuth):
		return &failure{code: exitAuth, err: err, hint: "check NEO4J_USERNAME and NEO4J_PASSWORD; see what is in force: dyad config"}
	case errors.Is(err, graph.ErrUnavailable):
		return &failure{code: exitNoDatabase, err: err, hint: "is the server up? dyad status, dyad up; what was committed is safe, loading again goes on"}
	case errors.Is(err, graph.ErrForeign):
		return &failure{code: exitFailed, err: err, hint: "nothing was touched; give dyad a database of its own: another NEO4J_URI or NEO4J_DATABASE, or the local one (dyad up)"}
	}
	return err
}
