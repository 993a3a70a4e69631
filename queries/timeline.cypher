// Dyad timeline
// Everything that A did to B and B to A, oldest first: the arrow points from
// who acted to whom it was done, and ↔ stands for what both did with one another.
//
// With members, what the people and bodies of a state or organisation did
// counts as done by it, as long as they held their office. A date in brackets
// is that of the first report, where the act's own date is unknown. Status
// says what did not simply happen: negated, future, hypothetical, historical.
// Sources counts who reported it independently: a text that another paper took
// over, or two papers got from the same agency, counts once.
//
// param a actor: one side, an actor id
// :param a => 'country:RUS'
// param b actor: the other side, an actor id
// :param b => 'org:nato'
// param from date: leave out what was earlier
// :param from => null
// param to date: leave out what was later
// :param to => null
// param types string: only these PLOVER types, as 'THREATEN,SANCTION'
// :param types => null
// param happened bool: leave out what is negated, future or hypothetical
// :param happened => false
// param members bool: count what their people and bodies did
// :param members => true
// param limit int: at most so many rows
// :param limit => 200
// view: table
// shape: date, a, direction, b, type, intensity, status, sentence, outlet, article, sources
MATCH (a:Actor {actorId: $a}), (b:Actor {actorId: $b})

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

// The events between the sides, in both directions and together.
CALL (sideA, sideB) {
    UNWIND sideA AS p WITH DISTINCT p.actor AS x, [q IN sideB | q.actor] AS others
    MATCH (x)-[:INITIATED]->(e:Event)-[:DIRECTED_AT]->(y:Actor) WHERE y IN others AND y <> x
    RETURN e, x, y, '→' AS direction
  UNION
    UNWIND sideB AS p WITH DISTINCT p.actor AS y, [q IN sideA | q.actor] AS others
    MATCH (y)-[:INITIATED]->(e:Event)-[:DIRECTED_AT]->(x:Actor) WHERE x IN others AND x <> y
    RETURN e, x, y, '←' AS direction
  UNION
    UNWIND sideA AS p WITH DISTINCT p.actor AS x, [q IN sideB | q.actor] AS others
    MATCH (x)-[:INITIATED]->(e:Event)<-[:INITIATED]-(y:Actor)
    WHERE y IN others AND y <> x AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }
    RETURN e, x, y, '↔' AS direction
}
WITH sideA, sideB, e, x, y, direction
WHERE ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
  AND NOT ($happened AND (e.negated OR e.future OR e.hypothetical))

// The reports of each event: of a repeated sentence only the first counts.
CALL (e) {
  MATCH (e)-[ev:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
  OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
  OPTIONAL MATCH (art)-[:CREDITED_TO]->(agency:Outlet)
  WITH ev, s, art, o, agency ORDER BY art.published, art.articleId, s.start
  WITH toLower(s.text) AS text,
       collect({text: toLower(s.text), sentence: s.text, outlet: o.name, title: art.title, article: art.articleId,
                published: art.published, historical: coalesce(ev.historical, false), confidence: ev.confidence,
                origin: coalesce(agency.name, o.name, art.articleId)})[0] AS first
  ORDER BY first.confidence DESC, first.published, first.article, text
  RETURN collect(first)[0] AS best, count(*) AS texts, min(first.published) AS reported,
         count(DISTINCT first.origin) AS sources, min(toInteger(first.historical)) = 1 AS historical
}
WITH sideA, sideB, e, x, y, direction, best, texts, reported, sources, historical, coalesce(e.date, reported) AS day
WHERE coalesce(day >= date($from), $from IS NULL) AND coalesce(day <= date($to), $to IS NULL)
  AND any(p IN sideA WHERE p.actor = x AND coalesce(p.since <= day, true) AND coalesce(p.until >= day, true))
  AND any(p IN sideB WHERE p.actor = y AND coalesce(p.since <= day, true) AND coalesce(p.until >= day, true))

// One row an event. The same sentence with the same code in a later article is
// a copy, even if the later date of the copy made it another event.
WITH e, direction, best, texts, reported, sources, historical, day,
     coalesce(x.name, x.actorId) AS nameX, coalesce(y.name, y.actorId) AS nameY
ORDER BY nameX, nameY
WITH e, direction, best, texts, reported, sources, historical, day,
     collect(DISTINCT nameX) AS namesA, collect(DISTINCT nameY) AS namesB
ORDER BY reported, best.article, e.eventId
WITH direction, namesA, namesB, best.text AS text, e.type AS type, coalesce(e.mode, '') AS mode,
     collect({e: e, best: best, texts: texts, reported: reported, sources: sources, historical: historical, day: day}) AS same
UNWIND [row IN same WHERE row.texts > 1 OR row.best.article = same[0].best.article] AS row
WITH row.e AS e, row.best AS best, row, direction, namesA, namesB
RETURN
  CASE e.dateGranularity
    WHEN 'day' THEN toString(e.date)
    WHEN 'month' THEN left(toString(e.date), 7)
    WHEN 'year' THEN left(toString(e.date), 4)
    ELSE coalesce('(' + toString(row.reported) + ')', '')
  END AS date,
  namesA AS a, direction, namesB AS b,
  e.type AS type, e.intensity AS intensity,
  [w IN [CASE WHEN e.negated THEN 'negated' END, CASE WHEN e.future THEN 'future' END,
         CASE WHEN e.hypothetical THEN 'hypothetical' END, CASE WHEN row.historical THEN 'historical' END] WHERE w IS NOT NULL] AS status,
  best.sentence AS sentence, best.outlet AS outlet, best.title AS article, row.sources AS sources
ORDER BY row.day, direction, type, a, b, e.eventId
LIMIT $limit;
