-- The entities whose names share a key with those to be compared.
INSERT INTO ops.name_keys BY NAME
SELECT *
FROM new_keys;

CREATE OR REPLACE TEMP TABLE neighbours AS
SELECT DISTINCT others.entity_id
FROM ops.name_keys AS others
SEMI JOIN new_keys ON others.name_key = new_keys.name_key
ANTI JOIN renamed ON others.entity_id = renamed.entity_id;
