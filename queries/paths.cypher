// Paths between two actors
// How A and B are linked through others: chains of actors that dealt with one
// another, shortest first, with the latest event of each hop and its sentence.
//
// Only what happened counts: nothing negated, future or hypothetical. With
// members, people and bodies stand for the state or organisation whose office
// they held. Of chains of equal length the one whose weakest hop has most events
// comes first. Events counts those of a hop. No chain leads through an actor with
// more than hub events, which would link everybody, and none through a place, an
// outlet or an issue.
//
// param a actor: one end, an actor id
// :param a => 'country:RUS'
// param b actor: the other end, an actor id
// :param b => 'country:FIN'
// param hops int: at most so many hops, 1 to 3
// :param hops => 2
// param types string: only through these PLOVER types, as 'CONSULT,AID'
// :param types => null
// param from date: leave out what was earlier; events without a date stay
// :param from => null
// param to date: leave out what was later; events without a date stay
// :param to => null
// param members bool: let people and bodies stand for their state or organisation
// :param members => true
// param hub int: no chain through an actor with more events than this
// :param hub => 5000
// param paths int: at most so many chains
// :param paths => 10
// view: table
// shape: path, hop, source, direction, target, type, date, sentence, outlet, article, events
MATCH (a:Actor {actorId: $a}), (b:Actor {actorId: $b})

