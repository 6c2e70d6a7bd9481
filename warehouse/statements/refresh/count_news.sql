-- Counts what this refresh brings to readers: `published_files` and `published_articles` are what
-- they see before it. What a failed refresh had read counts here, when it is published.
UPDATE ops.refreshes
SET
    files_new = (
        SELECT count(*)
        FROM raw.files
        ANTI JOIN published_files ON files.path = published_files.path
        WHERE files.status IN ('loaded', 'duplicate', 'rejected')
    ),
    files_changed = (
        SELECT count(*)
        FROM raw.files
        INNER JOIN published_files ON files.path = published_files.path
        WHERE
            files.status IN ('loaded', 'duplicate', 'rejected')
            AND files.file_id IS DISTINCT FROM published_files.file_id
    ),
    articles_added = (
        SELECT count(*)
        FROM core.articles
        ANTI JOIN published_articles ON articles.article_id = published_articles.article_id
    )
WHERE refresh_id = $refresh_id;
