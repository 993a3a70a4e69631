// Upsert OF edges from Role to Actor.
UNWIND $rows AS row
MATCH (a:Role {roleId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:OF]->(b)
