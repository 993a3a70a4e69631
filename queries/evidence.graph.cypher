// Evidence behind a link, as a picture
// One event, or everything between A and B, with its actors, sentences,
// articles and outlets.
//
// param event event: the id of an event; A and B are then not looked at
// :param event => null
// param a actor: one side, an actor id
// :param a => 'country:RUS'
// param b actor: the other side, an actor id
// :param b => 'org:nato'
// param types string: only these PLOVER types, as 'THREATEN,SANCTION'
// :param types => null
// param limit int: at most so many sentences
// :param limit => 60
// view: graph
// shape: e, ev, s, inArticle, art, publication, actors
CALL () {
    MATCH (e:Event {eventId: $event})
    RETURN e
  UNION
    MATCH (x:Actor {actorId: $a})-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(:Actor {actorId: $b})
    WHERE $event IS NULL
      AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
      AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
    RETURN DISTINCT e
}
MATCH (e)-[ev:EVIDENCED_BY]->(s:Sentence)-[inArticle:PART_OF]->(art:Article)
WITH e, ev, s, inArticle, art
ORDER BY e.date, e.eventId, s.sentenceId, ev.mentionId
LIMIT $limit
RETURN e, ev, s, inArticle, art,
  COLLECT { MATCH publication = (art)-[:PUBLISHED_BY|CREDITED_TO]->(o:Outlet) RETURN publication ORDER BY o.name } AS publication,
  COLLECT { MATCH actors = (x:Actor)-[:INITIATED|DIRECTED_AT]-(e) RETURN actors ORDER BY x.actorId } AS actors
ORDER BY e.date, e.eventId, s.sentenceId, ev.mentionId;
