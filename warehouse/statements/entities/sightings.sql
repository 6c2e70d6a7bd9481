-- What articles say beside the names of persons, where anything telling stands beside a name.
WITH telling AS (
    SELECT DISTINCT mentions.named_id
    FROM core.mentions
    SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
    WHERE
        mentions.entity_type = 'person'
        AND (
            len(mentions.office_places) > 0
            OR mentions.birth_year IS NOT NULL
            OR mentions.namesake > 0
        )
)

SELECT
    mentions.named_id,
    min(mentions.name) AS name,
    mentions.article_id,
    coalesce(mentions.namesake, 0) AS namesake,
    any_value(articles.published_on) AS published_on,
    list_distinct(flatten(list(mentions.office_places))) AS office_places,
    list(DISTINCT mentions.birth_year) FILTER (WHERE mentions.birth_year IS NOT NULL)
        AS birth_years
FROM core.mentions
SEMI JOIN telling ON mentions.named_id = telling.named_id
INNER JOIN core.articles ON mentions.article_id = articles.article_id
GROUP BY mentions.named_id, mentions.article_id, coalesce(mentions.namesake, 0)
ORDER BY mentions.named_id;
