-- `unpublished`: the articles of which readers of `published` may see other rows than this database
-- holds, that is those noted since its last refresh, and those that only one of the two has. Of the
-- large tables `own_<table>` and `published_<table>` are the rows of those articles.
CREATE OR REPLACE TEMPORARY TABLE unpublished AS
SELECT changed.article_id
FROM ops.changed_articles AS changed
INNER JOIN ops.refreshes ON changed.refresh_id = refreshes.refresh_id
WHERE
    refreshes.refresh_no > (
        SELECT max(known.refresh_no)
        FROM ops.refreshes AS known
        SEMI JOIN published.ops.refreshes AS seen
            ON known.refresh_id = seen.refresh_id AND seen.status = 'succeeded'
    )
UNION
SELECT coalesce(articles.article_id, seen.article_id) AS article_id
FROM core.articles
FULL JOIN published.core.articles AS seen ON articles.article_id = seen.article_id
WHERE articles.article_id IS NULL OR seen.article_id IS NULL;

-- By row ids long texts are reached without unpacking others. Each table is written out: a name that is
-- created can be no parameter, and as one macro for all the ids would be sought again by every reader.
CREATE OR REPLACE TEMPORARY TABLE own_rows_of_articles AS
SELECT every.rowid AS row_id
FROM core.articles AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW own_articles AS
SELECT every.*
FROM core.articles AS every
INNER JOIN own_rows_of_articles AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE published_rows_of_articles AS
SELECT every.rowid AS row_id
FROM published.core.articles AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW published_articles AS
SELECT every.*
FROM published.core.articles AS every
INNER JOIN published_rows_of_articles AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE own_rows_of_article_lines AS
SELECT every.rowid AS row_id
FROM core.article_lines AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW own_article_lines AS
SELECT every.*
FROM core.article_lines AS every
INNER JOIN own_rows_of_article_lines AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE published_rows_of_article_lines AS
SELECT every.rowid AS row_id
FROM published.core.article_lines AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW published_article_lines AS
SELECT every.*
FROM published.core.article_lines AS every
INNER JOIN published_rows_of_article_lines AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE own_rows_of_mentions AS
SELECT every.rowid AS row_id
FROM core.mentions AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW own_mentions AS
SELECT every.*
FROM core.mentions AS every
INNER JOIN own_rows_of_mentions AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE published_rows_of_mentions AS
SELECT every.rowid AS row_id
FROM published.core.mentions AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW published_mentions AS
SELECT every.*
FROM published.core.mentions AS every
INNER JOIN published_rows_of_mentions AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE own_rows_of_event_participants AS
SELECT every.rowid AS row_id
FROM core.event_participants AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW own_event_participants AS
SELECT every.*
FROM core.event_participants AS every
INNER JOIN own_rows_of_event_participants AS wanted ON every.rowid = wanted.row_id;

CREATE OR REPLACE TEMPORARY TABLE published_rows_of_event_participants AS
SELECT every.rowid AS row_id
FROM published.core.event_participants AS every
SEMI JOIN unpublished ON every.article_id = unpublished.article_id;

CREATE OR REPLACE TEMPORARY VIEW published_event_participants AS
SELECT every.*
FROM published.core.event_participants AS every
INNER JOIN published_rows_of_event_participants AS wanted ON every.rowid = wanted.row_id;
