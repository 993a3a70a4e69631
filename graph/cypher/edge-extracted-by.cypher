// Upsert EXTRACTED_BY edges from Article to Run.
UNWIND $rows AS row
MATCH (a:Article {articleId: row.from})
MATCH (b:Run {runId: row.to})
MERGE (a)-[:EXTRACTED_BY]->(b)
