// Which of the articles the graph has, and what of them was loaded.
UNWIND $ids AS id
MATCH (a:Article {articleId: id})
RETURN a.articleId AS id, a.sha256 AS sha256, a.documentHash AS hash
