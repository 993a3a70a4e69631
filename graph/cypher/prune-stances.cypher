// Take out the stances without evidence.
UNWIND $ids AS id
MATCH (n:Stance {stanceId: id})
WHERE NOT EXISTS { (n)-[:EVIDENCED_BY]->(:Sentence) }
DETACH DELETE n
