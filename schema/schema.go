// Package schema holds the plain types of dyad and what must hold of them:
// the document that extraction fills and the loader writes ([Document]), the
// content-hash ids ([ID]), the codes of PLOVER and CAMEO ([Ontology]) and the
// schema of the graph ([Graph]).
//
// Reads: its own data files. Writes: nothing. The package imports nothing of
// dyad, so every other package may use it; see internal/importtest.
package schema
