-- table: raw.documents
-- severity: error
-- description: Of captures with the same bytes exactly one is no duplicate.
SELECT content_hash
FROM raw.documents
WHERE content_hash IS NOT NULL
GROUP BY content_hash
HAVING count(*) FILTER (WHERE status <> 'duplicate') <> 1
