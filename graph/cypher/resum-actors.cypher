// Sum the MENTIONS edges up again where the value that stands has lost its
// last witness. Few actors need it: the first edge looked at mostly agrees.
UNWIND $ids AS id
MATCH (n:Actor {actorId: id})
WHERE (n.name IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.name = n.name })
   OR (n.kind IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.kind = n.kind })
   OR (n.code IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.code = n.code })
   OR (n.sector IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.sector = n.sector })
   OR (n.country IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.country = n.country })
   OR (n.wikidata IS NOT NULL AND NOT EXISTS { MATCH (:Article)-[m:MENTIONS]->(n) WHERE m.wikidata = n.wikidata })
OPTIONAL MATCH (:Article)-[m:MENTIONS]->(n)
WITH n, min(m.name) AS name, min(m.kind) AS kind, min(m.code) AS code, min(m.sector) AS sector, min(m.country) AS country, min(m.wikidata) AS wikidata
SET n.name = name, n.kind = kind, n.code = code, n.sector = sector, n.country = country, n.wikidata = wikidata
RETURN n.actorId AS id
