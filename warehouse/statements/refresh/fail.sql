-- Notes that a refresh failed.
UPDATE ops.refreshes
SET status = 'failed', finished_at = NULL
WHERE refresh_id = $refresh_id;
