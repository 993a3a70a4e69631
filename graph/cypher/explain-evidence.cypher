// The reports of one event, statement or stance: where each stands and how it
// was read, in the order of publication.
CALL () {
    MATCH (n:Event {eventId: $id}) RETURN n
  UNION
    MATCH (n:Statement {statementId: $id}) RETURN n
  UNION
    MATCH (n:Stance {stanceId: $id}) RETURN n
}
MATCH (n)-[r:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
RETURN s.text AS sentence, s.start AS sentenceStart, properties(r) AS how, art.articleId AS article, art.title AS title,
  art.url AS url, toString(art.published) AS published, o.name AS outlet
ORDER BY published, article, r.start, r.mentionId
