// Take out the roles that no article lists for their holder any more.
UNWIND $ids AS id
MATCH (holder:Actor)-[:HELD]->(n:Role {roleId: id})
WHERE NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(holder) WHERE id IN m.roles }
DETACH DELETE n
