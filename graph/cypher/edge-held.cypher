// Upsert HELD edges from Actor to Role.
UNWIND $rows AS row
MATCH (a:Actor {actorId: row.from})
MATCH (b:Role {roleId: row.to})
MERGE (a)-[:HELD]->(b)
