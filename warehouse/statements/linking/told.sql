-- The statements in `wanted` (see want.sql) with the entities their words stand for: what linking
-- compares.
WITH openings AS (
    SELECT
        articles.article_id,
        articles.duplicate_of,
        articles.published_on,
        concat_ws(' ', articles.title, left(articles.text, $opening_length)) AS opening
    FROM core.articles
    INNER JOIN wanted_rows ON articles.rowid = wanted_rows.row_id
),

taking_part AS (
    SELECT
        parts.statement_id,
        list(DISTINCT parts.entity_id) FILTER (WHERE parts.part = 'organiser') AS organisers,
        list(DISTINCT parts.entity_id) FILTER (WHERE entities.entity_type = 'person') AS people,
        list(DISTINCT parts.entity_id) FILTER (
            WHERE parts.part <> 'organiser' AND entities.entity_type = 'organisation'
        ) AS bodies
    FROM core.event_participants AS parts
    SEMI JOIN wanted ON parts.statement_id = wanted.statement_id
    LEFT JOIN core.entities ON parts.entity_id = entities.entity_id
    GROUP BY parts.statement_id
)

SELECT
    statements.statement_id,
    statements.article_id,
    openings.duplicate_of,
    openings.published_on,
    statements.kind,
    statements.surface,
    statements.name,
    openings.opening,
    statements.is_main,
    statements.is_planned,
    statements.starts_on,
    statements.ends_on,
    statements.date_precision,
    statements.place_id,
    taking_part.organisers,
    taking_part.people,
    taking_part.bodies
FROM core.event_statements AS statements
SEMI JOIN wanted ON statements.statement_id = wanted.statement_id
INNER JOIN openings ON statements.article_id = openings.article_id
LEFT JOIN taking_part ON statements.statement_id = taking_part.statement_id
ORDER BY statements.statement_id;
