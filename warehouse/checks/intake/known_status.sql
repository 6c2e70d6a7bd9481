-- table: raw.files
-- severity: error
-- description: Every status is one of the contract.
SELECT
    path,
    status
FROM raw.files
WHERE status NOT IN ('loaded', 'duplicate', 'rejected', 'superseded', 'missing')
