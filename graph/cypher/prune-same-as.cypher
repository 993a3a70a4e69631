// Take out the doubts about actors that no article has any more. Those of
// same-name.cypher stand as long as both actors do.
UNWIND $ids AS id
MATCH (a:Actor {actorId: id})-[s:POSSIBLY_SAME_AS]->(b:Actor)
WHERE s.why <> $sameName AND NOT EXISTS {
  MATCH (:Article)-[m:MENTIONS]->(a)
  WHERE any(i IN range(0, coalesce(size(m.sameAs), 0) - 1) WHERE m.sameAs[i] = b.actorId AND m.sameAsWhy[i] = s.why)
}
DELETE s
