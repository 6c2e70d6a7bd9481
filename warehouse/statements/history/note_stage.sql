-- Notes that a stage has run on this database.
DELETE FROM ops.derivations
WHERE stage = 'begun anew' AND subject = $stage;
