// The outlets and runs of the articles.
UNWIND $ids AS articleId
MATCH (:Article {articleId: articleId})-[:PUBLISHED_BY|CREDITED_TO|EXTRACTED_BY]->(x:Outlet|Run)
RETURN DISTINCT x.outletId AS outlet, x.runId AS run
