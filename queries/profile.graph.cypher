// Actor profile, as a picture
// The actor with its roles, the people who act for it, and the events, stances
// and issues that link it to its partners.
//
// param actor actor: whose profile, an actor id
// :param actor => 'country:RUS'
// param from date: leave out events that were earlier; those without a date stay
// :param from => null
// param to date: leave out events that were later; those without a date stay
// :param to => null
// param limit int: at most so many events
// :param limit => 40
// view: graph
// shape: a, events, stances, roles
MATCH (a:Actor {actorId: $actor})
RETURN a,
  COLLECT {
    MATCH (a)-[:INITIATED|DIRECTED_AT]-(e:Event)
    WHERE NOT (e.negated OR e.future OR e.hypothetical)
      AND coalesce(e.date >= date($from), true) AND coalesce(e.date <= date($to), true)
    WITH DISTINCT e ORDER BY e.date DESC, e.eventId LIMIT $limit
    MATCH event = (e)-[:INITIATED|DIRECTED_AT]-(x:Actor)
    RETURN event ORDER BY e.date DESC, e.eventId, x.actorId
  } AS events,
  COLLECT { MATCH stance = (a)-[:HOLDS]->(st:Stance)-[:TOWARDS]->(:Actor|Issue) RETURN stance ORDER BY st.stanceId LIMIT $limit } AS stances,
  COLLECT {
    MATCH role = (x:Actor)-[:HELD]->(r:Role)-[:OF]->(o:Actor) WHERE x = a OR (o = a AND NOT x:Country)
    RETURN role ORDER BY r.roleId LIMIT $limit
  } AS roles
ORDER BY a.actorId;
