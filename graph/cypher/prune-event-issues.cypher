// Take out the issues of events that no report gives any more.
UNWIND $ids AS id
MATCH (n:Event {eventId: id})-[l:ABOUT]->(i:Issue)
WHERE NOT EXISTS { MATCH (n)-[r:EVIDENCED_BY]->(:Sentence) WHERE i.issueId IN r.issues }
DELETE l
