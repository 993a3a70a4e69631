// The actors that articles call so, in any case, the most often so called
// first. The full-text index only narrows down.
CALL db.index.fulltext.queryRelationships('dyad_mention_forms', $phrase) YIELD relationship AS m
WHERE any(f IN m.forms WHERE toLower(f) = toLower($text))
MATCH (:Article)-[m]->(a:Actor)
WITH a, count(m) AS called
RETURN a.actorId AS id, a.name AS name, a.kind AS kind, a.code AS code, a.sector AS sector,
       called AS mentions, $text AS form
ORDER BY mentions DESC, id
LIMIT 20
