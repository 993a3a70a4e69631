// Take out the actors that nothing of an article points to any more.
UNWIND $ids AS id
MATCH (n:Actor {actorId: id})
WHERE NOT EXISTS { MATCH (n)-[r]-() WHERE NOT r:INTERACTED_WITH AND coalesce(r.why, '') <> $sameName }
DETACH DELETE n
