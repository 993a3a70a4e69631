// Upsert CREDITED_TO edges from Statement to Actor.
UNWIND $rows AS row
MATCH (a:Statement {statementId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:CREDITED_TO]->(b)
