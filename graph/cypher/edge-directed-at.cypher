// Upsert DIRECTED_AT edges from Event to Actor.
UNWIND $rows AS row
MATCH (a:Event {eventId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[:DIRECTED_AT]->(b)
