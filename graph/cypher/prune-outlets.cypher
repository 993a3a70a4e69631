// Take out the outlets that nothing of an article points to any more.
UNWIND $ids AS id
MATCH (n:Outlet {outletId: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
