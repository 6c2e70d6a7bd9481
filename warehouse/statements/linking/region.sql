-- The statements to be linked anew, as their articles lie in the table (see stale.sql).
SELECT region.statement_id
FROM region
INNER JOIN core.event_statements AS statements ON region.statement_id = statements.statement_id
INNER JOIN core.articles ON statements.article_id = articles.article_id
ORDER BY articles.rowid, region.statement_id;
