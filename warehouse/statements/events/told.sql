-- Every stated event with the entities its words stand for: what linking compares.
SELECT
    statements.statement_id,
    statements.article_id,
    articles.duplicate_of,
    articles.published_on,
    statements.kind,
    statements.surface,
    statements.name,
    concat_ws(' ', articles.title, left(articles.text, $opening_length)) AS opening,
    statements.is_main,
    statements.is_planned,
    statements.starts_on,
    statements.ends_on,
    statements.date_precision,
    statements.place_id,
    list(DISTINCT parts.entity_id) FILTER (WHERE parts.part = 'organiser') AS organisers,
    list(DISTINCT parts.entity_id) FILTER (WHERE mentions.entity_type = 'person') AS people,
    list(DISTINCT parts.entity_id) FILTER (
        WHERE parts.part <> 'organiser' AND mentions.entity_type = 'organisation'
    ) AS bodies
FROM core.event_statements AS statements
INNER JOIN core.articles ON statements.article_id = articles.article_id
LEFT JOIN core.event_participants AS parts ON statements.statement_id = parts.statement_id
LEFT JOIN core.entities AS mentions ON parts.entity_id = mentions.entity_id
GROUP BY ALL
ORDER BY statements.statement_id;
