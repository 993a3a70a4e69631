// Who said what about whom, as a picture
// Speakers, their statements, the actors and issues these are about, and whom
// they were addressed to.
//
// param speaker actor: who speaks, an actor id; null for everybody
// :param speaker => null
// param about actor: about whom, an actor id; null for anybody
// :param about => null
// param issue issue: about which issue, an issue id; null for any
// :param issue => null
// param limit int: at most so many statements
// :param limit => 60
// view: graph
// shape: x, made, st, about, to, proof
MATCH (x:Actor)-[made:MADE]->(st:Statement)
WHERE ($speaker IS NULL OR x.actorId = $speaker
       OR EXISTS { (x:Person|Group)-[:HELD]->(:Role)-[:OF]->(:Actor {actorId: $speaker}) })
  AND ($about IS NULL OR EXISTS { (st)-[:ABOUT]->(:Actor {actorId: $about}) })
  AND ($issue IS NULL OR EXISTS { (st)-[:ABOUT]->(:Issue {issueId: $issue}) })
WITH x, made, st ORDER BY x.actorId, st.statementId LIMIT $limit
RETURN x, made, st,
  COLLECT { MATCH about = (st)-[:ABOUT]->(t:Actor|Issue) RETURN about ORDER BY t.actorId, t.issueId } AS about,
  COLLECT { MATCH to = (st)-[:ADDRESSED_TO]->(t:Actor) RETURN to ORDER BY t.actorId } AS to,
  COLLECT { MATCH proof = (st)-[:EVIDENCED_BY]->(s:Sentence)-[:PART_OF]->(:Article) RETURN proof ORDER BY s.sentenceId } AS proof
ORDER BY x.actorId, st.statementId;
