-- Which events were reported, by how many outlets, from when to when, and who took part?
-- One row per event; duplicate articles are not counted again.
CREATE OR REPLACE VIEW mart.event_coverage AS
WITH reports AS (
    SELECT
        event_articles.event_id,
        event_articles.is_main,
        articles.article_id,
        articles.outlet_id,
        articles.published_on
    FROM core.event_articles
    INNER JOIN core.articles ON event_articles.article_id = articles.article_id
    WHERE articles.duplicate_of IS NULL
),

reported AS (
    SELECT
        reports.event_id,
        count(*) AS article_count,
        count(*) FILTER (WHERE reports.is_main) AS main_article_count,
        count(DISTINCT reports.outlet_id) AS outlet_count,
        min(reports.published_on) AS first_reported_on,
        max(reports.published_on) AS last_reported_on,
        list(reports.article_id ORDER BY reports.article_id) AS article_ids,
        list(DISTINCT outlets.name ORDER BY outlets.name)
        FILTER (WHERE outlets.name IS NOT NULL) AS outlet_names
    FROM reports
    LEFT JOIN core.outlets ON reports.outlet_id = outlets.outlet_id
    GROUP BY reports.event_id
),

took_part AS (
    SELECT DISTINCT
        participants.event_id,
        participants.entity_id,
        participants.part,
        participants.article_id,
        entities.name
    FROM core.event_participants AS participants
    INNER JOIN reports
        ON
            participants.event_id = reports.event_id
            AND participants.article_id = reports.article_id
    INNER JOIN core.entities ON participants.entity_id = entities.entity_id
),

named AS (
    SELECT
        event_id,
        count(DISTINCT entity_id) AS participant_count,
        count(DISTINCT concat(article_id, ' ', entity_id)) AS told_count,
        list(DISTINCT name ORDER BY name) FILTER (WHERE part = 'organiser') AS organisers
    FROM took_part
    GROUP BY event_id
)

SELECT
    events.event_id,
    events.kind,
    events.name,
    events.starts_on,
    events.ends_on,
    events.date_precision,
    events.place_id,
    places.name AS place_name,
    events.is_planned,
    reported.outlet_count,
    reported.article_count,
    reported.main_article_count,
    reported.first_reported_on,
    reported.last_reported_on,
    coalesce(named.organisers, []) AS organisers,
    coalesce(named.participant_count, 0) AS participant_count,
    round(coalesce(named.told_count, 0) / reported.article_count, 1) AS participants_per_article,
    coalesce(reported.outlet_names, []) AS outlet_names,
    reported.article_ids
FROM core.events
INNER JOIN reported ON events.event_id = reported.event_id
LEFT JOIN named ON events.event_id = named.event_id
LEFT JOIN core.places ON events.place_id = places.entity_id
ORDER BY reported.outlet_count DESC, reported.article_count DESC, events.event_id ASC;

COMMENT ON VIEW mart.event_coverage IS
'Which events were reported, by how many outlets, from when to when, and who took part?';
COMMENT ON COLUMN mart.event_coverage.event_id IS
'The event (core.events).';
COMMENT ON COLUMN mart.event_coverage.kind IS
'Kind, such as hội thảo.';
COMMENT ON COLUMN mart.event_coverage.name IS
'Name or quoted theme.';
COMMENT ON COLUMN mart.event_coverage.starts_on IS
'First day.';
COMMENT ON COLUMN mart.event_coverage.ends_on IS
'Last day.';
COMMENT ON COLUMN mart.event_coverage.date_precision IS
'day, month or year.';
COMMENT ON COLUMN mart.event_coverage.place_id IS
'Place (core.places).';
COMMENT ON COLUMN mart.event_coverage.place_name IS
'Name of the place.';
COMMENT ON COLUMN mart.event_coverage.is_planned IS
'Whether it is only announced.';
COMMENT ON COLUMN mart.event_coverage.outlet_count IS
'Known outlets that report it.';
COMMENT ON COLUMN mart.event_coverage.article_count IS
'Articles that report it, duplicates not counted.';
COMMENT ON COLUMN mart.event_coverage.main_article_count IS
'Those of the articles that are about it.';
COMMENT ON COLUMN mart.event_coverage.first_reported_on IS
'Publication day of the first dated article.';
COMMENT ON COLUMN mart.event_coverage.last_reported_on IS
'Publication day of the last dated article.';
COMMENT ON COLUMN mart.event_coverage.organisers IS
'Names of those who held it.';
COMMENT ON COLUMN mart.event_coverage.participant_count IS
'Persons and bodies that took part, organisers included.';
COMMENT ON COLUMN mart.event_coverage.participants_per_article IS
'Participants that an article names, on average.';
COMMENT ON COLUMN mart.event_coverage.outlet_names IS
'Names of the known outlets that report it.';
COMMENT ON COLUMN mart.event_coverage.article_ids IS
'The articles (core.articles).';
