// Upsert CREDITED_TO edges from Article to Outlet.
UNWIND $rows AS row
MATCH (a:Article {articleId: row.from})
MATCH (b:Outlet {outletId: row.to})
MERGE (a)-[:CREDITED_TO]->(b)
