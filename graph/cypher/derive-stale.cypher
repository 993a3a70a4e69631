// Those of the actors from whom something was derived.
UNWIND $ids AS id
MATCH (a:Actor {actorId: id})
WHERE EXISTS { (a)-[:INTERACTED_WITH]->(:Actor) }
RETURN a.actorId AS id
