-- table: core.event_statements
-- severity: error
-- description: The words at its offsets are the surface and the name of every stated event.
SELECT
    statements.statement_id,
    statements.surface
FROM due_event_statements AS statements
LEFT JOIN due_articles AS articles ON statements.article_id = articles.article_id
WHERE
    substring(
        CASE statements.field WHEN 'title' THEN articles.title WHEN 'text' THEN articles.text END,
        statements.start_char + 1,
        statements.end_char - statements.start_char
    ) IS DISTINCT FROM statements.surface
    OR substring(
        CASE statements.name_field
            WHEN 'title' THEN articles.title
            WHEN 'text' THEN articles.text
        END,
        statements.name_start + 1,
        statements.name_end - statements.name_start
    ) IS DISTINCT FROM statements.name
