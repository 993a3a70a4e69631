// Upsert POSSIBLY_SAME_AS edges, one a reason. Nothing is merged.
UNWIND $rows AS row
MATCH (a:Actor {actorId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:POSSIBLY_SAME_AS {why: row.key}]->(b)
