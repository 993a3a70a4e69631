// What the graph knows of one event, statement or stance, and its parties.
CALL () {
    MATCH (n:Event {eventId: $id})
    RETURN n, 'event' AS kind,
      COLLECT { MATCH (a:Actor)-[:INITIATED]->(n) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS sources,
      COLLECT { MATCH (n)-[:DIRECTED_AT]->(a:Actor) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS targets,
      COLLECT { MATCH (n)-[:ABOUT]->(i:Issue) RETURN {id: i.issueId, name: i.name} AS x ORDER BY i.issueId } AS issues,
      [] AS addressees, [] AS carriers
  UNION
    MATCH (n:Statement {statementId: $id})
    RETURN n, 'statement' AS kind,
      COLLECT { MATCH (a:Actor)-[:MADE]->(n) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS sources,
      COLLECT { MATCH (n)-[:ABOUT]->(a:Actor) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS targets,
      COLLECT { MATCH (n)-[:ABOUT]->(i:Issue) RETURN {id: i.issueId, name: i.name} AS x ORDER BY i.issueId } AS issues,
      COLLECT { MATCH (n)-[:ADDRESSED_TO]->(a:Actor) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS addressees,
      COLLECT { MATCH (n)-[:CREDITED_TO]->(a:Actor) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS carriers
  UNION
    MATCH (n:Stance {stanceId: $id})
    RETURN n, 'stance' AS kind,
      COLLECT { MATCH (a:Actor)-[:HOLDS]->(n) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS sources,
      COLLECT { MATCH (n)-[:TOWARDS]->(a:Actor) RETURN {id: a.actorId, name: a.name} AS x ORDER BY a.actorId } AS targets,
      COLLECT { MATCH (n)-[:TOWARDS]->(i:Issue) RETURN {id: i.issueId, name: i.name} AS x ORDER BY i.issueId } AS issues,
      [] AS addressees, [] AS carriers
}
RETURN kind, properties(n) AS properties, sources, targets, issues, addressees, carriers
