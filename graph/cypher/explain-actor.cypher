// What the graph knows of one actor or issue: its roles, who may be the same, and the
// articles that mention it, those that do so most first.
CALL () {
    MATCH (n:Actor {actorId: $id})
    RETURN n, 'actor' AS kind,
      COLLECT { MATCH (n)-[:HELD]->(r:Role)-[:OF]->(of:Actor)
                RETURN {office: r.office, of: coalesce(of.name, of.actorId), from: toString(r.from), to: toString(r.to), source: r.source} AS x
                ORDER BY r.from, r.office, r.roleId } AS roles,
      COLLECT { MATCH (n)-[p:POSSIBLY_SAME_AS]-(m:Actor) RETURN DISTINCT {id: m.actorId, name: m.name, why: p.why} AS x ORDER BY x.id, x.why } AS same
  UNION
    MATCH (n:Issue {issueId: $id})
    RETURN n, 'issue' AS kind, [] AS roles, [] AS same
}
RETURN kind, properties(n) AS properties, roles, same,
  COLLECT { MATCH (art:Article)-[m:MENTIONS]->(n)
            RETURN {article: art.articleId, title: art.title, published: toString(art.published), count: m.count,
                    forms: m.forms, sector: m.sector, role: m.role} AS x
            ORDER BY m.count DESC, art.published, art.articleId LIMIT 20 } AS articles
