// Upsert ABOUT edges from Event to Issue.
UNWIND $rows AS row
MATCH (a:Event {eventId: row.from})
MATCH (b:Issue {issueId: row.to})
MERGE (a)-[:ABOUT]->(b)
