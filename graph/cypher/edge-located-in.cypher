// Upsert LOCATED_IN edges from Event to Place.
UNWIND $rows AS row
MATCH (a:Event {eventId: row.from})
MATCH (b:Place {placeId: row.to})
MERGE (a)-[:LOCATED_IN]->(b)
