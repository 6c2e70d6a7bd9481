-- Why files, and pages inside loaded files, were rejected: numbers left out, the commonest first.
WITH rejected AS (
    SELECT
        'file' AS what,
        files.reason
    FROM raw.files
    WHERE files.status = 'rejected'
    UNION ALL
    SELECT
        'page' AS what,
        documents.reason
    FROM raw.documents
    INNER JOIN raw.files ON documents.file_id = files.file_id
    WHERE documents.status = 'rejected' AND files.status = 'loaded'
)

SELECT
    rejected.what,
    regexp_replace(rejected.reason, '[0-9][0-9.,]*', '…', 'g') AS reason,
    count(*) AS rejected_count
FROM rejected
GROUP BY ALL
ORDER BY rejected_count DESC, reason ASC, rejected.what ASC;
