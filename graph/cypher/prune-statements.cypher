// Take out the statements without evidence.
UNWIND $ids AS id
MATCH (n:Statement {statementId: id})
WHERE NOT EXISTS { (n)-[:EVIDENCED_BY]->(:Sentence) }
DETACH DELETE n
