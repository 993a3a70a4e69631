// Take out the articles with their sentences, and with these all evidence.
UNWIND $ids AS articleId
MATCH (a:Article {articleId: articleId})
OPTIONAL MATCH (a)<-[:PART_OF]-(s:Sentence)
DETACH DELETE s, a
