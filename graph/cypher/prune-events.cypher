// Take out the events without evidence.
UNWIND $ids AS id
MATCH (n:Event {eventId: id})
WHERE NOT EXISTS { (n)-[:EVIDENCED_BY]->(:Sentence) }
DETACH DELETE n
