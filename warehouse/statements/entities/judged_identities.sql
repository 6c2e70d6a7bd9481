-- The identities that judgements may speak of: `judged` are the ids up to a "~", `split_articles`
-- the articles that a judgement names.
SELECT DISTINCT
    coalesce(joined.own_id, mentions.named_id) AS own_id,
    coalesce(joined.told_id, mentions.named_id) AS told_id,
    split_articles.article_id
FROM core.mentions
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
LEFT JOIN joined ON mentions.mention_id = joined.mention_id
LEFT JOIN split_articles ON mentions.article_id = split_articles.article_id
WHERE
    mentions.named_id IN (SELECT judged.entity_id FROM judged)
    OR split_part(joined.told_id, '~', 1) IN (SELECT judged.entity_id FROM judged);
