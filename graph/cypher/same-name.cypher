// Join the actors of one name that stand under several ids, because they were
// found in different places or walks of life: the id before ~ is the name. It
// follows from which actors there are, not from the order of loading.
UNWIND $ids AS id
MATCH (a:Actor {actorId: id})
WITH a, split(a.actorId, '~')[0] AS base
MATCH (b:Actor)
WHERE b.actorId STARTS WITH base AND b.actorId <> a.actorId AND split(b.actorId, '~')[0] = base
WITH DISTINCT CASE WHEN a.actorId < b.actorId THEN a ELSE b END AS x, CASE WHEN a.actorId < b.actorId THEN b ELSE a END AS y
MERGE (x)-[:POSSIBLY_SAME_AS {why: $sameName}]->(y)
