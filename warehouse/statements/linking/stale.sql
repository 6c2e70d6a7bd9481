-- The statements to be compared anew, as their articles lie in the table: those that are taken at a
-- time then unpack few long texts beside their own.
SELECT stale.statement_id
FROM stale
INNER JOIN core.articles ON stale.article_id = articles.article_id
ORDER BY articles.rowid, stale.statement_id;
