-- Notes what pages told when they were read by themselves (the shards $readings and $keys;
-- `outcomes` has those that this settled) and forgets what pages told that are gone or were read
-- anew. `touched_lines` and `touched_titles` are the lines and headlines of all of these, by outlet:
-- nothing else can recur otherwise than before.
CREATE OR REPLACE TEMPORARY TABLE lost_readings AS
SELECT
    article_id,
    outlet_id,
    title_key
FROM ops.first_readings
WHERE
    document_id IN (SELECT outcomes.document_id FROM outcomes)
    OR document_id IN (SELECT readings.document_id FROM read_parquet($readings) AS readings)
    OR document_id NOT IN (
        SELECT documents.document_id
        FROM raw.documents
        WHERE documents.status <> 'duplicate' AND documents.media_type IS NOT NULL
    );

CREATE OR REPLACE TEMPORARY TABLE touched_lines AS
SELECT
    lost.outlet_id,
    line_keys.line_key
FROM ops.line_keys
INNER JOIN lost_readings AS lost ON line_keys.article_id = lost.article_id
WHERE lost.outlet_id IS NOT NULL
UNION
SELECT
    readings.outlet_id,
    keys.line_key
FROM read_parquet($keys) AS keys
INNER JOIN read_parquet($readings) AS readings ON keys.article_id = readings.article_id
WHERE readings.outlet_id IS NOT NULL;

CREATE OR REPLACE TEMPORARY TABLE touched_titles AS
SELECT
    outlet_id,
    title_key
FROM lost_readings
WHERE outlet_id IS NOT NULL AND title_key IS NOT NULL
UNION
SELECT
    outlet_id,
    title_key
FROM read_parquet($readings)
WHERE outlet_id IS NOT NULL AND title_key IS NOT NULL;

DELETE FROM ops.line_keys
WHERE article_id IN (SELECT lost_readings.article_id FROM lost_readings);

DELETE FROM ops.first_readings
WHERE article_id IN (SELECT lost_readings.article_id FROM lost_readings);

INSERT INTO ops.first_readings BY NAME
SELECT *
FROM read_parquet($readings);

INSERT INTO ops.line_keys BY NAME
SELECT *
FROM read_parquet($keys);
