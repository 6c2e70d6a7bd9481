-- table: mart.data_quality
-- severity: error
-- description: Each measure of articles counts every one that is no duplicate, over all outlets.
-- rare: the whole view is computed.
SELECT
    measure,
    sum(total_count) AS measured
FROM mart.data_quality
WHERE starts_with(measure, 'article without')
GROUP BY measure
HAVING
    sum(total_count) <> (
        SELECT count(*)
        FROM core.articles
        WHERE duplicate_of IS NULL
    )
