// Give Actor nodes the second label that follows from their kind.
UNWIND $ids AS id
MATCH (n:Actor {actorId: id})
WHERE (n.kind = 'country' AND NOT n:Country)
   OR (n.kind = 'organization' AND NOT n:Organization)
   OR (n.kind = 'person' AND NOT n:Person)
   OR (n.kind = 'group' AND NOT n:Group)
   OR (n.kind IS NULL AND (n:Country OR n:Organization OR n:Person OR n:Group))
REMOVE n:Country:Organization:Person:Group
FOREACH (_ IN CASE n.kind WHEN 'country' THEN [1] ELSE [] END | SET n:Country)
FOREACH (_ IN CASE n.kind WHEN 'organization' THEN [1] ELSE [] END | SET n:Organization)
FOREACH (_ IN CASE n.kind WHEN 'person' THEN [1] ELSE [] END | SET n:Person)
FOREACH (_ IN CASE n.kind WHEN 'group' THEN [1] ELSE [] END | SET n:Group)
