-- Lets the checks of this connection look only at rows of articles that changed since a refresh last
-- succeeded: `due_<table>` has those of `core.<table>`. By row ids long texts are reached without
-- unpacking others; they are kept in tables, since many checks read the views. Each table is written
-- out: a name that is created can be no parameter.
CREATE OR REPLACE TEMPORARY TABLE due_ids AS
SELECT DISTINCT changed.article_id
FROM ops.changed_articles AS changed
INNER JOIN ops.refreshes ON changed.refresh_id = refreshes.refresh_id
WHERE
    refreshes.refresh_no > (
        SELECT coalesce(max(succeeded.refresh_no), 0)
        FROM ops.refreshes AS succeeded
        WHERE succeeded.status = 'succeeded'
    );

CREATE OR REPLACE TEMPORARY TABLE due_rows_of_articles AS
SELECT every.rowid AS row_id
FROM core.articles AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_articles AS
SELECT every.*
FROM core.articles AS every
INNER JOIN due_rows_of_articles AS due ON every.rowid = due.row_id;

CREATE OR REPLACE TEMPORARY TABLE due_rows_of_article_lines AS
SELECT every.rowid AS row_id
FROM core.article_lines AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_article_lines AS
SELECT every.*
FROM core.article_lines AS every
INNER JOIN due_rows_of_article_lines AS due ON every.rowid = due.row_id;

CREATE OR REPLACE TEMPORARY TABLE due_rows_of_mentions AS
SELECT every.rowid AS row_id
FROM core.mentions AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_mentions AS
SELECT every.*
FROM core.mentions AS every
INNER JOIN due_rows_of_mentions AS due ON every.rowid = due.row_id;

CREATE OR REPLACE TEMPORARY VIEW due_dismissed_mentions AS
SELECT every.*
FROM core.dismissed_mentions AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_date_mentions AS
SELECT every.*
FROM core.date_mentions AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_roles AS
SELECT every.*
FROM core.roles AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_event_statements AS
SELECT every.*
FROM core.event_statements AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_event_articles AS
SELECT every.*
FROM core.event_articles AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_event_participants AS
SELECT every.*
FROM core.event_participants AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_agreements AS
SELECT every.*
FROM core.agreements AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;

CREATE OR REPLACE TEMPORARY VIEW due_agreement_parties AS
SELECT every.*
FROM core.agreement_parties AS every
SEMI JOIN due_ids ON every.article_id = due_ids.article_id;
