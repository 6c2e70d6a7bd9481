-- How many of the `inspected` files are new at their path, and how many have other content there.
SELECT
    count(*) FILTER (WHERE known.path IS NULL) AS files_new,
    count(*) FILTER (
        WHERE known.path IS NOT NULL AND known.file_id IS DISTINCT FROM inspected.file_id
    ) AS files_changed
FROM inspected
LEFT JOIN raw.files AS known
    ON
        inspected.path = known.path
        AND known.status IN ('loaded', 'duplicate', 'rejected');
