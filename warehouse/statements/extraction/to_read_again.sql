-- Flattened pages about whose lines other things are known than when they were last read, with
-- where their bytes are and what is known now.
SELECT
    readings.document_id,
    documents.file_id,
    documents.url,
    min(files.path) AS path,
    any_value(known.line_keys) AS line_keys,
    any_value(known.are_titles) AS are_titles
FROM readings_of_touched AS readings
INNER JOIN fingerprints
    ON
        readings.article_id = fingerprints.article_id
        AND readings.knowledge <> fingerprints.knowledge
INNER JOIN raw.documents ON readings.document_id = documents.document_id
INNER JOIN raw.files
    ON
        documents.file_id = files.file_id
        AND files.status IN ('loaded', 'rejected')
LEFT JOIN (
    SELECT
        known_lines.article_id,
        list(known_lines.line_key ORDER BY known_lines.line_key) AS line_keys,
        list(known_lines.is_title ORDER BY known_lines.line_key) AS are_titles
    FROM known_lines
    GROUP BY known_lines.article_id
) AS known ON readings.article_id = known.article_id
WHERE readings.method = 'flattened_text'
GROUP BY ALL
ORDER BY path;
