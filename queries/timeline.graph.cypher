// Dyad timeline, as a picture
// Everything that A did to B and B to A: the actors, the events between them,
// and with evidence the sentences, articles and outlets that report them.
//
// With members, what the people and bodies of a state or organisation did is
// shown too, with the role that links them to it.
//
// param a actor: one side, an actor id
// :param a => 'country:RUS'
// param b actor: the other side, an actor id
// :param b => 'org:nato'
// param from date: leave out what was earlier; events without a date stay
// :param from => null
// param to date: leave out what was later; events without a date stay
// :param to => null
// param types string: only these PLOVER types, as 'THREATEN,SANCTION'
// :param types => null
// param happened bool: leave out what is negated, future or hypothetical
// :param happened => false
// param members bool: show what their people and bodies did
// :param members => true
// param evidence bool: show sentences, articles and outlets
// :param evidence => true
// param limit int: at most so many events
// :param limit => 60
// view: graph
// shape: x, rx, e, ry, y, roles, proof
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
WITH a, b, collect({actor: x, since: since, until: until}) AS sideA
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
WITH a, b, sideA, collect({actor: x, since: since, until: until}) AS sideB

// The events between the sides: one acts on the other, or both act together.
UNWIND sideA AS p
UNWIND [p.actor] AS x
MATCH (x)-[rx:INITIATED|DIRECTED_AT]-(e:Event)-[ry:INITIATED|DIRECTED_AT]-(y:Actor)
WHERE any(q IN sideB WHERE q.actor = y AND coalesce(q.since <= e.date, true) AND coalesce(q.until >= e.date, true))
  AND y <> x AND coalesce(p.since <= e.date, true) AND coalesce(p.until >= e.date, true)
  AND (type(rx) <> type(ry) OR (type(rx) = 'INITIATED' AND (e.quad <= 2 OR e.type = 'ASSAULT') AND NOT EXISTS { (e)-[:DIRECTED_AT]->(:Actor) }))
  AND ($types IS NULL OR e.type IN split(replace($types, ' ', ''), ','))
  AND NOT ($happened AND (e.negated OR e.future OR e.hypothetical))
  AND coalesce(e.date >= date($from), true) AND coalesce(e.date <= date($to), true)
WITH DISTINCT a, b, x, rx, e, ry, y
ORDER BY e.date, e.eventId, x.actorId, y.actorId
LIMIT $limit
RETURN x, rx, e, ry, y,
  COLLECT { MATCH role = (z:Actor)-[:HELD]->(r:Role)-[:OF]->(side:Actor) WHERE z IN [x, y] AND side IN [a, b] RETURN role ORDER BY r.roleId } AS roles,
  COLLECT { MATCH proof = (e)-[:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(art:Article)-[:PUBLISHED_BY]->(:Outlet) WHERE $evidence RETURN proof ORDER BY s.sentenceId } AS proof
ORDER BY e.date, e.eventId, x.actorId, y.actorId;
