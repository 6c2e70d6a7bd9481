-- The refresh of an id, when it succeeded.
SELECT *
FROM ops.refreshes
WHERE refresh_id = $refresh_id AND status = 'succeeded';
