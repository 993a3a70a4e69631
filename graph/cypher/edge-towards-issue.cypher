// Upsert TOWARDS edges from Stance to Issue.
UNWIND $rows AS row
MATCH (a:Stance {stanceId: row.from})
MATCH (b:Issue {issueId: row.to})
MERGE (a)-[:TOWARDS]->(b)
