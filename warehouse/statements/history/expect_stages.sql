-- Notes that this database was begun anew: nothing is published before every stage has run on it.
INSERT INTO ops.derivations
SELECT
    'begun anew' AS stage,
    unnest($stages) AS subject,
    '' AS version;
