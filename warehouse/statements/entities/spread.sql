-- Which names a change reaches through what it says: by a short form, a full name that tells its
-- place (`said_placed`), or the running number of a document.
CREATE OR REPLACE TEMP TABLE dirty_names AS
SELECT named_id
FROM dirty_names
UNION
SELECT unplaced_id AS named_id
FROM said_placed
UNION
SELECT mentions.named_id
FROM core.mentions
SEMI JOIN said_short ON mentions.name = said_short.short
WHERE mentions.entity_type = 'organisation' AND mentions.reference_id IS NULL
UNION
SELECT mentions.named_id
FROM core.mentions
SEMI JOIN (
    SELECT DISTINCT ops.running_number(dirty.named_id) AS running_number
    FROM dirty_names AS dirty
    WHERE starts_with(dirty.named_id, 'official_document:')
) AS numbers
    ON ops.running_number(mentions.named_id) = numbers.running_number
WHERE mentions.document_number IS NOT NULL;

DELETE FROM ops.placed_names
WHERE
    EXISTS (
        SELECT 1
        FROM said_placed
        WHERE said_placed.name = placed_names.name AND said_placed.place_id = placed_names.place_id
    );

INSERT INTO ops.placed_names BY NAME
SELECT said_placed.*
FROM said_placed
SEMI JOIN core.mentions
    ON
        said_placed.name = mentions.name
        AND said_placed.place_id = mentions.place_id
        AND mentions.entity_type = 'organisation';
