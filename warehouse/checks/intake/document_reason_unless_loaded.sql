-- table: raw.documents
-- severity: error
-- description: Every capture that is not loaded says why, and only those do.
SELECT
    document_id,
    status,
    reason
FROM raw.documents
WHERE
    (status = 'loaded') <> (reason IS NULL)
    OR status NOT IN ('loaded', 'duplicate', 'rejected')
