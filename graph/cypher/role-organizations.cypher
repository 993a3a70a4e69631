// The states and organisations that roles belong to.
UNWIND $ids AS id
MATCH (:Role {roleId: id})-[:OF]->(a:Actor)
RETURN DISTINCT a.actorId AS actor
