// Upsert Issue nodes. Of several names the first in the alphabet stands.
UNWIND $rows AS r
WITH r.id AS id, r.props AS row
MERGE (n:Issue {issueId: id})
ON CREATE SET n.name = row.name
WITH n, row
WHERE row.name < n.name OR (n.name IS NULL AND row.name IS NOT NULL)
SET n.name = row.name
RETURN count(n) AS updated
