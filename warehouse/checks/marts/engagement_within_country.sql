-- table: mart.country_engagement
-- severity: error
-- description: No body has more articles, events or agreements with a country than there are of it.
-- rare: the whole view is computed.
WITH engagement AS (
    SELECT
        *,
        max(CASE WHEN body_id IS NULL THEN article_count END) OVER country AS all_articles,
        max(CASE WHEN body_id IS NULL THEN event_count END) OVER country AS all_events,
        max(CASE WHEN body_id IS NULL THEN agreement_count END) OVER country AS all_agreements
    FROM mart.country_engagement
    WINDOW country AS (PARTITION BY country_id)
)

SELECT
    country_id,
    body_id
FROM engagement
WHERE
    all_articles IS NULL
    OR article_count > all_articles
    OR event_count > all_events
    OR agreement_count > all_agreements
    OR same_paragraph_count > article_count
