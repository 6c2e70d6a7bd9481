-- The ids that judgements reached in the refresh before.
SELECT entity_id
FROM ops.judged_ids;
