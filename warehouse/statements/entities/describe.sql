-- Makes room for what the touched entities are called now; what they were before is kept aside.
CREATE OR REPLACE TEMP TABLE told_before AS
SELECT told.*
FROM ops.told_entities AS told
SEMI JOIN touched_entities AS touched ON told.entity_id = touched.entity_id;

DELETE FROM ops.told_entities
WHERE entity_id IN (SELECT touched.entity_id FROM touched_entities AS touched);

CREATE OR REPLACE TEMP TABLE fresh_aliases AS
SELECT *
FROM core.entity_aliases
WHERE FALSE;

CREATE OR REPLACE TEMP TABLE fresh_counts AS
SELECT
    mentions.entity_id,
    count(*) FILTER (WHERE articles.duplicate_of IS NULL) AS mention_count,
    count(DISTINCT mentions.article_id) FILTER (WHERE articles.duplicate_of IS NULL)
        AS article_count,
    min(articles.published_on) FILTER (WHERE articles.duplicate_of IS NULL) AS first_seen_on,
    max(articles.published_on) FILTER (WHERE articles.duplicate_of IS NULL) AS last_seen_on,
    count(DISTINCT mentions.article_id) AS article_total
FROM core.mentions
SEMI JOIN touched_entities AS touched ON mentions.entity_id = touched.entity_id
INNER JOIN core.articles ON mentions.article_id = articles.article_id
GROUP BY mentions.entity_id;
