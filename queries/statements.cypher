// Who said what about whom
// What was said, oldest first: by a speaker, about an actor or an issue, or
// all of it. The date is that of the article.
//
// With members, the speaker stands for its people and bodies too: a president
// speaks for his state while he is in office. Form tells a quote from reported
// speech; addressee is whom he spoke to, where the article says so. What a news
// medium reports without citing anybody is left out. Copies counts the further
// articles that have the same words of the same speaker; they are not listed
// again.
//
// param speaker actor: who speaks, an actor id; null for everybody
// :param speaker => null
// param about actor: about whom, an actor id; null for anybody
// :param about => null
// param issue issue: about which issue, an issue id; null for any
// :param issue => null
// param from date: leave out what was published earlier
// :param from => null
// param to date: leave out what was published later
// :param to => null
// param members bool: let people and bodies speak for the speaker
// :param members => true
// param limit int: at most so many rows
// :param limit => 200
// view: table
// shape: date, speaker, role, form, content, about, addressee, outlet, article, copies
OPTIONAL MATCH (a:Actor {actorId: $speaker})

// Who speaks for the speaker, and between which dates.
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
WITH collect({actor: x, since: since, until: until}) AS side

// The statements, from the rarer end.
CALL (side) {
    UNWIND side AS p
    WITH p, p.actor AS x WHERE $speaker IS NOT NULL
    MATCH (x)-[:MADE]->(st:Statement)
    RETURN x, st, p.since AS since, p.until AS until
  UNION
    MATCH (st:Statement)-[:ABOUT]->(target:Actor|Issue)
    WHERE $speaker IS NULL AND (target.actorId = $about OR ($about IS NULL AND target.issueId = $issue))
    MATCH (x:Actor)-[:MADE]->(st)
    RETURN x, st, null AS since, null AS until
  UNION
    MATCH (x:Actor)-[:MADE]->(st:Statement)
    WHERE $speaker IS NULL AND $about IS NULL AND $issue IS NULL
    RETURN x, st, null AS since, null AS until
}
MATCH (st)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(art:Article)
WHERE coalesce(art.published >= date($from), $from IS NULL) AND coalesce(art.published <= date($to), $to IS NULL)
  AND coalesce(since <= art.published, true) AND coalesce(until >= art.published, true)
  AND ($about IS NULL OR EXISTS { (st)-[:ABOUT]->(:Actor {actorId: $about}) })
  AND ($issue IS NULL OR EXISTS { (st)-[:ABOUT]->(:Issue {issueId: $issue}) })

// The same words of the same speaker are one row, by the first article.
WITH DISTINCT x, st, art ORDER BY art.published, art.articleId, st.statementId
WITH x, toLower(st.content) AS words, collect({st: st, art: art}) AS same
WITH x, same[0].st AS st, same[0].art AS art, size(same) - 1 AS copies
OPTIONAL MATCH (art)-[m:MENTIONS]->(x)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(o:Outlet)
OPTIONAL MATCH (st)-[:EVIDENCED_BY]->(s:Sentence)
WITH x, st, art, copies, m.role AS role, o.name AS outlet, min(s.start) AS place
RETURN toString(art.published) AS date, coalesce(x.name, x.actorId) AS speaker, role,
  CASE WHEN st.direct THEN 'quote' ELSE 'reported' END AS form, st.content AS content,
  COLLECT { MATCH (st)-[:ABOUT]->(t:Actor|Issue) RETURN coalesce(t.name, t.actorId, t.issueId) AS name ORDER BY name } AS about,
  COLLECT { MATCH (st)-[:ADDRESSED_TO]->(t:Actor) RETURN coalesce(t.name, t.actorId) AS name ORDER BY name } AS addressee,
  outlet, art.title AS article, copies
ORDER BY date, art.articleId, place, speaker, st.statementId
LIMIT $limit;
