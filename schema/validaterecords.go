package schema

import (
	"fmt"
	"time"
)

// eachEvent checks the events.
func (v *validator) eachEvent() {
	for i := range v.doc.Events {
		e := &v.doc.Events[i]
		path := fmt.Sprintf("events[%d]", i)
		v.need(path+".id", e.ID)
		v.mention(path+".mention_id", e.MentionID)
		v.need(path+".type", e.Type)
		v.need(path+".rule", e.Rule)
		if e.Quad < 1 || e.Quad > 4 {
			v.addf(path+".quad", "%d is not between 1 and 4", e.Quad)
		}
		v.eventDate(path, e)
		v.refs(path+".sources", e.Sources, v.actors)
		v.refs(path+".targets", e.Targets, v.actors)
		v.refs(path+".issues", e.Issues, v.issues)
		v.textSpan(path+".trigger", e.Trigger)
		v.sentence(path+".sentence", e.Sentence)
		v.confidence(path+".confidence", e.Confidence)
	}
}

// eventDate checks that date and granularity fit each other.
func (v *validator) eventDate(path string, e *Event) {
	v.oneOf(path+".date_granularity", e.DateGranularity, DateDay, DateMonth, DateYear, DateUnknown)
	if (e.Date == "") != (e.DateGranularity == DateUnknown) {
		v.addf(path+".date", "%q does not go with granularity %q", e.Date, e.DateGranularity)
		return
	}
	if e.Date == "" {
		return
	}
	d, err := time.Parse(time.DateOnly, e.Date)
	switch {
	case err != nil:
		v.addf(path+".date", "bad date %q: want YYYY-MM-DD", e.Date)
	case e.DateGranularity == DateMonth && d.Day() != 1,
		e.DateGranularity == DateYear && d.YearDay() != 1:
		v.addf(path+".date", "%s is not the first day of the %s", e.Date, e.DateGranularity)
	}
}

// eachAttribution checks who said what.
func (v *validator) eachAttribution() {
	for i, a := range v.doc.Attributions {
		path := fmt.Sprintf("attributions[%d]", i)
		v.mention(path+".id", a.ID)
		v.oneOf(path+".kind", a.Kind, KindSpeech, KindBelief, KindIntention, KindOther)
		v.textSpans(path+".source", a.Source)
		v.textSpans(path+".cue", a.Cue)
		v.textSpans(path+".content", a.Content)
		if len(a.Content) == 0 {
			v.addf(path+".content", "is empty")
		}
		if a.Actor != nil {
			v.refs(path+".actor", []string{*a.Actor}, v.actors)
		}
		for k, to := range a.Addressee {
			at := fmt.Sprintf("%s.addressee[%d]", path, k)
			v.textSpan(at, to.TextSpan)
			v.refs(at+".actors", to.Actors, v.actors)
		}
		if a.Carrier != "" {
			v.refs(path+".carrier", []string{a.Carrier}, v.actors)
		}
		v.refs(path+".about", a.About, v.actors)
		v.refs(path+".issues", a.Issues, v.issues)
		v.sentence(path+".sentence", a.Sentence)
		v.confidence(path+".confidence", a.Confidence)
	}
}

// eachStance checks the stances.
func (v *validator) eachStance() {
	for i, s := range v.doc.Stances {
		path := fmt.Sprintf("stances[%d]", i)
		v.mention(path+".id", s.ID)
		v.refs(path+".holder", []string{s.Holder}, v.actors)
		v.refs(path+".target", []string{s.Target}, v.actors, v.issues)
		v.oneOf(path+".polarity", s.Polarity, Positive, Negative, Neutral)
		if s.HolderMention != (TextSpan{}) {
			v.textSpan(path+".holder_mention", s.HolderMention)
		}
		if s.TargetMention != (TextSpan{}) {
			v.textSpan(path+".target_mention", s.TargetMention)
		}
		v.textSpan(path+".evidence", s.Evidence)
		v.sentence(path+".sentence", s.Sentence)
		v.confidence(path+".confidence", s.Confidence)
	}
}
