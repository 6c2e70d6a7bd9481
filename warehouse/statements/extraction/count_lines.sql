-- Counts the touched lines again. A line recurs (`ops.recurring_lines`) when it stands in three
-- articles of its outlet or more, of different headlines and different leads.
CREATE OR REPLACE TEMPORARY TABLE recurring_now AS
WITH
keys AS (
    SELECT
        readings.outlet_id,
        line_keys.line_key,
        readings.title_key,
        readings.lead_key
    FROM ops.line_keys
    INNER JOIN ops.first_readings AS readings ON line_keys.article_id = readings.article_id
    SEMI JOIN touched_lines
        ON readings.outlet_id = touched_lines.outlet_id AND line_keys.line_key = touched_lines.line_key
),

-- Most lines stand on one page only: counting them first makes the two counts below cheap.
frequent AS (
    SELECT
        outlet_id,
        line_key
    FROM keys
    GROUP BY outlet_id, line_key
    HAVING count(*) >= 3
)

SELECT
    keys.outlet_id,
    keys.line_key
FROM keys
SEMI JOIN frequent ON keys.outlet_id = frequent.outlet_id AND keys.line_key = frequent.line_key
GROUP BY keys.outlet_id, keys.line_key
HAVING count(DISTINCT keys.title_key) >= 3 AND count(DISTINCT keys.lead_key) >= 3;

CREATE OR REPLACE TEMPORARY TABLE recurred_before AS
SELECT recurring.*
FROM ops.recurring_lines AS recurring
SEMI JOIN touched_lines
    ON recurring.outlet_id = touched_lines.outlet_id AND recurring.line_key = touched_lines.line_key;

DELETE FROM ops.recurring_lines
USING recurred_before AS earlier
WHERE recurring_lines.outlet_id = earlier.outlet_id AND recurring_lines.line_key = earlier.line_key;

INSERT INTO ops.recurring_lines
SELECT
    outlet_id,
    line_key
FROM recurring_now;

-- Articles about whose lines something else may be known now: new ones, and those with a line that
-- began or ceased to recur, or that is a headline that came or went.
CREATE OR REPLACE TEMPORARY TABLE concerned AS
WITH changed_lines AS (
    SELECT now.*
    FROM recurring_now AS now
    ANTI JOIN recurred_before AS earlier ON now.outlet_id = earlier.outlet_id AND now.line_key = earlier.line_key
    UNION ALL
    SELECT earlier.*
    FROM recurred_before AS earlier
    ANTI JOIN recurring_now AS now ON earlier.outlet_id = now.outlet_id AND earlier.line_key = now.line_key
    UNION ALL
    SELECT
        outlet_id,
        title_key AS line_key
    FROM touched_titles
)

SELECT new_readings.article_id
FROM read_parquet($readings) AS new_readings
WHERE new_readings.outlet_id IS NOT NULL
UNION
SELECT readings.article_id
FROM ops.line_keys
INNER JOIN ops.first_readings AS readings ON line_keys.article_id = readings.article_id
SEMI JOIN changed_lines
    ON readings.outlet_id = changed_lines.outlet_id AND line_keys.line_key = changed_lines.line_key;

-- Of each of them, the lines that recur and those that are another article's headline. Its own
-- headline tells nothing.
CREATE OR REPLACE TEMPORARY TABLE known_lines AS
WITH
keys AS (
    SELECT
        readings.article_id,
        readings.outlet_id,
        readings.title_key,
        line_keys.line_key
    FROM ops.line_keys
    INNER JOIN ops.first_readings AS readings ON line_keys.article_id = readings.article_id
    SEMI JOIN concerned ON line_keys.article_id = concerned.article_id
    WHERE line_keys.line_key IS DISTINCT FROM readings.title_key
),

titles AS (
    SELECT DISTINCT
        outlet_id,
        title_key
    FROM ops.first_readings
    WHERE outlet_id IS NOT NULL AND title_key IS NOT NULL
)

SELECT
    keys.article_id,
    keys.line_key,
    titles.title_key IS NOT NULL AS is_title
FROM keys
LEFT JOIN ops.recurring_lines AS recurring
    ON keys.outlet_id = recurring.outlet_id AND keys.line_key = recurring.line_key
LEFT JOIN titles ON keys.outlet_id = titles.outlet_id AND keys.line_key = titles.title_key
WHERE recurring.line_key IS NOT NULL OR titles.title_key IS NOT NULL;

-- An article that nothing is known of keeps the empty fingerprint.
CREATE OR REPLACE TEMPORARY TABLE fingerprints AS
SELECT
    concerned.article_id,
    coalesce(known.knowledge, '') AS knowledge
FROM concerned
LEFT JOIN (
    SELECT
        known_lines.article_id,
        md5(string_agg(
            known_lines.line_key::VARCHAR || known_lines.is_title::VARCHAR,
            ',' ORDER BY known_lines.line_key
        )) AS knowledge
    FROM known_lines
    GROUP BY known_lines.article_id
) AS known ON concerned.article_id = known.article_id;
