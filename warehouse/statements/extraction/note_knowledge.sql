-- Notes what is known of the lines of the pages that were just read again.
UPDATE ops.first_readings
SET knowledge = fingerprints.knowledge
FROM fingerprints
WHERE
    first_readings.article_id = fingerprints.article_id
    AND first_readings.knowledge IS DISTINCT FROM fingerprints.knowledge;
