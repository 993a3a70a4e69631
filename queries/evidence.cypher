// Evidence behind a link
// The sentences behind one event, or behind everything between A and B, with
// the words that gave rise to each code, the rule and its confidence.
//
// Give the id of an event, or leave it out and name A and B. Start and end are
// the characters of the trigger in the article's text. Copy names the outlet
// that had the same sentence before: such a row is no independent source.
//
// param event event: the id of an event; A and B are then not looked at
// :param event => null
// param a actor: one side, an actor id
// :param a => 'country:RUS'
// param b actor: the other side, an actor id
// :param b => 'org:nato'
// param types string: only these PLOVER types, as 'THREATEN,SANCTION'
// :param types => null
// param from date: leave out what was earlier
// :param from => null
// param to date: leave out what was later
// :param to => null
// param members bool: count what their people and bodies did
// :param members => true
// param limit int: at most so many rows
// :param limit => 200
// view: table
// shape: date, source, target, type, mode, status, sentence, trigger, start, end, outlet, published, article, copy, rule, confidence, event
OPTIONAL MATCH (a:Actor {actorId: $a}) WHERE $event IS NULL
OPTIONAL MATCH (b:Actor {actorId: $b}) WHERE $event IS NULL

// Who acts for a side, and between which dates.
CALL (a) {
    RETURN a AS x, null AS since, null AS until
  UNION
    MATCH (x:Actor {code: a.code})
    WHERE $members AND a:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
      AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
    RETURN x, null AS since, null AS until
  UNION
    MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(a)
    WHERE $members AND (NOT a:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
    RETURN x, r.from AS since, r.to AS until
}
WITH b, collect({actor: x, since: since, until: until}) AS sideA
CALL (b) {
    RETURN b AS x, null AS since, null AS until
  UNION
    MATCH (x:Actor {code: b.code})
    WHERE $members AND b:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
      AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
    RETURN x, null AS since, null AS until
  UNION
    MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(b)
    WHERE $members AND (NOT b:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
    RETURN x, r.from AS since, r.to AS until
}
WITH sideA, collect({actor: x, since: since, until: until}) AS sideB

// The event asked for, or those between the sides.
CALL (sideA, sideB) {
    MATCH (e:Event {eventId: $event})
    RETURN e
  UNION
    UNWIND sideA AS p
    UNWIND [p.actor] AS x
    MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(y:Actor)
    WHERE any(q IN sideB WHERE q.actor = y AND coalesce(q.since <= e.date, true) AND coalesce(q.until >= e.date, true))
      AND y <> x AND coalesce(p.since <= e.date, true) AND coalesce(p.until >= e.date, true)
      AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
      AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
    RETURN DISTINCT e
}
MATCH (e)-[ev:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
WITH e, ev, s, art, o, coalesce(e.date, art.published) AS day
WHERE $event IS NOT NULL
   OR (coalesce(day >= date($from), $from IS NULL) AND coalesce(day <= date($to), $to IS NULL))

// The same sentence in an earlier article makes this one a copy.
WITH e, ev, s, art, o, day ORDER BY art.published, art.articleId, ev.start, ev.mentionId
WITH toLower(s.text) AS text, e.type AS type, collect({e: e, ev: ev, s: s, art: art, o: o, day: day}) AS same
UNWIND same AS row
WITH row.e AS e, row.ev AS ev, row.s AS s, row.art AS art, row.o AS o, row.day AS day,
     CASE WHEN same[0].art <> row.art THEN coalesce(same[0].o.name, same[0].art.articleId) END AS copy
RETURN
  CASE e.dateGranularity
    WHEN 'day' THEN toString(e.date)
    WHEN 'month' THEN left(toString(e.date), 7)
    WHEN 'year' THEN left(toString(e.date), 4)
    ELSE coalesce('(' + toString(art.published) + ')', '')
  END AS date,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN coalesce(x.name, x.actorId) AS name ORDER BY name } AS source,
  COLLECT { MATCH (e)-[:DIRECTED_AT]->(y:Actor) RETURN coalesce(y.name, y.actorId) AS name ORDER BY name } AS target,
  e.type AS type, e.mode AS mode,
  [w IN [CASE WHEN e.negated THEN 'negated' END, CASE WHEN e.future THEN 'future' END,
         CASE WHEN e.hypothetical THEN 'hypothetical' END, CASE WHEN ev.historical THEN 'historical' END] WHERE w IS NOT NULL] AS status,
  s.text AS sentence, ev.trigger AS trigger, ev.start AS start, ev.end AS end,
  o.name AS outlet, toString(art.published) AS published, art.articleId AS article, copy,
  ev.rule AS rule, ev.confidence AS confidence, e.eventId AS event
ORDER BY day, e.eventId, published, article, start, ev.mentionId
LIMIT $limit;
