-- Which offices did a person hold, when was each first and last seen, and which articles say so?
-- A person whose office no article states has one row without a title.
CREATE OR REPLACE VIEW mart.person_timeline AS
WITH kept AS (
    SELECT
        article_id,
        outlet_id,
        published_on
    FROM core.articles
    WHERE duplicate_of IS NULL
),

appearances AS (
    SELECT DISTINCT
        mentions.entity_id AS person_id,
        kept.article_id,
        kept.outlet_id,
        kept.published_on
    FROM core.mentions
    INNER JOIN kept ON mentions.article_id = kept.article_id
    WHERE mentions.entity_type = 'person'
),

held AS (
    SELECT
        appearances.person_id,
        roles.title,
        roles.organisation_id,
        appearances.article_id,
        appearances.outlet_id,
        appearances.published_on
    FROM appearances
    LEFT JOIN core.roles
        ON
            appearances.person_id = roles.person_id
            AND appearances.article_id = roles.article_id
),

-- An appearance without an office is shown only for a person of whom no office is known.
shown AS (
    SELECT held.*
    FROM held
    WHERE
        held.title IS NOT NULL
        OR NOT EXISTS (
            SELECT 1
            FROM held AS other
            WHERE other.person_id = held.person_id AND other.title IS NOT NULL
        )
)

SELECT
    shown.person_id,
    persons.name AS person_name,
    shown.title,
    shown.organisation_id,
    organisations.name AS organisation_name,
    min(shown.published_on) AS first_seen_on,
    max(shown.published_on) AS last_seen_on,
    count(DISTINCT shown.article_id) AS article_count,
    count(DISTINCT shown.outlet_id) AS outlet_count,
    list(DISTINCT shown.article_id ORDER BY shown.article_id) AS article_ids
FROM shown
INNER JOIN core.persons ON shown.person_id = persons.entity_id
LEFT JOIN core.organisations ON shown.organisation_id = organisations.entity_id
GROUP BY
    shown.person_id, persons.name, shown.title, shown.organisation_id, organisations.name
ORDER BY persons.name, first_seen_on NULLS LAST, shown.title, shown.organisation_id;

COMMENT ON VIEW mart.person_timeline IS
'Which offices did a person hold, when was each first and last seen, and which articles say so?';
COMMENT ON COLUMN mart.person_timeline.person_id IS
'The person (core.persons).';
COMMENT ON COLUMN mart.person_timeline.person_name IS
'Name of the person.';
COMMENT ON COLUMN mart.person_timeline.title IS
'Title as articles state it; NULL for a person of whom no office is known.';
COMMENT ON COLUMN mart.person_timeline.organisation_id IS
'Organisation of the office (core.organisations); NULL when none is named.';
COMMENT ON COLUMN mart.person_timeline.organisation_name IS
'Name of the organisation.';
COMMENT ON COLUMN mart.person_timeline.first_seen_on IS
'Publication day of the first dated article that says so.';
COMMENT ON COLUMN mart.person_timeline.last_seen_on IS
'Publication day of the last dated article that says so.';
COMMENT ON COLUMN mart.person_timeline.article_count IS
'Articles that say so, duplicates not counted.';
COMMENT ON COLUMN mart.person_timeline.outlet_count IS
'Known outlets that say so.';
COMMENT ON COLUMN mart.person_timeline.article_ids IS
'The articles (core.articles).';
