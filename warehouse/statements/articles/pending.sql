-- Articles that the code of this version has not looked into for a stage, in the order in which they
-- stand in their table: those that stand together are read at once. $limited_version stands for those
-- that were given up within limits that are still the same.
SELECT
    articles.article_id,
    articles.document_id,
    articles.rowid AS row_id
FROM core.articles
LEFT JOIN ops.derivations AS done
    ON
        articles.document_id = done.subject
        AND done.stage = $stage
        AND done.version IN ($version, $limited_version)
WHERE done.subject IS NULL
ORDER BY articles.rowid;
