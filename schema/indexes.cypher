// Indexes that the saved reports and the look-up of actors use.
CREATE INDEX dyad_event_date IF NOT EXISTS FOR (n:Event) ON (n.date);
CREATE INDEX dyad_event_type IF NOT EXISTS FOR (n:Event) ON (n.type);
CREATE INDEX dyad_article_published IF NOT EXISTS FOR (n:Article) ON (n.published);
CREATE INDEX dyad_article_sha256 IF NOT EXISTS FOR (n:Article) ON (n.sha256);
CREATE INDEX dyad_stance_date IF NOT EXISTS FOR (n:Stance) ON (n.date);
CREATE INDEX dyad_actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name);
CREATE INDEX dyad_actor_code IF NOT EXISTS FOR (n:Actor) ON (n.code);
CREATE INDEX dyad_issue_name IF NOT EXISTS FOR (n:Issue) ON (n.name);
// Names and surface forms, for dyad report --param actor=… and near names.
CREATE FULLTEXT INDEX dyad_actor_names IF NOT EXISTS FOR (n:Actor) ON EACH [n.name];
CREATE FULLTEXT INDEX dyad_mention_forms IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON EACH [r.forms];
