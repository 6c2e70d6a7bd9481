-- Notes what pages told when they were read by themselves (`outcomes`, `new_readings`, `new_keys`),
-- and of which outlets lines must be counted again (`touched_outlets`, with those of lost articles).
CREATE OR REPLACE TEMPORARY TABLE lost_readings AS
SELECT
    article_id,
    outlet_id
FROM ops.first_readings
WHERE
    document_id IN (SELECT outcomes.document_id FROM outcomes)
    OR document_id NOT IN (SELECT documents.document_id FROM raw.documents);

CREATE OR REPLACE TEMPORARY TABLE touched_outlets AS
SELECT outlet_id
FROM lost_readings
WHERE outlet_id IS NOT NULL
UNION
SELECT outlet_id
FROM new_readings
WHERE outlet_id IS NOT NULL;

DELETE FROM ops.line_keys
WHERE article_id IN (SELECT lost_readings.article_id FROM lost_readings);

DELETE FROM ops.first_readings
WHERE article_id IN (SELECT lost_readings.article_id FROM lost_readings);

INSERT INTO ops.first_readings BY NAME
SELECT *
FROM new_readings;

INSERT INTO ops.line_keys BY NAME
SELECT *
FROM new_keys;
