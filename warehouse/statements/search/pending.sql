-- Articles that the index of this version does not hold yet, and where in their table they stand.
-- Copies of others are not indexed.
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
        AND done.version = $version
WHERE
    articles.duplicate_of IS NULL
    AND done.subject IS NULL
ORDER BY articles.article_id;
