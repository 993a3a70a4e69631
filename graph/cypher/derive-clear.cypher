// Take out what is derived from what these actors did.
UNWIND $ids AS id
MATCH (:Actor {actorId: id})-[r:INTERACTED_WITH]->(:Actor)
DELETE r
