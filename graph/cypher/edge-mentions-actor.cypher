// Upsert MENTIONS edges (a changed article was taken out before) from Article to Actor.
UNWIND $rows AS row
MATCH (a:Article {articleId: row.from})
MATCH (b:Actor {actorId: row.to})
MERGE (a)-[r:MENTIONS]->(b)
ON CREATE SET r += row.props
