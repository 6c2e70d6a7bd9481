-- How many entities of each type articles mention.
SELECT
    entity_type,
    count(*) AS entity_count
FROM core.entities
WHERE mention_count > 0
GROUP BY entity_type
ORDER BY list_position(['person', 'organisation', 'place', 'official_document'], entity_type);
