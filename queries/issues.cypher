// Issues
// What the disputes and topics of the graph are: how many articles mention an
// issue, how many events and statements are about it, and how many stances are
// taken on it. The name or the id can be given to reports that take an issue.
//
// param limit int: at most so many rows
// :param limit => 100
// view: table
// shape: issue, articles, events, statements, positive, negative, first, last, id
MATCH (i:Issue)
OPTIONAL MATCH (art:Article)-[:MENTIONS]->(i)
WITH i, count(art) AS articles, min(art.published) AS first, max(art.published) AS last
RETURN coalesce(i.name, i.issueId) AS issue, articles,
  COUNT { (:Event)-[:ABOUT]->(i) } AS events,
  COUNT { (:Statement)-[:ABOUT]->(i) } AS statements,
  COUNT { (:Stance {polarity: 'positive'})-[:TOWARDS]->(i) } AS positive,
  COUNT { (:Stance {polarity: 'negative'})-[:TOWARDS]->(i) } AS negative,
  toString(first) AS first, toString(last) AS last, i.issueId AS id
ORDER BY articles DESC, events + statements DESC, id
LIMIT $limit;
