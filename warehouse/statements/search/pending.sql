-- Articles that the index of this version does not hold yet, in the order in which they stand in
-- their table: those that stand together are read at once. $limited_version stands for those that
-- were given up within limits that are still the same. Copies of others are not indexed.
SELECT
    articles.article_id,
    articles.document_id,
    articles.rowid AS row_id,
    cast(
        coalesce((SELECT max(indexed.article_no) FROM search.articles AS indexed), 0)
        + row_number() OVER (ORDER BY articles.article_id) AS INTEGER
    ) AS article_no
FROM core.articles
LEFT JOIN ops.derivations AS done
    ON
        articles.document_id = done.subject
        AND done.stage = 'search'
        AND done.version IN ($version, $limited_version)
WHERE
    articles.duplicate_of IS NULL
    AND done.subject IS NULL
ORDER BY articles.rowid;
