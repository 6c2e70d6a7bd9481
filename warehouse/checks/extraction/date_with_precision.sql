-- table: core.articles
-- severity: error
-- description: A publication date has a precision and a source; a missing one has neither.
SELECT article_id
FROM due_articles
WHERE
    (published_at IS NULL) <> (published_precision IS NULL)
    OR (published_at IS NULL) <> (published_source IS NULL)
    OR (published_at IS NULL) <> (published_on IS NULL)
