// Take out the runs that nothing of an article points to any more.
UNWIND $ids AS id
MATCH (n:Run {runId: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
