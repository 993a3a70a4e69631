// Upsert INITIATED edges from Actor to Event.
UNWIND $rows AS row
MATCH (a:Actor {actorId: row.from})
MATCH (b:Event {eventId: row.to})
MERGE (a)-[:INITIATED]->(b)
