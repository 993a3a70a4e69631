// Upsert Actor nodes. Of several values the first in the alphabet stands, in
// whatever order they come; a missing value never wins.
UNWIND $rows AS r
WITH r.id AS id, r.props AS row
MERGE (n:Actor {actorId: id})
ON CREATE SET n.name = row.name,
              n.kind = row.kind,
              n.code = row.code,
              n.sector = row.sector,
              n.country = row.country,
              n.wikidata = row.wikidata
WITH n, row
WHERE row.name < n.name OR (n.name IS NULL AND row.name IS NOT NULL)
   OR row.kind < n.kind OR (n.kind IS NULL AND row.kind IS NOT NULL)
   OR row.code < n.code OR (n.code IS NULL AND row.code IS NOT NULL)
   OR row.sector < n.sector OR (n.sector IS NULL AND row.sector IS NOT NULL)
   OR row.country < n.country OR (n.country IS NULL AND row.country IS NOT NULL)
   OR row.wikidata < n.wikidata OR (n.wikidata IS NULL AND row.wikidata IS NOT NULL)
SET n.name = CASE WHEN row.name < n.name OR n.name IS NULL THEN row.name ELSE n.name END,
    n.kind = CASE WHEN row.kind < n.kind OR n.kind IS NULL THEN row.kind ELSE n.kind END,
    n.code = CASE WHEN row.code < n.code OR n.code IS NULL THEN row.code ELSE n.code END,
    n.sector = CASE WHEN row.sector < n.sector OR n.sector IS NULL THEN row.sector ELSE n.sector END,
    n.country = CASE WHEN row.country < n.country OR n.country IS NULL THEN row.country ELSE n.country END,
    n.wikidata = CASE WHEN row.wikidata < n.wikidata OR n.wikidata IS NULL THEN row.wikidata ELSE n.wikidata END
RETURN count(n) AS updated
