// Upsert Article nodes. A changed article was taken out before, so a node that
// is there stays as it is, with its loadedAt.
UNWIND $rows AS row
MERGE (n:Article {articleId: row.id})
ON CREATE SET n += row.props, n.loadedAt = $now
