-- Pairs of articles that share a band, one of them in `piece`, a part of the newly read ones
-- (`new_articles`); a pair of two new articles is one of the piece that its first belongs to.
WITH pairs AS (
    SELECT DISTINCT
        least(fresh.article_id, known.article_id) AS article_id,
        greatest(fresh.article_id, known.article_id) AS other_id
    FROM (
        SELECT bands.*
        FROM ops.article_bands AS bands
        SEMI JOIN piece ON bands.article_id = piece.article_id
    ) AS fresh
    INNER JOIN ops.article_bands AS known ON fresh.band = known.band
    LEFT JOIN new_articles AS new ON known.article_id = new.article_id
    WHERE
        fresh.article_id < known.article_id
        OR (fresh.article_id > known.article_id AND new.article_id IS NULL)
)

SELECT
    pairs.article_id,
    pairs.other_id,
    one.sketch,
    other.sketch AS other_sketch
FROM pairs
INNER JOIN ops.article_sketches AS one ON pairs.article_id = one.article_id
INNER JOIN ops.article_sketches AS other ON pairs.other_id = other.article_id
ORDER BY pairs.article_id, pairs.other_id;
