// Take out the issues that nothing of an article points to any more.
UNWIND $ids AS id
MATCH (n:Issue {issueId: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
