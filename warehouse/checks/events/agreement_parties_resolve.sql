-- table: core.agreement_parties
-- severity: error
-- description: Every party has its agreement, and is the organisation or place mentioned there.
SELECT
    parties.agreement_id,
    parties.entity_id
FROM due_agreement_parties AS parties
LEFT JOIN core.agreements ON parties.agreement_id = agreements.agreement_id
LEFT JOIN core.mentions
    ON
        parties.article_id = mentions.article_id
        AND parties.field = mentions.field
        AND parties.start_char = mentions.start_char
        AND parties.end_char = mentions.end_char
        AND parties.entity_id = mentions.entity_id
        AND mentions.entity_type IN ('organisation', 'place')
WHERE agreements.agreement_id IS NULL OR mentions.mention_id IS NULL
