// Take out the places of events that no report gives any more.
UNWIND $ids AS id
MATCH (n:Event {eventId: id})-[l:LOCATED_IN]->(p:Place)
WHERE NOT EXISTS { MATCH (n)-[r:EVIDENCED_BY]->(:Sentence) WHERE r.place = p.placeId }
DELETE l
