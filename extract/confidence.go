package extract

import (
	"fmt"
	"slices"
	"strconv"

	"dyad/schema"
)

// WithMinConfidence returns an extractor that leaves out events, attributions
// and stances below a confidence from 0 to 1. It is part of the run's id. The
// confidence of events is the measured chance that type and both sides are
// right (docs/event-model.md).
func (x *Extractor) WithMinConfidence(least float64) (*Extractor, error) {
	if !(least >= 0 && least <= 1) {
		return nil, fmt.Errorf("the least confidence is %v, want 0 to 1", least)
	}
	if least == 0 {
		return x, nil
	}
	y := *x
	y.least = least
	setting := "min-confidence=" + strconv.FormatFloat(least, 'g', -1, 64)
	y.run.Settings = append(slices.Clone(x.run.Settings), setting)
	slices.Sort(y.run.Settings)
	y.run.ID = schema.ID("run", append([]string{y.run.Version, y.run.Data}, y.run.Settings...)...)
	return &y, nil
}

// confident takes out of a document what is below the least confidence.
func (x *Extractor) confident(doc *schema.Document) {
	if x.least == 0 {
		return
	}
	doc.Events = slices.DeleteFunc(doc.Events, func(e schema.Event) bool { return e.Confidence < x.least })
	doc.Attributions = slices.DeleteFunc(doc.Attributions, func(a schema.Attribution) bool { return a.Confidence < x.least })
	doc.Stances = slices.DeleteFunc(doc.Stances, func(s schema.Stance) bool { return s.Confidence < x.least })
}
