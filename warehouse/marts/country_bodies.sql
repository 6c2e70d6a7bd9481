-- Which country does each place and body belong to, and with which country does it deal by name?
-- `home`: it lies in the country, or is a body of it. `partner`: a friendship body is named after
-- it, such as "Hội hữu nghị Việt Nam - Ấn Độ". What nothing tells for certain has no row.
CREATE OR REPLACE VIEW mart.country_bodies AS
WITH RECURSIVE place_tree AS (
    SELECT
        entity_id AS place_id,
        entity_id AS country_id
    FROM core.places
    WHERE kind = 'country'
    UNION ALL
    SELECT
        places.entity_id AS place_id,
        place_tree.country_id
    FROM core.places
    INNER JOIN place_tree ON places.parent_id = place_tree.place_id
    WHERE places.kind <> 'country'
),

country_forms AS (
    SELECT
        entity_id AS country_id,
        unnest([name, official_name] || aliases) AS form
    FROM reference.countries
),

organisations AS (
    SELECT
        organisations.entity_id,
        organisations.kind,
        organisations.place_id,
        regexp_replace(organisations.name, '\s*[-–]\s*', ' - ', 'g') AS name,
        bodies.entity_id IS NOT NULL AS is_known
    FROM core.organisations
    LEFT JOIN reference.bodies ON organisations.entity_id = bodies.entity_id
),

home AS (
    SELECT
        place_tree.place_id AS entity_id,
        place_tree.country_id
    FROM place_tree
    UNION ALL
    SELECT
        organisations.entity_id,
        place_tree.country_id
    FROM organisations
    INNER JOIN place_tree ON organisations.place_id = place_tree.place_id
    UNION ALL
    -- A foreign body of the reference data says in its name whose it is.
    SELECT
        organisations.entity_id,
        arg_max(country_forms.country_id, length(country_forms.form)) AS country_id
    FROM organisations
    INNER JOIN country_forms
        ON contains(' ' || organisations.name || ' ', ' ' || country_forms.form || ' ')
    WHERE organisations.kind = 'foreign' AND organisations.place_id IS NULL
    GROUP BY organisations.entity_id
    UNION ALL
    -- Bodies of Party and State stand in the reference data; others have Việt Nam in their names.
    SELECT
        entity_id,
        'place:viet-nam' AS country_id
    FROM organisations
    WHERE
        place_id IS NULL
        AND kind NOT IN ('foreign', 'international')
        AND (
            (
                is_known
                AND kind IN (
                    'agency', 'armed_forces', 'assembly', 'council', 'court', 'department', 'front',
                    'government', 'ministry', 'party', 'police', 'procuracy', 'state', 'union'
                )
            )
            OR name LIKE '%Việt Nam'
            OR name LIKE '%Việt Nam - %'
        )
),

partner AS (
    SELECT DISTINCT
        organisations.entity_id,
        country_forms.country_id
    FROM organisations
    INNER JOIN country_forms
        ON
            contains(organisations.name || ' ', ' - ' || country_forms.form || ' ')
            OR contains(' ' || organisations.name, ' ' || country_forms.form || ' - ')
    WHERE
        organisations.name ILIKE '%hữu nghị%'
        AND country_forms.country_id <> 'place:viet-nam'
)

SELECT
    home.entity_id,
    home.country_id,
    'home' AS relation
FROM home
INNER JOIN core.entities ON home.entity_id = entities.entity_id
UNION
SELECT
    partner.entity_id,
    partner.country_id,
    'partner' AS relation
FROM partner
ORDER BY entity_id, relation, country_id;

COMMENT ON VIEW mart.country_bodies IS
'Which country does each place and body belong to, and with which country does it deal by name?';
COMMENT ON COLUMN mart.country_bodies.entity_id IS
'A place or an organisation (core.entities).';
COMMENT ON COLUMN mart.country_bodies.country_id IS
'The country (reference.countries).';
COMMENT ON COLUMN mart.country_bodies.relation IS
'home (lies in it, or is a body of it) or partner (a friendship body is named after it).';
