// What the articles are evidence for, and who takes part in it.
UNWIND $ids AS articleId
MATCH (:Article {articleId: articleId})<-[:PART_OF]-(:Sentence)<-[:EVIDENCED_BY]-(x:Event|Statement|Stance)
WITH DISTINCT x
OPTIONAL MATCH (x)<-[:INITIATED]-(source:Actor)
OPTIONAL MATCH (x)-[:LOCATED_IN]->(p:Place)
RETURN x.eventId AS event, x.statementId AS statement, x.stanceId AS stance,
       collect(DISTINCT source.actorId) AS sources, collect(DISTINCT p.placeId) AS places
