-- table: core.roles
-- severity: error
-- description: substring(field, start_char + 1, end_char - start_char) is the surface of every title.
SELECT
    roles.article_id,
    roles.surface
FROM due_roles AS roles
LEFT JOIN due_articles AS articles ON roles.article_id = articles.article_id
WHERE
    substring(
        CASE roles.field WHEN 'title' THEN articles.title WHEN 'text' THEN articles.text END,
        roles.start_char + 1,
        roles.end_char - roles.start_char
    ) IS DISTINCT FROM roles.surface
