// Upsert MADE edges from Actor to Statement.
UNWIND $rows AS row
MATCH (a:Actor {actorId: row.from})
MATCH (b:Statement {statementId: row.to})
MERGE (a)-[:MADE]->(b)
