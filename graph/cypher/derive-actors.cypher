// The actors from whom edges are derived, or were.
MATCH (a:Actor)
WHERE EXISTS { (a)-[:INITIATED]->(:Event) } OR EXISTS { (a)-[:INTERACTED_WITH]->(:Actor) }
RETURN a.actorId AS id ORDER BY id
