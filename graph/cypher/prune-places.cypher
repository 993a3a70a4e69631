// Take out the places that nothing of an article points to any more.
UNWIND $ids AS id
MATCH (n:Place {placeId: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
