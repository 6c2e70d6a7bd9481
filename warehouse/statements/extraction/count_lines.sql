-- Counts the lines of the touched outlets: `known_lines` holds for each article the lines that stand
-- in three articles of its outlet or more, of different headlines and different leads, and those
-- that are the headline of another article. Its own headline tells nothing.
CREATE OR REPLACE TEMPORARY TABLE readings_of_touched AS
SELECT readings.*
FROM ops.first_readings AS readings
SEMI JOIN touched_outlets ON readings.outlet_id = touched_outlets.outlet_id;

CREATE OR REPLACE TEMPORARY TABLE known_lines AS
WITH
keys AS (
    SELECT
        readings.article_id,
        readings.outlet_id,
        readings.title_key,
        readings.lead_key,
        line_keys.line_key
    FROM ops.line_keys
    INNER JOIN readings_of_touched AS readings ON line_keys.article_id = readings.article_id
),

-- Most lines stand on one page only: counting them first makes the two counts below cheap.
frequent AS (
    SELECT
        outlet_id,
        line_key
    FROM keys
    GROUP BY outlet_id, line_key
    HAVING count(*) >= 3
),

repeated AS (
    SELECT
        keys.outlet_id,
        keys.line_key
    FROM keys
    SEMI JOIN frequent
        ON keys.outlet_id = frequent.outlet_id AND keys.line_key = frequent.line_key
    GROUP BY keys.outlet_id, keys.line_key
    HAVING count(DISTINCT keys.title_key) >= 3 AND count(DISTINCT keys.lead_key) >= 3
),

titles AS (
    SELECT DISTINCT
        outlet_id,
        title_key
    FROM readings_of_touched
    WHERE title_key IS NOT NULL
)

SELECT
    keys.article_id,
    keys.line_key,
    titles.title_key IS NOT NULL AS is_title
FROM keys
LEFT JOIN repeated ON keys.outlet_id = repeated.outlet_id AND keys.line_key = repeated.line_key
LEFT JOIN titles ON keys.outlet_id = titles.outlet_id AND keys.line_key = titles.title_key
WHERE
    (repeated.line_key IS NOT NULL OR titles.title_key IS NOT NULL)
    AND keys.line_key IS DISTINCT FROM keys.title_key;

CREATE OR REPLACE TEMPORARY TABLE fingerprints AS
SELECT
    readings.article_id,
    coalesce(
        md5(string_agg(known.line_key::VARCHAR || known.is_title::VARCHAR, ',' ORDER BY ALL)), ''
    ) AS knowledge
FROM readings_of_touched AS readings
LEFT JOIN known_lines AS known ON readings.article_id = known.article_id
GROUP BY readings.article_id;
