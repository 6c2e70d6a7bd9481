-- table: core.event_links
-- severity: error
-- description: A link joins two articles that report its event, in the order of their ids.
SELECT
    links.event_id,
    links.left_article_id,
    links.right_article_id
FROM core.event_links AS links
LEFT JOIN core.event_articles AS lefts
    ON
        links.event_id = lefts.event_id
        AND links.left_article_id = lefts.article_id
LEFT JOIN core.event_articles AS rights
    ON
        links.event_id = rights.event_id
        AND links.right_article_id = rights.article_id
WHERE
    lefts.article_id IS NULL
    OR rights.article_id IS NULL
    OR links.left_article_id >= links.right_article_id
