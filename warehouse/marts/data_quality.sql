-- How complete and how sure is what we hold, by outlet, and why were files and pages rejected?
-- One row per measure and outlet (NULL: the page does not show it), and one row per reason of
-- rejection. `failing_count` of `total_count` have the defect; duplicate articles are not counted.
CREATE OR REPLACE VIEW mart.data_quality AS
WITH kept AS (
    SELECT *
    FROM core.articles
    WHERE duplicate_of IS NULL
),

-- Every thing that is measured, with the outlet of its article.
measured AS (
    SELECT
        'article without date' AS measure,
        outlet_id,
        published_on IS NULL AS is_failing
    FROM kept
    UNION ALL
    SELECT
        'article without title' AS measure,
        outlet_id,
        title IS NULL AS is_failing
    FROM kept
    UNION ALL
    SELECT
        'article without author' AS measure,
        outlet_id,
        len(authors) = 0 AS is_failing
    FROM kept
    UNION ALL
    SELECT
        'article without outlet' AS measure,
        outlet_id,
        outlet_id IS NULL AS is_failing
    FROM kept
    UNION ALL
    SELECT
        'article that is a duplicate' AS measure,
        outlet_id,
        duplicate_of IS NOT NULL AS is_failing
    FROM core.articles
    UNION ALL
    SELECT
        'line of low confidence' AS measure,
        kept.outlet_id,
        lines.confidence < 0.8 AS is_failing
    FROM core.article_lines AS lines
    INNER JOIN kept ON lines.article_id = kept.article_id
    UNION ALL
    SELECT
        'mention of low confidence' AS measure,
        kept.outlet_id,
        mentions.confidence < 0.8 AS is_failing
    FROM core.mentions
    INNER JOIN kept ON mentions.article_id = kept.article_id
    UNION ALL
    SELECT
        'event without date' AS measure,
        kept.outlet_id,
        statements.starts_on IS NULL AS is_failing
    FROM core.event_statements AS statements
    INNER JOIN kept ON statements.article_id = kept.article_id
    UNION ALL
    SELECT
        'event without place' AS measure,
        kept.outlet_id,
        statements.place_id IS NULL AS is_failing
    FROM core.event_statements AS statements
    INNER JOIN kept ON statements.article_id = kept.article_id
    UNION ALL
    SELECT
        'agreement without date' AS measure,
        kept.outlet_id,
        agreements.signed_on IS NULL AS is_failing
    FROM core.agreements
    INNER JOIN kept ON agreements.article_id = kept.article_id
),

-- What lies in the input folder now, and the captures inside.
arrived AS (
    SELECT
        'file rejected' AS measure,
        status,
        reason
    FROM raw.files
    WHERE status IN ('loaded', 'duplicate', 'rejected')
    UNION ALL
    SELECT
        'page rejected' AS measure,
        documents.status,
        documents.reason
    FROM raw.documents
    INNER JOIN raw.files ON documents.file_id = files.file_id
    WHERE files.status = 'loaded'
),

counted AS (
    SELECT
        measure,
        NULL AS reason,
        outlet_id,
        count(*) FILTER (WHERE is_failing) AS failing_count,
        count(*) AS total_count
    FROM measured
    GROUP BY measure, outlet_id
    UNION ALL
    SELECT
        measure,
        reason,
        NULL AS outlet_id,
        count(*) AS failing_count,
        any_value(total_count) AS total_count
    FROM (
        SELECT
            *,
            count(*) OVER (PARTITION BY measure) AS total_count
        FROM arrived
    ) AS arrived
    WHERE status = 'rejected'
    GROUP BY measure, reason
)

SELECT
    counted.measure,
    counted.reason,
    counted.outlet_id,
    outlets.name AS outlet_name,
    counted.failing_count,
    counted.total_count,
    round(counted.failing_count / counted.total_count, 3) AS share
FROM counted
LEFT JOIN core.outlets ON counted.outlet_id = outlets.outlet_id
ORDER BY counted.measure, counted.outlet_id NULLS LAST, counted.reason;

COMMENT ON VIEW mart.data_quality IS
'How complete and how sure is what we hold, by outlet, and why were files and pages rejected?';
COMMENT ON COLUMN mart.data_quality.measure IS
'The defect that is counted, such as article without date; low confidence is below 0.8.';
COMMENT ON COLUMN mart.data_quality.reason IS
'Why a file or page was rejected; NULL for the other measures.';
COMMENT ON COLUMN mart.data_quality.outlet_id IS
'The outlet (core.outlets); NULL when the page does not show it, and for what was rejected.';
COMMENT ON COLUMN mart.data_quality.outlet_name IS
'Name of the outlet.';
COMMENT ON COLUMN mart.data_quality.failing_count IS
'How many have the defect.';
COMMENT ON COLUMN mart.data_quality.total_count IS
'How many there are.';
COMMENT ON COLUMN mart.data_quality.share IS
'failing_count divided by total_count, 0 to 1.';
