-- An article with its file and outlet, and how each of its values was found.
SELECT
    articles.article_id,
    files.path,
    articles.url,
    articles.outlet_id,
    outlets.name AS outlet_name,
    articles.outlet_source,
    articles.title,
    articles.title_source,
    articles.authors,
    articles.authors_source,
    articles.published_at,
    articles.published_on,
    articles.published_precision,
    articles.published_source,
    articles.language,
    articles.extraction_method,
    articles.extraction_reason,
    articles.duplicate_of,
    articles.text
FROM core.articles
LEFT JOIN core.outlets ON articles.outlet_id = outlets.outlet_id
LEFT JOIN raw.files
    ON articles.file_id = files.file_id AND files.status = 'loaded'
WHERE articles.article_id = $id;
