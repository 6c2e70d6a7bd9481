-- Notes how many entries intake saw in the folder.
UPDATE ops.refreshes
SET files_seen = $files_seen
WHERE refresh_id = $refresh_id;
