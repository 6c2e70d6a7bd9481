-- Notes the results of a stage's checks, replacing those of an earlier try.
DELETE FROM ops.checks
WHERE
    refresh_id IN (SELECT notes.refresh_id FROM notes)
    AND check_name IN (SELECT notes.check_name FROM notes);

INSERT INTO ops.checks BY NAME
SELECT *
FROM notes;
