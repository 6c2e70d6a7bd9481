-- With which countries do Vietnamese bodies deal: in which articles, events and agreements?
-- One row per country and Vietnamese body, and one per country with a NULL body: everything about
-- the country, whichever bodies are named. Duplicate articles are not counted again.
CREATE OR REPLACE VIEW mart.country_engagement AS
WITH kept AS (
    SELECT
        article_id,
        published_on
    FROM core.articles
    WHERE duplicate_of IS NULL
),

-- Countries other than Việt Nam, and the entities that stand for them.
abroad AS (
    SELECT
        entity_id,
        country_id,
        bool_or(relation = 'home') AS is_home
    FROM mart.country_bodies
    WHERE country_id <> 'place:viet-nam'
    GROUP BY entity_id, country_id
),

at_home AS (
    SELECT country_bodies.entity_id
    FROM mart.country_bodies
    INNER JOIN core.organisations ON country_bodies.entity_id = organisations.entity_id
    WHERE country_bodies.relation = 'home' AND country_bodies.country_id = 'place:viet-nam'
),

named AS (
    SELECT
        mentions.entity_id,
        mentions.article_id,
        mentions.field,
        coalesce(mentions.line_no, 0) AS line_no,
        kept.published_on
    FROM core.mentions
    INNER JOIN kept ON mentions.article_id = kept.article_id
    WHERE mentions.entity_type IN ('organisation', 'place')
),

countries_named AS (
    SELECT DISTINCT
        abroad.country_id,
        named.article_id,
        named.field,
        named.line_no,
        named.published_on
    FROM named
    INNER JOIN abroad ON named.entity_id = abroad.entity_id
),

bodies_named AS (
    SELECT DISTINCT
        named.entity_id AS body_id,
        named.article_id,
        named.field,
        named.line_no
    FROM named
    SEMI JOIN at_home ON named.entity_id = at_home.entity_id
),

articles_told AS (
    SELECT
        countries_named.country_id,
        bodies_named.body_id,
        countries_named.article_id,
        countries_named.published_on,
        bool_or(
            countries_named.field = bodies_named.field
            AND countries_named.line_no = bodies_named.line_no
        ) AS is_beside
    FROM countries_named
    INNER JOIN bodies_named ON countries_named.article_id = bodies_named.article_id
    GROUP BY ALL
    UNION ALL
    SELECT DISTINCT
        country_id,
        NULL AS body_id,
        article_id,
        published_on,
        NULL AS is_beside
    FROM countries_named
),

articles_counted AS (
    SELECT
        country_id,
        body_id,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_beside) AS beside_count,
        min(published_on) AS first_seen_on,
        max(published_on) AS last_seen_on
    FROM articles_told
    GROUP BY country_id, body_id
),

-- Who took part in an event, and where it was.
at_events AS (
    SELECT
        participants.event_id,
        participants.entity_id
    FROM core.event_participants AS participants
    SEMI JOIN kept ON participants.article_id = kept.article_id
    WHERE participants.event_id IS NOT NULL
    UNION
    SELECT
        events.event_id,
        events.place_id AS entity_id
    FROM core.events
    INNER JOIN core.event_articles ON events.event_id = event_articles.event_id
    SEMI JOIN kept ON event_articles.article_id = kept.article_id
    WHERE events.place_id IS NOT NULL
),

in_agreements AS (
    SELECT
        agreement_id,
        unnest(party_ids) AS entity_id
    FROM mart.agreements
),

acts AS (
    SELECT
        'event' AS act,
        event_id AS act_id,
        entity_id
    FROM at_events
    UNION ALL
    SELECT
        'agreement' AS act,
        agreement_id AS act_id,
        entity_id
    FROM in_agreements
),

-- A friendship body takes part in events for the country it is named after, but signs for itself.
acts_abroad AS (
    SELECT
        acts.act,
        acts.act_id,
        abroad.country_id
    FROM acts
    INNER JOIN abroad ON acts.entity_id = abroad.entity_id
    WHERE acts.act = 'event' OR abroad.is_home
),

acts_told AS (
    SELECT
        acts_abroad.act,
        acts_abroad.act_id,
        acts_abroad.country_id,
        at_home.entity_id AS body_id
    FROM acts_abroad
    INNER JOIN acts ON acts_abroad.act = acts.act AND acts_abroad.act_id = acts.act_id
    INNER JOIN at_home ON acts.entity_id = at_home.entity_id
    UNION ALL
    SELECT
        *,
        NULL AS body_id
    FROM acts_abroad
),

acts_counted AS (
    SELECT
        country_id,
        body_id,
        count(DISTINCT act_id) FILTER (WHERE act = 'event') AS event_count,
        count(DISTINCT act_id) FILTER (WHERE act = 'agreement') AS agreement_count
    FROM acts_told
    GROUP BY country_id, body_id
)

SELECT
    articles_counted.country_id,
    countries.name AS country_name,
    articles_counted.body_id,
    bodies.name AS body_name,
    articles_counted.article_count,
    CASE
        WHEN articles_counted.body_id IS NOT NULL THEN articles_counted.beside_count
    END AS same_paragraph_count,
    coalesce(acts_counted.event_count, 0) AS event_count,
    coalesce(acts_counted.agreement_count, 0) AS agreement_count,
    articles_counted.first_seen_on,
    articles_counted.last_seen_on
FROM articles_counted
INNER JOIN reference.countries ON articles_counted.country_id = countries.entity_id
LEFT JOIN core.organisations AS bodies ON articles_counted.body_id = bodies.entity_id
LEFT JOIN acts_counted
    ON
        articles_counted.country_id = acts_counted.country_id
        AND articles_counted.body_id IS NOT DISTINCT FROM acts_counted.body_id
ORDER BY country_name ASC, article_count DESC, body_id ASC NULLS FIRST;

COMMENT ON VIEW mart.country_engagement IS
'With which countries do Vietnamese bodies deal: in which articles, events and agreements?';
COMMENT ON COLUMN mart.country_engagement.country_id IS
'A country other than Việt Nam (reference.countries).';
COMMENT ON COLUMN mart.country_engagement.country_name IS
'Name of the country.';
COMMENT ON COLUMN mart.country_engagement.body_id IS
'A Vietnamese body (core.organisations); NULL for all that is told of the country.';
COMMENT ON COLUMN mart.country_engagement.body_name IS
'Name of the body.';
COMMENT ON COLUMN mart.country_engagement.article_count IS
'Articles that name the country, a place or a body of it, and the Vietnamese body.';
COMMENT ON COLUMN mart.country_engagement.same_paragraph_count IS
'Those of the articles that name both in one paragraph; NULL with a NULL body.';
COMMENT ON COLUMN mart.country_engagement.event_count IS
'Events in the country, or in which one of it or a friendship body took part, and the body too.';
COMMENT ON COLUMN mart.country_engagement.agreement_count IS
'Agreements that a place or body of the country signed, and the body too.';
COMMENT ON COLUMN mart.country_engagement.first_seen_on IS
'Publication day of the first dated one of the articles.';
COMMENT ON COLUMN mart.country_engagement.last_seen_on IS
'Publication day of the last dated one of the articles.';
