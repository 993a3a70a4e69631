// The same for the names of issues.
UNWIND $ids AS id
MATCH (n:Issue {issueId: id})
WHERE NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.name = n.name }
OPTIONAL MATCH (:Article)-[m:MENTIONS]->(n)
WITH n, min(m.name) AS name
SET n.name = name
