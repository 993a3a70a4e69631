// Upsert PART_OF edges from Sentence to Article.
UNWIND $rows AS row
MATCH (a:Sentence {sentenceId: row.from})
MATCH (b:Article {articleId: row.to})
MERGE (a)-[:PART_OF]->(b)
