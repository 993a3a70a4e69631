// Upsert EVIDENCED_BY edges from Event to Sentence, one a mention.
UNWIND $rows AS row
MATCH (a:Event {eventId: row.from})
MATCH (b:Sentence {sentenceId: row.to})
MERGE (a)-[r:EVIDENCED_BY {mentionId: row.key}]->(b)
ON CREATE SET r += row.props
