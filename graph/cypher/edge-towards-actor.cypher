// Upsert TOWARDS edges from Stance to Actor.
UNWIND $rows AS row
MATCH (a:Stance {stanceId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:TOWARDS]->(b)
