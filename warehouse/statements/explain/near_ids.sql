-- The ids most like one that does not exist.
SELECT entity_id AS id
FROM core.entities
UNION ALL
SELECT article_id AS id
FROM core.articles
ORDER BY jaro_winkler_similarity(id, $id) DESC, id
LIMIT 5;
