// Actors whose name or surface form sounds alike, the best first.
CALL () {
  CALL db.index.fulltext.queryNodes('dyad_actor_names', $query, {limit: 50}) YIELD node AS a, score
  RETURN a, score
  UNION ALL
  CALL db.index.fulltext.queryRelationships('dyad_mention_forms', $query, {limit: 50}) YIELD relationship AS m, score
  MATCH (:Article)-[m]->(a:Actor)
  RETURN a, score
}
WITH a, max(score) AS score
RETURN a.actorId AS id, a.name AS name, a.kind AS kind, a.code AS code, a.sector AS sector,
       COUNT { (:Article)-[:MENTIONS]->(a) } AS mentions, a.name AS form
ORDER BY score DESC, mentions DESC, id
LIMIT 5
