-- The forms of the entities to be described anew, counted.
SELECT
    mentions.entity_id,
    mentions.entity_type,
    mentions.named_id,
    mentions.name,
    mentions.surface,
    mentions.told_id <> mentions.entity_id AS judged,
    mentions.abbreviation,
    mentions.place_id,
    mentions.document_kind,
    mentions.document_number,
    mentions.document_issuer_id,
    CASE
        WHEN mentions.document_issued_on > articles.published_on THEN NULL
        ELSE mentions.document_issued_on
    END AS document_issued_on,
    count(*) AS mention_count
FROM core.mentions
SEMI JOIN touched_entities AS touched ON mentions.entity_id = touched.entity_id
LEFT JOIN core.articles
    ON mentions.document_issued_on IS NOT NULL AND mentions.article_id = articles.article_id
GROUP BY ALL
ORDER BY mentions.entity_id;