// Whom each end dealt with, and in how many events.
CALL (a, b) {
  UNWIND [a, b] AS p
  CALL (p) {
      RETURN p AS x, null AS since, null AS until
    UNION
      MATCH (x:Actor {code: p.code})
      WHERE $members AND p:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
        AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
      RETURN x, null AS since, null AS until
    UNION
      MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(p)
      WHERE $members AND (NOT p:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
      RETURN x, r.from AS since, r.to AS until
  }
  MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(y:Actor)
  WHERE y <> x AND NOT (e.negated OR e.future OR e.hypothetical)
    AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
    AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
    AND coalesce(e.date >= date($from), true) AND coalesce(e.date <= date($to), true)
    AND coalesce(since <= e.date, true) AND coalesce(until >= e.date, true)
  WITH p, e, y, e.date AS day
  CALL (y, day) {
    OPTIONAL MATCH (y)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
    WHERE $members AND y:Person|Group AND (NOT o:Country OR y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
      AND coalesce(r.from <= day, true) AND coalesce(r.to >= day, true)
    OPTIONAL MATCH (c:Country {code: y.code})
    WHERE $members AND y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'] AND NOT (y:Person AND EXISTS { (y)-[:HELD]->(:Role) })
    RETURN coalesce(o, c, y) AS party ORDER BY o:Country, r.from DESC, party.actorId LIMIT 1
  }
  WITH p, e, CASE WHEN y IN [a, b] THEN y ELSE party END AS party // an end is never counted as another
  WITH p, party, count(DISTINCT e) AS n WHERE party <> p
  WITH collect({end: p, party: party, n: n, open: COUNT { (party)-[:INITIATED|DIRECTED_AT]-(:Event) } <= $hub}) AS near
  RETURN [m IN near WHERE m.end = a] AS nearA, [m IN near WHERE m.end = b] AS nearB
}

// Chains of one, two and three hops.
CALL (a, b, nearA, nearB) {
    UNWIND [m IN nearA WHERE m.party = b] AS m
    RETURN [a, b] AS chain, m.n AS strength
  UNION
    UNWIND [m IN nearA WHERE m.party <> b] AS m
    UNWIND [k IN nearB WHERE k.party = m.party] AS k
    WITH a, b, m, m.party AS l, CASE WHEN m.n < k.n THEN m.n ELSE k.n END AS strength
    WHERE $hops >= 2 AND m.open
    RETURN [a, l, b] AS chain, strength
  UNION
    UNWIND [m IN nearA WHERE m.party <> b] AS m
    WITH a, b, nearA, nearB, m, m.party AS l, m.n AS n
    WHERE $hops >= 3 AND m.open // and only if the shorter chains leave room
      AND size([k IN nearA WHERE k.open AND k.party IN [j IN nearB | j.party]]) < $paths
    CALL (l) {
        RETURN l AS x, null AS since, null AS until
      UNION
        MATCH (x:Actor {code: l.code})
        WHERE $members AND l:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
          AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
        RETURN x, null AS since, null AS until
      UNION
        MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(l)
        WHERE $members AND (NOT l:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
        RETURN x, r.from AS since, r.to AS until
    }
    MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(y:Actor)
    WHERE y <> x AND NOT (e.negated OR e.future OR e.hypothetical)
      AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
      AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
      AND coalesce(e.date >= date($from), true) AND coalesce(e.date <= date($to), true)
      AND coalesce(since <= e.date, true) AND coalesce(until >= e.date, true)
    WITH a, b, nearB, l, n, e, y, e.date AS day
    CALL (y, day) {
      OPTIONAL MATCH (y)-[:HELD]->(r:Role)-[:OF]->(o:Actor)
      WHERE $members AND y:Person|Group AND (NOT o:Country OR y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
        AND coalesce(r.from <= day, true) AND coalesce(r.to >= day, true)
      OPTIONAL MATCH (c:Country {code: y.code})
      WHERE $members AND y.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'] AND NOT (y:Person AND EXISTS { (y)-[:HELD]->(:Role) })
      RETURN coalesce(o, c, y) AS party ORDER BY o:Country, r.from DESC, party.actorId LIMIT 1
    }
    WITH a, b, nearB, l, n, party, count(DISTINCT e) AS between WHERE NOT party IN [a, b, l]
    UNWIND [k IN nearB WHERE k.party = party] AS k
    WITH a, b, l, party, k, reduce(least = n, c IN [between, k.n] | CASE WHEN c < least THEN c ELSE least END) AS strength
    WHERE k.open
    RETURN [a, l, party, b] AS chain, strength
}
WITH chain, strength
ORDER BY size(chain), strength DESC, reduce(ids = '', x IN chain | ids + x.actorId + ' ')
LIMIT $paths
WITH collect(chain) AS chains
UNWIND range(0, size(chains) - 1) AS i
UNWIND range(0, size(chains[i]) - 2) AS h
WITH i + 1 AS path, h + 1 AS hop, chains[i][h] AS l, chains[i][h + 1] AS next

// The latest event of each hop: those with a date before those without.
CALL (l, next) {
  CALL (next) {
      RETURN next AS x, null AS since, null AS until
    UNION
      MATCH (x:Actor {code: next.code})
      WHERE $members AND next:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
        AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
      RETURN x, null AS since, null AS until
    UNION
      MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(next)
      WHERE $members AND (NOT next:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
      RETURN x, r.from AS since, r.to AS until
  }
  WITH collect({actor: x, since: since, until: until}) AS others
  CALL (l) {
      RETURN l AS x, null AS since, null AS until
    UNION
      MATCH (x:Actor {code: l.code})
      WHERE $members AND l:Country AND x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']
        AND NOT (x:Person AND EXISTS { (x)-[:HELD]->(:Role) })
      RETURN x, null AS since, null AS until
    UNION
      MATCH (x:Person|Group)-[:HELD]->(r:Role)-[:OF]->(l)
      WHERE $members AND (NOT l:Country OR x.sector IN ['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'])
      RETURN x, r.from AS since, r.to AS until
  }
  MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(y:Actor)
  WHERE y <> x AND NOT (e.negated OR e.future OR e.hypothetical)
    AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
    AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
    AND coalesce(e.date >= date($from), true) AND coalesce(e.date <= date($to), true)
    AND coalesce(since <= e.date, true) AND coalesce(until >= e.date, true)
    AND any(q IN others WHERE q.actor = y AND coalesce(q.since <= e.date, true) AND coalesce(q.until >= e.date, true))
  MATCH (e)-[ev:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)
  OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
  WITH x, y, rx, ry, e, ev, s, art, o ORDER BY art.published, art.articleId, ev.confidence DESC, ev.mentionId, x.actorId, y.actorId
  WITH e, collect({x: x, y: y, e: e, s: s, art: art, o: o,
    direction: CASE WHEN type(rx) = type(ry) THEN '↔' WHEN type(rx) = 'INITIATED' THEN '→' ELSE '←' END})[0] AS first
  ORDER BY first.art.published, first.art.articleId, e.eventId
  // The same sentence with the same code in a later article is a copy.
  WITH toLower(first.s.text) AS text, e.type AS type, coalesce(e.mode, '') AS mode, collect(first) AS same
  UNWIND [f IN same WHERE f.art = same[0].art] AS f
  WITH f ORDER BY f.e.date IS NULL, f.e.date DESC, f.art.published, f.e.eventId
  RETURN count(*) AS events, collect(f)[0] AS best
}
WITH path, hop, events, best, best.e AS e
RETURN path, hop, coalesce(best.x.name, best.x.actorId) AS source, best.direction AS direction,
  coalesce(best.y.name, best.y.actorId) AS target, e.type AS type,
  CASE e.dateGranularity
    WHEN 'day' THEN toString(e.date)
    WHEN 'month' THEN left(toString(e.date), 7)
    WHEN 'year' THEN left(toString(e.date), 4)
    ELSE coalesce('(' + toString(best.art.published) + ')', '')
  END AS date,
  best.s.text AS sentence, best.o.name AS outlet, best.art.title AS article, events
ORDER BY path, hop
LIMIT 3 * $paths;
