-- Notes for each mention that articles join to another entity which one, and what it gives alone.
CREATE OR REPLACE TEMP TABLE joined AS
SELECT
    mentions.mention_id,
    mentions.named_id AS own_id,
    short_joins.told_id,
    short_joins.reason
FROM core.mentions
INNER JOIN short_joins ON mentions.name = short_joins.short
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
WHERE
    mentions.entity_type = 'organisation'
    AND mentions.reference_id IS NULL
    AND mentions.named_id <> short_joins.told_id
UNION ALL
SELECT
    mentions.mention_id,
    mentions.named_id AS own_id,
    placed_joins.told_id,
    placed_joins.reason
FROM core.mentions
INNER JOIN placed_joins ON mentions.named_id = placed_joins.unplaced_id
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
LEFT JOIN short_joins ON mentions.name = short_joins.short
WHERE
    mentions.entity_type = 'organisation'
    AND mentions.reference_id IS NULL
    AND mentions.place_id IS NULL
    AND mentions.named_id <> placed_joins.told_id
    AND coalesce(short_joins.told_id, mentions.named_id) = mentions.named_id
UNION ALL
SELECT
    mentions.mention_id,
    people.own_id,
    people.told_id,
    people.reason
FROM core.mentions
INNER JOIN people
    ON
        mentions.named_id = people.named_id
        AND mentions.article_id = people.article_id
        AND coalesce(mentions.namesake, 0) = people.namesake
WHERE mentions.entity_type = 'person'
UNION ALL
SELECT
    mentions.mention_id,
    mentions.named_id AS own_id,
    cited.told_id,
    cited.reason
FROM core.mentions
INNER JOIN cited
    ON
        mentions.article_id = cited.article_id
        AND mentions.document_number = cited.document_number
        AND mentions.document_kind = cited.document_kind
        AND mentions.document_issuer_id IS NOT DISTINCT FROM cited.document_issuer_id
        AND mentions.document_issued_on IS NOT DISTINCT FROM cited.document_issued_on
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id;
