// Upsert PUBLISHED_BY edges from Article to Outlet.
UNWIND $rows AS row
MATCH (a:Article {articleId: row.from})
MATCH (b:Outlet {outletId: row.to})
MERGE (a)-[:PUBLISHED_BY]->(b)
