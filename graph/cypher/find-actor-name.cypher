// The actors of a name, in any case, the most mentioned first. The full-text
// index only narrows down.
CALL db.index.fulltext.queryNodes('dyad_actor_names', $phrase) YIELD node AS a
WHERE toLower(a.name) = toLower($text)
RETURN a.actorId AS id, a.name AS name, a.kind AS kind, a.code AS code, a.sector AS sector,
       COUNT { (:Article)-[:MENTIONS]->(a) } AS mentions, a.name AS form
ORDER BY mentions DESC, id
LIMIT 20
