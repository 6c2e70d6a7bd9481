-- The version of the user's judgements that the entities were settled with.
SELECT version
FROM ops.derivations
WHERE stage = 'judgements';
