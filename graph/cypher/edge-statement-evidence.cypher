// Upsert EVIDENCED_BY edges from Statement to Sentence, one a mention.
UNWIND $rows AS row
MATCH (a:Statement {statementId: row.from})
MATCH (b:Sentence {sentenceId: row.to})
MERGE (a)-[r:EVIDENCED_BY {mentionId: row.key}]->(b)
ON CREATE SET r += row.props
