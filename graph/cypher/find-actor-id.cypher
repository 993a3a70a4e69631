// The actor of an id.
MATCH (a:Actor {actorId: $text})
RETURN a.actorId AS id, a.name AS name, a.kind AS kind, a.code AS code, a.sector AS sector,
       COUNT { (:Article)-[:MENTIONS]->(a) } AS mentions, a.actorId AS form
