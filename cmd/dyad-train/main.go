// Command dyad-train makes the trained data of dyad from annotated text: the
// language model from treebanks and entity corpora, the weights of package
// attribution from PolNeAR, those of package event from annotated news, those
// of package stance from NewsMTSC, DSE and annotated news,
// those of package actor from annotated news and a treebank with coreference.
//
//	dyad-train trees --articles articles.jsonl.gz --trees trees-train.conllu
//	dyad-train language --trees ewt-train.conllu.gz,gum-train.conllu.gz --entities news.iob2.gz --out english.bin
//	dyad-train nouns --news worldwide --more more --out extract/actor/data/noun-weights.tsv
//	dyad-train actors --coref gum-train.conllu.gz --news worldwide --dev gum-dev.conllu.gz --out extract/actor/data/pronoun-weights.tsv
//	dyad-train persons --news worldwide --more more --out extract/actor/data/person-weights.tsv
//	dyad-train states --news worldwide --more more --out extract/actor/data/state-weights.tsv
//	dyad-train attribution --polnear train.jsonl --out extract/attribution/data/weights.tsv
//	dyad-train annotation --articles articles.jsonl.gz --news more
//	dyad-train event --more more --news worldwide --out extract/event/data
//	dyad-train stance --newsmtsc train.jsonl --dse train.txt --news worldwide --more more --out extract/stance/data
//	dyad-train parts --news worldwide --more more --out extract/actor/data/part-weights.tsv
//	dyad-train walks --news worldwide --more more --out extract/actor/data/walk-weights.tsv
//
// Each reads the embedded results of those before it: train in this order and
// build in between. The same files and settings give the same bytes. Files of --dev are parsed with the new model and scored;
// nothing else reads them. Training of the event coder and of stances leaves the
// articles of check.txt out and prints the figures of cross-validation.
//
// Reads: CoNLL-U, IOB2, PolNeAR and NewsMTSC JSON lines, DSE files, annotated news,
// and annotations and trees by offsets. Writes: model and weight files, or what
// annotation and trees turn into each other; scores to stderr.
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/conllu"
	"dyad/internal/corpus"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "dyad-train:", err)
		os.Exit(1)
	}
}

// run trains what the first argument names.
func run(args []string, log io.Writer) error {
	tasks := map[string]func([]string, io.Writer) error{
		"language": trainLanguage, "attribution": trainAttribution, "event": trainEvent, "stance": trainStance, "actors": trainActors, "nouns": trainNouns, "parts": trainParts, "persons": trainPersons, "states": trainStates,
		"annotation": trainAnnotation, "trees": trainTrees, "walks": trainWalks,
	}
	if len(args) == 0 || tasks[args[0]] == nil {
		return fmt.Errorf("name what to train: language, nouns, actors, attribution, event, stance, persons, states, parts, walks, annotation or trees")
	}
	return tasks[args[0]](args[1:], log)
}

// trainLanguage trains the model of package nlp.
func trainLanguage(args []string, log io.Writer) error {
	s := nlp.DefaultSettings()
	fs := flag.NewFlagSet("dyad-train language", flag.ContinueOnError)
	fs.SetOutput(log)
	trees := fs.String("trees", "", "CoNLL-U `files` with gold trees")
	entities := fs.String("entities", "", "IOB2 `files` with gold entities")
	text := fs.String("text", "", "CoNLL-U or IOB2 `files` for word classes")
	vectors := fs.String("vectors", "", "JSON `file` of word vectors, see readVectors")
	dev := fs.String("dev", "", "CoNLL-U or IOB2 `files` to score")
	out := fs.String("out", "", "the model `file` to write")
	without := fs.String("without", "", "a `file` with the ids of documents to leave out of the entities and the text")
	base := fs.String("base", "", "finished `model` to train only the entity recogniser of")
	fs.Uint64Var(&s.Seed, "seed", s.Seed, "seed of the random numbers")
	fs.IntVar(&s.Seeds, "seeds", s.Seeds, "taggers and parsers to train and add up")
	fs.IntVar(&s.EntitySeeds, "entity-seeds", s.EntitySeeds, "entity recognisers to train and add up")
	fs.IntVar(&s.TagEpochs, "tag-epochs", s.TagEpochs, "passes over the trees for the tagger")
	fs.IntVar(&s.GuideEpochs, "guide-epochs", s.GuideEpochs, "passes over the trees for the backward parser")
	fs.IntVar(&s.ParseEpochs, "parse-epochs", s.ParseEpochs, "passes over the trees for the forward parser")
	fs.IntVar(&s.EntityEpochs, "entity-epochs", s.EntityEpochs, "passes over the entities")
	fs.IntVar(&s.Workers, "workers", s.Workers, "trainings side by side")
	if err := fs.Parse(args); err != nil {
		return err
	}
	var c nlp.Corpus
	var err error
	if c.Trees, err = readAll(*trees); err != nil {
		return err
	}
	if c.Entities, err = readAll(*entities); err != nil {
		return err
	}
	if c.Text, err = readAll(*text); err != nil {
		return err
	}
	if *vectors != "" {
		if c.Vectors, err = readVectors(*vectors); err != nil {
			return err
		}
	}
	ids, err := corpus.ReadIDs(*without)
	if err != nil {
		return err
	}
	leaveOut(ids, c.Entities, c.Text)
	if *base != "" {
		if s.Base, err = os.ReadFile(*base); err != nil {
			return err
		}
	}
	data, err := nlp.Train(c, s, log)
	if err != nil {
		return err
	}
	if *out != "" {
		if err := os.WriteFile(*out, data, 0o644); err != nil {
			return fmt.Errorf("write model: %w", err)
		}
	}
	p, err := nlp.Open(data)
	if err != nil {
		return err
	}
	return scoreAll(p, *dev, log)
}

// leaveOut takes documents out of corpora: those whose "# newdoc id" is one of
// the ids, with or without an ending. A later model can so be trained on texts
// in which the names are as new to this one as they will be in use.
func leaveOut(ids map[string]bool, corpora ...[]*nlp.Doc) {
	for _, docs := range corpora {
		for _, d := range docs {
			out := false
			d.Sentences = slices.DeleteFunc(d.Sentences, func(s nlp.Sentence) bool {
				for _, c := range s.Comments {
					if _, id, ok := strings.Cut(c, "# newdoc id = "); ok {
						id, _, _ = strings.Cut(id, ".")
						out = ids[id]
					}
				}
				return out
			})
		}
	}
}

// readAll reads the files of a list separated by commas.
func readAll(names string) ([]*nlp.Doc, error) {
	var out []*nlp.Doc
	for name := range strings.SplitSeq(names, ",") {
		if name == "" {
			continue
		}
		doc, err := readFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, doc)
	}
	return out, nil
}

// readFile reads one file, by its ending as IOB2 or CoNLL-U.
func readFile(name string) (*nlp.Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	plain, zipped := strings.CutSuffix(name, ".gz")
	if zipped {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	if strings.HasSuffix(plain, ".iob2") {
		return conllu.ReadIOB(name, in)
	}
	return conllu.Read(name, in)
}
