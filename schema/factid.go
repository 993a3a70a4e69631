package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// EventID returns the id of the fact that an event reports: a hash of date and
// granularity, type, mode, CAMEO code, sources, targets and modality, in which
// the order of the actors does not count. An event without a date, or one that
// names nobody, is a fact of its article alone: nothing says that two of them
// are the same.
//
// The extractor gives it the actor ids of the document, the loader those of
// the graph; the two differ only for actors whose ids the input gave.
func EventID(e *Event, articleID string) string {
	granularity := e.DateGranularity
	if granularity == "" || e.Date == "" {
		granularity = DateUnknown
	}
	if granularity != DateUnknown && len(e.Sources)+len(e.Targets) > 0 {
		articleID = ""
	}
	date := e.Date
	if granularity == DateUnknown {
		date = ""
	}
	return ID("event", date, granularity, e.Type, e.Mode, e.CAMEO,
		idSet(e.Sources), idSet(e.Targets),
		strconv.FormatBool(e.Negated), strconv.FormatBool(e.Future), strconv.FormatBool(e.Hypothetical),
		articleID)
}

// StatementID returns the id of what an actor says in an article. Two
// articles never share a statement: their wording is their own.
func StatementID(a *Attribution, actorID, articleID string) string {
	return ID("statement", articleID, actorID, spanList(a.Source), spanList(a.Cue), spanList(a.Content))
}

// StanceID returns the id of an attitude on a day of publication (YYYY-MM-DD).
// Where the day is unknown the stance belongs to its article alone.
func StanceID(holder, target, polarity, day, articleID string) string {
	if day != "" {
		articleID = ""
	}
	return ID("stance", holder, target, polarity, day, articleID)
}

// SentenceID returns the id of a sentence of an article.
func SentenceID(articleID string, s Span, text string) string {
	return ID("sentence", articleID, strconv.Itoa(s.Start), strconv.Itoa(s.End), text)
}

// RoleID returns the id of an office or membership of an actor.
func RoleID(holder string, r Role, of string) string {
	return ID("role", holder, r.Office, of, r.From, r.To, r.Source)
}

// PlaceID returns the id of a place.
func PlaceID(p Place) string { return ID("place", p.Name, p.Country) }

// OutletID returns the id of an outlet or agency by its name.
func OutletID(name string) string { return ID("outlet", name) }

// idSet writes a set of ids in one way.
func idSet(ids []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(ids))), "\x1e")
}

// spanList writes a list of spans in one way.
func spanList(spans []TextSpan) string {
	var b strings.Builder
	for _, s := range spans {
		fmt.Fprintf(&b, "%d-%d ", s.Start, s.End)
	}
	return b.String()
}
