-- `wanted_rows`: the articles that the statements in `wanted` stand in, by row ids, so that their long
-- texts are reached without unpacking others.
CREATE OR REPLACE TEMPORARY TABLE wanted_rows AS
SELECT articles.rowid AS row_id
FROM core.articles
SEMI JOIN (
    SELECT statements.article_id
    FROM core.event_statements AS statements
    SEMI JOIN wanted ON statements.statement_id = wanted.statement_id
) AS told ON articles.article_id = told.article_id;
