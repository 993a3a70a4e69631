// Upsert MENTIONS edges (a changed article was taken out before) from Article to Issue.
UNWIND $rows AS row
MATCH (a:Article {articleId: row.from})
MATCH (b:Issue {issueId: row.to})
MERGE (a)-[r:MENTIONS]->(b)
ON CREATE SET r += row.props
