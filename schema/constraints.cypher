// Uniqueness of every key. Community edition enforces nothing else, so the
// loader checks the rest before it writes. Names start with dyad_, so that
// they cannot be mistaken for somebody else's.
CREATE CONSTRAINT dyad_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.articleId IS UNIQUE;
CREATE CONSTRAINT dyad_outlet_id IF NOT EXISTS FOR (n:Outlet) REQUIRE n.outletId IS UNIQUE;
CREATE CONSTRAINT dyad_sentence_id IF NOT EXISTS FOR (n:Sentence) REQUIRE n.sentenceId IS UNIQUE;
CREATE CONSTRAINT dyad_actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.actorId IS UNIQUE;
CREATE CONSTRAINT dyad_role_id IF NOT EXISTS FOR (n:Role) REQUIRE n.roleId IS UNIQUE;
CREATE CONSTRAINT dyad_event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.eventId IS UNIQUE;
CREATE CONSTRAINT dyad_statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.statementId IS UNIQUE;
CREATE CONSTRAINT dyad_stance_id IF NOT EXISTS FOR (n:Stance) REQUIRE n.stanceId IS UNIQUE;
CREATE CONSTRAINT dyad_issue_id IF NOT EXISTS FOR (n:Issue) REQUIRE n.issueId IS UNIQUE;
CREATE CONSTRAINT dyad_place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.placeId IS UNIQUE;
CREATE CONSTRAINT dyad_run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.runId IS UNIQUE;
