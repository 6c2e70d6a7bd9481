-- The version of the reference data that the tables hold.
SELECT version
FROM ops.derivations
WHERE stage = 'reference';
