// Upsert HOLDS edges from Actor to Stance.
UNWIND $rows AS row
MATCH (a:Actor {actorId: row.from})
MATCH (b:Stance {stanceId: row.to})
MERGE (a)-[:HOLDS]->(b)
