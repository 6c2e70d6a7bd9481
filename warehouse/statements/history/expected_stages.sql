-- The stages that have not run on this database since it was begun anew.
SELECT subject
FROM ops.derivations
WHERE stage = 'begun anew'
ORDER BY subject;
