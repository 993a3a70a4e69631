// Upsert EVIDENCED_BY edges from Stance to Sentence, one a mention.
UNWIND $rows AS row
MATCH (a:Stance {stanceId: row.from})
MATCH (b:Sentence {sentenceId: row.to})
MERGE (a)-[r:EVIDENCED_BY {mentionId: row.key}]->(b)
ON CREATE SET r += row.props
