// Upsert Event nodes. Everything follows from the key and the tables
// of codes, so a node that is there changes only with a new version of these.
UNWIND $rows AS row
MERGE (n:Event {eventId: row.id})
ON CREATE SET n += row.props
WITH n, row
WHERE any(k IN keys(row.props) WHERE n[k] IS NULL OR n[k] <> row.props[k])
SET n += row.props
RETURN count(n) AS updated
