// Actor profile
// Who the actor is and what is known of it, section by section: the actor,
// its names and roles, who acts for it, partners, what it did and what was
// done to it, issues, stances, what it said, and the outlets that tell it.
//
// Events that are negated, future or hypothetical are not counted. With
// members, what its people and bodies did and said counts too, as long as they
// held their office, and partners are states and organisations rather than
// their people. First and last are dates of the items counted by n.
//
// param actor actor: whose profile, an actor id
// :param actor => 'country:RUS'
// param from date: leave out what was earlier
// :param from => null
// param to date: leave out what was later
// :param to => null
// param members bool: count what its people and bodies did and said
// :param members => true
// param top int: at most so many rows a section
// :param top => 10
// view: table
// shape: section, item, n, first, last, detail
MATCH (a:Actor {actorId: $actor})
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
WITH a, collect({actor: x, since: since, until: until}) AS side

// Its events, its part in each, and the day. The same sentence with the same
// code in a later article is a copy and no further event.
CALL (side) {
  UNWIND side AS p
  UNWIND [p.actor] AS x
  MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
  WHERE NOT (e.negated OR e.future OR e.hypothetical)
  WITH p, x, e, rx, s, art ORDER BY art.published, art.articleId, s.start
  WITH p, x, e, rx, coalesce(e.date, min(art.published)) AS day, collect(toLower(s.text))[0] AS text, collect(art.articleId)[0] AS article
  WHERE coalesce(p.since <= day, true) AND coalesce(p.until >= day, true)
    AND coalesce(day >= date($from), $from IS NULL) AND coalesce(day <= date($to), $to IS NULL)
  WITH e, day, text, article, collect(DISTINCT type(rx) + x.actorId) AS parts
  ORDER BY day, article, e.eventId
  WITH text, parts, e.type AS type, coalesce(e.mode, '') AS mode,
       collect({e: e, day: day, article: article}) AS same
  UNWIND [v IN same WHERE v.article = same[0].article] AS v
  WITH v.e AS e, v.day AS day, parts
  RETURN collect({e: e, day: day,
    acted: any(part IN parts WHERE part STARTS WITH 'INITIATED'), received: any(part IN parts WHERE part STARTS WITH 'DIRECTED_AT')}) AS events
}
WITH a, side, events
CALL (a, side, events) {
    RETURN 1 AS place, 'actor' AS name, coalesce(a.name, a.actorId) AS item, null AS n, null AS first, null AS last,
      trim(coalesce(a.kind, '') + ' ' + coalesce(a.code, '') + ' ' + coalesce(a.sector, '') + ' ' + coalesce(a.country, '')) AS detail
  UNION ALL
    MATCH (art:Article)-[m:MENTIONS]->(a)
    UNWIND m.forms AS form
    WITH form, count(DISTINCT art) AS n, min(art.published) AS first, max(art.published) AS last
    ORDER BY n DESC, form LIMIT $top
    RETURN 2 AS place, 'named' AS name, form AS item, n, first, last, 'articles with this form' AS detail
  UNION ALL
    MATCH (a)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
    WITH r.office + ' of ' + coalesce(o.name, o.actorId) AS item, r.from AS first, r.to AS last, collect(DISTINCT r.source) AS sources
    ORDER BY first DESC, item LIMIT $top
    RETURN 3 AS place, 'role' AS name, item, null AS n, first, last, 'source: ' + sources[0] AS detail
  UNION ALL
    UNWIND side AS p
    WITH p.actor AS x, p, a WHERE x <> a
    WITH x, p, COUNT { (x)-[:INITIATED]->(:Event) } + COUNT { (x)-[:MADE]->(:Statement) } AS n
    WITH x, sum(n) AS n, min(p.since) AS first, max(p.until) AS last
    ORDER BY n DESC, x.actorId LIMIT $top
    RETURN 4 AS place, 'member' AS name, coalesce(x.name, x.actorId) AS item, n, first, last,
      'events and statements; ' + coalesce(x.sector, x.kind, '') AS detail
  UNION ALL
    UNWIND events AS v
    UNWIND [v.e] AS e
    MATCH (e)-[r:INITIATED|DIRECTED_AT]-(y:Actor)
    WHERE NOT y IN [p IN side | p.actor]
      AND CASE type(r) // not those who did it with the actor, or had it done to them too
            WHEN 'DIRECTED_AT' THEN v.acted
            ELSE v.received OR ((e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) })
          END
    WITH a, e, y, v.day AS day
    CALL (y, day) {
      OPTIONAL MATCH (y)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
      WHERE $members AND y:Person|Group AND (NOT o:Country OR y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
        AND coalesce(r.from <= day, true) AND coalesce(r.to >= day, true)
      OPTIONAL MATCH (c:Country {code: y.code})
      WHERE $members AND y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'] AND NOT (y:Person AND EXISTS { (y)-[:HELD]->(:Role) })
      RETURN coalesce(o, c, y) AS party ORDER BY o:Country, r.from DESC, party.actorId LIMIT 1
    }
    WITH a, e, day, party WHERE party <> a
    WITH party, count(DISTINCT e) AS n, min(day) AS first, max(day) AS last,
         count(DISTINCT CASE WHEN e.quad <= 2 THEN e END) AS cooperative
    ORDER BY n DESC, party.actorId LIMIT $top
    RETURN 5 AS place, 'partner' AS name, coalesce(party.name, party.actorId) AS item, n, first, last,
      cooperative + ' cooperative, ' + (n - cooperative) + ' conflictual' AS detail
  UNION ALL
    UNWIND events AS v
    WITH v WHERE v.acted
    WITH v.e.type AS item, count(*) AS n, min(v.day) AS first, max(v.day) AS last, avg(v.e.intensity) AS mean
    ORDER BY n DESC, item LIMIT $top
    RETURN 6 AS place, 'did' AS name, item, n, first, last, 'mean intensity ' + round(mean, 1) AS detail
  UNION ALL
    UNWIND events AS v
    WITH v WHERE v.received
    WITH v.e.type AS item, count(*) AS n, min(v.day) AS first, max(v.day) AS last, avg(v.e.intensity) AS mean
    ORDER BY n DESC, item LIMIT $top
    RETURN 7 AS place, 'received' AS name, item, n, first, last, 'mean intensity ' + round(mean, 1) AS detail
  UNION ALL
    UNWIND events AS v
    UNWIND [v.e] AS e
    MATCH (e)-[:ABOUT]->(i:Issue)
    WITH i, count(DISTINCT e) AS n, min(v.day) AS first, max(v.day) AS last
    ORDER BY n DESC, i.issueId LIMIT $top
    RETURN 8 AS place, 'issue' AS name, coalesce(i.name, i.issueId) AS item, n, first, last, 'events about it' AS detail
  UNION ALL
    UNWIND side AS p
    UNWIND [p.actor] AS x
    MATCH (x)-[:HOLDS]->(st:Stance)-[:TOWARDS]->(t:Actor|Issue)
    WHERE coalesce(p.since <= st.date, true) AND coalesce(p.until >= st.date, true)
      AND coalesce(st.date >= date($from), $from IS NULL) AND coalesce(st.date <= date($to), $to IS NULL)
    WITH DISTINCT st, t
    MATCH (st)-[:EVIDENCED_BY]->(s:Sentence)
    WITH st, t, s ORDER BY st.date DESC, st.stanceId, s.sentenceId
    WITH t, st.polarity AS polarity, count(DISTINCT st) AS n, min(st.date) AS first, max(st.date) AS last, collect(s.text)[0] AS detail
    ORDER BY n DESC, coalesce(t.actorId, t.issueId), polarity LIMIT $top
    RETURN 9 AS place, 'stance' AS name, polarity + ' towards ' + coalesce(t.name, t.actorId, t.issueId) AS item, n, first, last, detail
  UNION ALL
    UNWIND side AS p
    UNWIND [p.actor] AS x
    MATCH (x)-[:MADE]->(st:Statement)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(art:Article)
    WHERE coalesce(p.since <= art.published, true) AND coalesce(p.until >= art.published, true)
      AND coalesce(art.published >= date($from), $from IS NULL) AND coalesce(art.published <= date($to), $to IS NULL)
    WITH x, toLower(st.content) AS words, min(art.published) AS day, min(st.content) AS content
    ORDER BY day DESC, words
    WITH x, count(*) AS n, min(day) AS first, max(day) AS last, collect(content)[0] AS detail
    ORDER BY n DESC, x.actorId LIMIT $top
    RETURN 10 AS place, 'said' AS name, coalesce(x.name, x.actorId) AS item, n, first, last, detail
  UNION ALL
    MATCH (art:Article)-[:MENTIONS]->(a)
    WHERE coalesce(art.published >= date($from), $from IS NULL) AND coalesce(art.published <= date($to), $to IS NULL)
    MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
    WITH o, count(DISTINCT art) AS n, min(art.published) AS first, max(art.published) AS last
    ORDER BY n DESC, o.name LIMIT $top
    RETURN 11 AS place, 'outlet' AS name, o.name AS item, n, first, last, 'articles that mention it' AS detail
}
RETURN name AS section, item, n, toString(first) AS first, toString(last) AS last, detail
ORDER BY place, n DESC, first DESC, item
LIMIT 12 * $top;
