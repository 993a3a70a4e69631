// Upsert ADDRESSED_TO edges from Statement to Actor.
UNWIND $rows AS row
MATCH (a:Statement {statementId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:ADDRESSED_TO]->(b)
