// Most cooperative and most conflictual dyads, as a picture
// The events between those pairs of actors whose dealings have the strongest
// sums. Actors stand for themselves here: nobody is counted as a state.
//
// param from date: leave out what was earlier
// :param from => null
// param to date: leave out what was later
// :param to => null
// param scale string: 'intensity' or 'goldstein'
// :param scale => 'intensity'
// param top int: at most so many pairs of each kind
// :param top => 5
// param limit int: at most so many events a pair
// :param limit => 15
// view: graph
// shape: a, b, links
MATCH (x:Actor)-[:INITIATED]->(e:Event)-[r:INITIATED|DIRECTED_AT]-(y:Actor)
WHERE y <> x AND NOT (e.negated OR e.future OR e.hypothetical)
  AND (type(r) = 'DIRECTED_AT' OR (x.actorId < y.actorId AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
  AND coalesce(e.date >= date($from), $from IS NULL) AND coalesce(e.date <= date($to), $to IS NULL)
WITH CASE WHEN x.actorId < y.actorId THEN x ELSE y END AS a, CASE WHEN x.actorId < y.actorId THEN y ELSE x END AS b,
     collect(DISTINCT e) AS events
WITH a, b, events, reduce(total = 0.0, e IN events |
     total + CASE WHEN $scale = 'goldstein' THEN coalesce(e.goldstein, 0.0) ELSE e.intensity END) AS sum
ORDER BY sum DESC, a.actorId, b.actorId
WITH collect({a: a, b: b, events: events, sum: sum}) AS pairs
WITH [p IN pairs WHERE p.sum > 0][0..$top] + [p IN reverse(pairs) WHERE p.sum < 0][0..$top] AS pairs
UNWIND pairs AS p
WITH p.a AS a, p.b AS b, p.events AS events
RETURN a, b,
  COLLECT {
    UNWIND events AS e
    WITH e ORDER BY abs(e.intensity) DESC, e.eventId LIMIT $limit
    MATCH link = (a)-[:INITIATED|DIRECTED_AT]-(e)-[:INITIATED|DIRECTED_AT]-(b)
    RETURN link ORDER BY e.eventId
  } AS links
ORDER BY a.actorId, b.actorId;
