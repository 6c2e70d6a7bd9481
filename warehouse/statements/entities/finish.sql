-- Notes what resolution did, and the state it was done in.
-- For those that follow: rows of core.mentions that are not of an article noted here in
-- ops.changed_articles are physically as they were, and so is where the bodies named there lie.
INSERT INTO ops.changed_articles
SELECT
    $refresh_id AS refresh_id,
    changes.article_id
FROM (
    SELECT article_id
    FROM changed_articles
    UNION
    SELECT article_id
    FROM moved
    UNION
    SELECT coalesce(before.article_id, dismissed.article_id) AS article_id
    FROM dismissed_before AS before
    FULL JOIN core.dismissed_mentions AS dismissed ON before.mention_id = dismissed.mention_id
    WHERE before.entity_id IS DISTINCT FROM dismissed.entity_id
    UNION
    SELECT mentions.article_id
    FROM core.mentions
    SEMI JOIN moved_seats ON mentions.entity_id = moved_seats.entity_id
) AS changes;

INSERT INTO ops.entity_moves
SELECT
    $refresh_id AS refresh_id,
    leavers.old_id,
    leavers.entity_id,
    count(*) AS mention_count
FROM (
    SELECT
        lefts.entity_id AS old_id,
        mentions.entity_id
    FROM left_mentions AS lefts
    LEFT JOIN core.mentions ON lefts.mention_id = mentions.mention_id
    WHERE lefts.is_read
    UNION ALL
    SELECT
        movers.old_id,
        mentions.entity_id
    FROM moved AS movers
    LEFT JOIN core.mentions ON movers.mention_id = mentions.mention_id
    ANTI JOIN pending ON movers.article_id = pending.article_id
    UNION ALL
    SELECT
        dismissed.entity_id AS old_id,
        NULL AS entity_id
    FROM core.dismissed_mentions AS dismissed
    ANTI JOIN dismissed_before AS before ON dismissed.mention_id = before.mention_id
    ANTI JOIN moved ON dismissed.mention_id = moved.mention_id
    ANTI JOIN pending ON dismissed.article_id = pending.article_id
) AS leavers
ANTI JOIN core.entities ON leavers.old_id = entities.entity_id
GROUP BY leavers.old_id, leavers.entity_id;

-- Facts are read from mentions: where a judgement took or gave some, the article is read again.
DELETE FROM ops.derivations
WHERE
    stage = 'events'
    AND subject IN (
        SELECT articles.document_id
        FROM core.articles
        SEMI JOIN (
            SELECT coalesce(before.article_id, dismissed.article_id) AS article_id
            FROM dismissed_before AS before
            FULL JOIN core.dismissed_mentions AS dismissed
                ON before.mention_id = dismissed.mention_id
            WHERE before.mention_id IS NULL OR dismissed.mention_id IS NULL
        ) AS judged_articles ON articles.article_id = judged_articles.article_id
    );

DELETE FROM ops.settled_articles
WHERE article_id IN (SELECT changed.article_id FROM changed_articles AS changed);

INSERT INTO ops.settled_articles BY NAME
SELECT
    articles.article_id,
    articles.published_on,
    articles.duplicate_of IS NULL AS counts
FROM core.articles
SEMI JOIN changed_articles AS changed ON articles.article_id = changed.article_id;

-- Another version's note would speak for rows that are gone when that version comes back.
DELETE FROM ops.derivations
WHERE stage = 'entities' AND subject IN (SELECT pending.document_id FROM pending);

INSERT INTO ops.derivations
SELECT
    'entities' AS stage,
    pending.document_id AS subject,
    pending.derived_with AS version
FROM pending;

DELETE FROM ops.derivations
WHERE stage = 'judgements';

INSERT INTO ops.derivations VALUES ('judgements', 'file', $judgements_version);

DELETE FROM ops.judged_ids;

INSERT INTO ops.judged_ids BY NAME
SELECT *
FROM judged;
