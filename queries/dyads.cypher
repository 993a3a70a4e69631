// Most cooperative and most conflictual dyads
// The pairs of actors whose dealings add up to the highest and the lowest sums
// in a period, with the change against the period of the same length before.
//
// An event counts once a pair, however many articles tell it. Events that are
// negated, future, hypothetical or told as history without a date do not count.
// The sums are of one scale: PLOVER intensity or Goldstein. With members, what
// people and bodies did counts for the state or organisation whose office they
// held; pairs within one state are left out. Change is against the period before
// and empty unless both dates are given. The sentence is that of the pair's
// strongest event of the kind that the list is about.
//
// param from date: the period starts here
// :param from => null
// param to date: the period ends here
// :param to => null
// param scale string: 'intensity' or 'goldstein'
// :param scale => 'intensity'
// param members bool: count people and bodies as their state or organisation
// :param members => true
// param top int: at most so many pairs a list
// :param top => 10
// view: table
// shape: list, rank, a, b, n, cooperative, conflictual, sum, change, date, type, sentence, outlet
WITH date($from) AS start, date($to) AS stop
WITH start, stop, start - duration.inDays(start, stop) - duration('P1D') AS before

// The events of both periods, each with its first sentence.
MATCH (e:Event)
WHERE NOT (e.negated OR e.future OR e.hypothetical)
  AND (e.date IS NULL OR (coalesce(e.date >= coalesce(before, start), true) AND coalesce(e.date <= stop, true)))
CALL (e) {
  MATCH (e)-[ev:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
  WITH ev, s, art ORDER BY art.published, art.articleId, s.start
  RETURN collect(toLower(s.text))[0] AS text, count(DISTINCT toLower(s.text)) AS texts, collect(art.articleId)[0] AS article,
         min(art.published) AS reported, min(CASE WHEN ev.historical THEN 1 ELSE 0 END) = 1 AS historical
}
WITH start, before, e, text, texts, article, reported, historical, coalesce(e.date, reported) AS day
WHERE NOT (historical AND e.date IS NULL)
  AND coalesce(day >= coalesce(before, start), $from IS NULL) AND coalesce(day <= date($to), $to IS NULL)

// Who dealt with whom: one acted on the other, or both acted together; and the
// state or organisation that each acted for on that day.
MATCH (x:Actor)-[:INITIATED]->(e)-[r:INITIATED|DIRECTED_AT]-(y:Actor)
WHERE y <> x AND (type(r) = 'DIRECTED_AT'
  OR (x.actorId < y.actorId AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
CALL (x, day) {
  OPTIONAL MATCH (x)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
  WHERE $members AND x:Person|Group AND (NOT o:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
    AND coalesce(r.from <= day, true) AND coalesce(r.to >= day, true)
  OPTIONAL MATCH (c:Country {code: x.code})
  WHERE $members AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'] AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
  RETURN coalesce(o, c, x) AS forX ORDER BY o:Country, r.from DESC, forX.actorId LIMIT 1
}
CALL (y, day) {
  OPTIONAL MATCH (y)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
  WHERE $members AND y:Person|Group AND (NOT o:Country OR y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
    AND coalesce(r.from <= day, true) AND coalesce(r.to >= day, true)
  OPTIONAL MATCH (c:Country {code: y.code})
  WHERE $members AND y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'] AND NOT (y:Person AND EXISTS { (y)-[:HELD]->(:Role) })
  RETURN coalesce(o, c, y) AS forY ORDER BY o:Country, r.from DESC, forY.actorId LIMIT 1
}
WITH DISTINCT start, e, text, texts, article, reported, day,
  CASE WHEN forX.actorId < forY.actorId THEN forX ELSE forY END AS a,
  CASE WHEN forX.actorId < forY.actorId THEN forY ELSE forX END AS b
WHERE a <> b AND NOT ($members AND a.code = b.code AND (a:Country OR b:Country))

// Each fact once a pair: the same sentence with the same code in a later article
// is a copy, even if the later date of the copy made it another event.
WITH start, e, text, texts, article, day, a, b ORDER BY reported, article, e.eventId
WITH start, a, b, text, e.type AS type, coalesce(e.mode, '') AS mode, collect({e: e, day: day, texts: texts, article: article}) AS same
UNWIND [f IN same WHERE f.texts > 1 OR f.article = same[0].article] AS f
WITH a, b, f.e AS e, f.day AS day, coalesce(f.day >= start, true) AS now
WITH a, b, e, day, now, CASE WHEN $scale = 'goldstein' THEN coalesce(e.goldstein, 0.0) ELSE e.intensity END AS score
ORDER BY abs(score) DESC, day DESC, e.eventId
WITH a, b, round(sum(CASE WHEN now THEN score ELSE 0.0 END), 2) AS sum,
  count(CASE WHEN now THEN 1 END) AS n, count(CASE WHEN now AND e.quad <= 2 THEN 1 END) AS cooperative,
  CASE WHEN $from IS NOT NULL AND $to IS NOT NULL THEN round(sum(CASE WHEN now THEN 0.0 ELSE score END), 2) END AS before,
  collect(CASE WHEN now AND score > 0 THEN e END)[0] AS kindest, collect(CASE WHEN now AND score < 0 THEN e END)[0] AS harshest

// The two lists.
UNWIND [{list: 'cooperative', sign: 1, e: kindest}, {list: 'conflictual', sign: -1, e: harshest}] AS l
WITH l, a, b, sum, n, cooperative, before WHERE sum * l.sign > 0
ORDER BY sum * l.sign DESC, n DESC, a.actorId, b.actorId
WITH l.list AS list, l.sign AS sign,
  collect({a: a, b: b, sum: sum, n: n, cooperative: cooperative, before: before, e: l.e})[0..$top] AS pairs
UNWIND range(0, size(pairs) - 1) AS i
WITH list, sign, i + 1 AS rank, pairs[i] AS pair
WITH list, sign, rank, pair, pair.e AS e
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
RETURN list, rank, coalesce(pair.a.name, pair.a.actorId) AS a, coalesce(pair.b.name, pair.b.actorId) AS b,
  pair.n AS n, pair.cooperative AS cooperative, pair.n - pair.cooperative AS conflictual,
  pair.sum AS sum, round(pair.sum - pair.before, 2) AS change,
  CASE e.dateGranularity
    WHEN 'day' THEN toString(e.date)
    WHEN 'month' THEN left(toString(e.date), 7)
    WHEN 'year' THEN left(toString(e.date), 4)
    ELSE coalesce('(' + toString(reported) + ')', '')
  END AS date,
  e.type AS type, best.sentence AS sentence, best.outlet AS outlet
ORDER BY sign DESC, rank
LIMIT 2 * $top;
