// Upsert Stance nodes. Everything follows from the key, so a
// node that is there stays as it is.
UNWIND $rows AS row
MERGE (n:Stance {stanceId: row.id})
ON CREATE SET n += row.props
