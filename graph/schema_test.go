package graph

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dyad/schema"
)

func isForeign(err error) bool { return errors.Is(err, ErrForeign) }

func TestApplyAndCheck(t *testing.T) {
	db := open(t)
	ctx := context.Background()
	strip(t, db)
	all := len(schema.Constraints()) + len(schema.Indexes())
	check := func(want int) []Finding {
		t.Helper()
		found, err := db.CheckSchema(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != want {
			t.Errorf("%d findings, want %d: %v", len(found), want, found)
		}
		return found
	}
	check(all)
	for range 2 { // the second finds everything there
		if err := db.ApplySchema(ctx); err != nil {
			t.Fatal(err)
		}
		check(0)
	}
	must(t, db, "DROP CONSTRAINT dyad_event_id")
	must(t, db, "DROP INDEX dyad_actor_names")
	found := check(2)
	if len(found) == 2 && (found[0].Name != "dyad_event_id" || !strings.Contains(found[0].Problem, "UNIQUENESS of Event(eventId) is missing")) {
		t.Errorf("first finding: %+v", found[0])
	}
	if err := db.ApplySchema(ctx); err != nil {
		t.Fatal(err)
	}
	check(0)
}

func TestWrongPassword(t *testing.T) {
	conf := testConfig(t)
	conf.Password = "not the password"
	_, err := Open(context.Background(), conf)
	if !errors.Is(err, ErrAuth) || errors.Is(err, ErrUnavailable) {
		t.Errorf("got %v, want ErrAuth", err)
	}
}

func TestNoServer(t *testing.T) {
	for _, uri := range []string{"bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"} {
		_, err := Open(t.Context(), Config{URI: uri, Username: "neo4j", Password: "x"})
		if !errors.Is(err, ErrUnavailable) || errors.Is(err, ErrAuth) {
			t.Errorf("%s: got %v, want ErrUnavailable", uri, err)
		}
	}
	if _, err := Open(t.Context(), Config{URI: "http://127.0.0.1:1"}); err == nil || !strings.Contains(err.Error(), "http") {
		t.Errorf("got %v, want an error about the scheme", err)
	}
}

func TestNoSuchDatabase(t *testing.T) {
	conf := testConfig(t)
	conf.Database = "nosuch"
	_, err := Open(context.Background(), conf)
	if !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), "nosuch") {
		t.Errorf("got %v, want ErrUnavailable with the name", err)
	}
}
