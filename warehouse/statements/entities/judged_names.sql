-- Reaches the names of entities that judgements speak of: `judged` are their ids up to a "~".
CREATE OR REPLACE TEMP TABLE dirty_names AS
SELECT named_id
FROM dirty_names
UNION
SELECT mentions.named_id
FROM core.mentions
WHERE
    mentions.named_id IN (SELECT judged.entity_id FROM judged)
    OR split_part(mentions.told_id, '~', 1) IN (SELECT judged.entity_id FROM judged)
    OR split_part(mentions.entity_id, '~', 1) IN (SELECT judged.entity_id FROM judged);
