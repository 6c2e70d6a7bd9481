-- Pages about whose lines other things are known than when they were last read, and those that were
-- only read by themselves (`is_new`), with where their bytes are and the outlet they were first read
-- with; `place` counts them from 0.
CREATE OR REPLACE TEMPORARY TABLE to_read_again AS
SELECT
    located.*,
    row_number() OVER (ORDER BY located.path, located.ordinal) - 1 AS place,
    count(*) OVER (PARTITION BY located.path) AS in_file
FROM (
    SELECT
        readings.article_id,
        readings.document_id,
        documents.file_id,
        documents.ordinal,
        documents.url,
        documents.sidecar,
        readings.outlet_id,
        readings.outlet_source,
        readings.outlet_name,
        readings.outlet_domain,
        readings.knowledge IS NULL AS is_new,
        min(files.path) AS path
    FROM ops.first_readings AS readings
    INNER JOIN fingerprints
        ON
            readings.article_id = fingerprints.article_id
            AND readings.knowledge IS DISTINCT FROM fingerprints.knowledge
    INNER JOIN raw.documents ON readings.document_id = documents.document_id
    INNER JOIN raw.files
        ON
            documents.file_id = files.file_id
            AND files.status IN ('loaded', 'rejected')
    WHERE readings.method = 'flattened_text'
    GROUP BY ALL
) AS located;
