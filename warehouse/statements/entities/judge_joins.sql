-- Parts what judgements part: mentions in an article (`splits`), and joins (`cuts`).
CREATE OR REPLACE TEMP TABLE parted AS
SELECT
    mentions.mention_id,
    coalesce(splits.new_id, joined.own_id, mentions.named_id) AS own_id
FROM core.mentions
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
LEFT JOIN joined ON mentions.mention_id = joined.mention_id
LEFT JOIN splits
    ON
        coalesce(joined.told_id, mentions.named_id) = splits.told_id
        AND mentions.article_id = splits.article_id
LEFT JOIN cuts ON coalesce(splits.new_id, joined.own_id, mentions.named_id) = cuts.own_id
WHERE splits.new_id IS NOT NULL OR cuts.own_id IS NOT NULL;

DELETE FROM joined
WHERE mention_id IN (SELECT parted.mention_id FROM parted);

INSERT INTO joined
SELECT
    mention_id,
    own_id,
    own_id AS told_id,
    NULL AS reason
FROM parted;
