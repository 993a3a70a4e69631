// Sum up by month what these actors did to others; in a reciprocal event each
// party did it to every other one.
UNWIND $ids AS id
MATCH (a:Actor {actorId: id})-[:INITIATED]->(e:Event)
WHERE e.date IS NOT NULL AND e.dateGranularity IN ['day', 'month']
  AND NOT e.negated AND NOT e.future AND NOT e.hypothetical
CALL (a, e) {
  MATCH (e)-[:DIRECTED_AT]->(b:Actor)
  WHERE a <> b
  RETURN b
  UNION
  MATCH (e)<-[:INITIATED]-(b:Actor)
  WHERE a <> b AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }
  RETURN b
}
WITH a, b, date.truncate('month', e.date) AS month, e
ORDER BY e.eventId
WITH a, b, month, collect(e) AS events
CREATE (a)-[:INTERACTED_WITH {
  month: month,
  n: size(events),
  cooperative: size([x IN events WHERE x.quad <= 2]),
  conflictual: size([x IN events WHERE x.quad >= 3]),
  goldsteinSum: round(reduce(s = 0.0, x IN events | s + coalesce(x.goldstein, 0.0)), 6),
  intensitySum: round(reduce(s = 0.0, x IN events | s + x.intensity), 6)
}]->(b)
