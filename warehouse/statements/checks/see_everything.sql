-- Lets the checks of this connection look at every row: `due_<table>` is `core.<table>`.
CREATE OR REPLACE TEMPORARY VIEW due_articles AS
FROM core.articles;

CREATE OR REPLACE TEMPORARY VIEW due_article_lines AS
FROM core.article_lines;

CREATE OR REPLACE TEMPORARY VIEW due_mentions AS
FROM core.mentions;

CREATE OR REPLACE TEMPORARY VIEW due_dismissed_mentions AS
FROM core.dismissed_mentions;

CREATE OR REPLACE TEMPORARY VIEW due_date_mentions AS
FROM core.date_mentions;

CREATE OR REPLACE TEMPORARY VIEW due_roles AS
FROM core.roles;

CREATE OR REPLACE TEMPORARY VIEW due_event_statements AS
FROM core.event_statements;

CREATE OR REPLACE TEMPORARY VIEW due_event_articles AS
FROM core.event_articles;

CREATE OR REPLACE TEMPORARY VIEW due_event_participants AS
FROM core.event_participants;

CREATE OR REPLACE TEMPORARY VIEW due_agreements AS
FROM core.agreements;

CREATE OR REPLACE TEMPORARY VIEW due_agreement_parties AS
FROM core.agreement_parties;
