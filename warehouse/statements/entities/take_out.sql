-- Takes out the mentions of articles that are gone or read again, and notes what they said.
-- `pending` are the articles that were read. Everything noted here lasts until the end of the stage:
-- changed_articles, left_mentions, dirty_names (whose mentions are settled anew), touched_entities.
CREATE OR REPLACE TEMP TABLE changed_articles AS
SELECT
    article_id,
    TRUE AS is_read
FROM pending
UNION ALL
SELECT
    settled.article_id,
    articles.article_id IS NULL AS is_read
FROM ops.settled_articles AS settled
LEFT JOIN core.articles ON settled.article_id = articles.article_id
ANTI JOIN pending ON settled.article_id = pending.article_id
WHERE
    articles.article_id IS NULL
    OR articles.published_on IS DISTINCT FROM settled.published_on
    OR (articles.duplicate_of IS NULL) <> settled.counts;

-- What a judgement took out is judged anew: `put_in` puts it back.
CREATE OR REPLACE TEMP TABLE dismissed_before AS
SELECT *
FROM core.dismissed_mentions;

DELETE FROM core.dismissed_mentions;

CREATE OR REPLACE TEMP TABLE left_mentions AS
SELECT
    mentions.mention_id,
    mentions.entity_type,
    mentions.entity_id,
    mentions.named_id,
    mentions.name,
    mentions.place_id,
    mentions.abbreviation,
    changed.is_read
FROM (
    FROM core.mentions
    UNION ALL
    FROM dismissed_before
) AS mentions
INNER JOIN changed_articles AS changed ON mentions.article_id = changed.article_id;

CREATE OR REPLACE TEMP TABLE dirty_names AS
SELECT named_id
FROM left_mentions
UNION
SELECT named_id
FROM dismissed_before;

CREATE OR REPLACE TEMP TABLE touched_entities AS
SELECT entity_id
FROM left_mentions
UNION
SELECT entity_id
FROM dismissed_before;

DELETE FROM core.mentions
WHERE
    article_id IN (
        SELECT changed.article_id
        FROM changed_articles AS changed
        WHERE changed.is_read
    );
