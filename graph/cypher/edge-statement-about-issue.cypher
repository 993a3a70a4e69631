// Upsert ABOUT edges from Statement to Issue.
UNWIND $rows AS row
MATCH (a:Statement {statementId: row.from})
MATCH (b:Issue {issueId: row.to})
MERGE (a)-[:ABOUT]->(b)
