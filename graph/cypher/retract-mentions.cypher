// The actors and issues that the articles mention, and what they say of them.
UNWIND $ids AS articleId
MATCH (:Article {articleId: articleId})-[m:MENTIONS]->(x:Actor|Issue)
RETURN x.actorId AS actor, x.issueId AS issue, m.roles AS roles, m.sameAs AS sameAs
