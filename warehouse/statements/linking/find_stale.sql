-- `stale`: the statements of events that must be compared anew, all of an article and of its copies:
-- those of articles that changed since a refresh last succeeded, those without an event, those whose
-- place lies elsewhere than before; every one when $everything. `gone`: those that are no more.
CREATE OR REPLACE TEMPORARY TABLE new_places AS
WITH RECURSIVE above AS (
    SELECT
        places.entity_id AS place_id,
        places.parent_id AS container
    FROM core.places
    SEMI JOIN core.event_statements AS statements ON places.entity_id = statements.place_id
    WHERE places.parent_id IS NOT NULL
    UNION
    SELECT
        above.place_id,
        places.parent_id AS container
    FROM above
    INNER JOIN core.places ON above.container = places.entity_id
    WHERE places.parent_id IS NOT NULL
)

SELECT
    place_id,
    string_agg(container, '|' ORDER BY container) AS containers
FROM above
GROUP BY place_id;

CREATE OR REPLACE TEMPORARY TABLE stale AS
WITH touched AS (
    SELECT changed.article_id
    FROM ops.changed_articles AS changed
    INNER JOIN ops.refreshes ON changed.refresh_id = refreshes.refresh_id
    WHERE
        refreshes.refresh_no > (
            SELECT coalesce(max(succeeded.refresh_no), 0)
            FROM ops.refreshes AS succeeded
            WHERE succeeded.status = 'succeeded'
        )
    UNION
    SELECT statements.article_id
    FROM core.event_statements AS statements
    LEFT JOIN new_places ON statements.place_id = new_places.place_id
    LEFT JOIN ops.event_places AS old_places ON statements.place_id = old_places.place_id
    WHERE
        $everything
        OR statements.event_id IS NULL
        OR new_places.containers IS DISTINCT FROM old_places.containers
),

kept AS (
    SELECT coalesce(articles.duplicate_of, articles.article_id) AS article_id
    FROM core.articles
    SEMI JOIN touched ON articles.article_id = touched.article_id
)

SELECT
    statements.statement_id,
    statements.article_id
FROM core.event_statements AS statements
INNER JOIN core.articles ON statements.article_id = articles.article_id
WHERE coalesce(articles.duplicate_of, articles.article_id) IN (SELECT kept.article_id FROM kept);

CREATE OR REPLACE TEMPORARY TABLE gone AS
SELECT known.statement_id
FROM (
    SELECT statement_id
    FROM ops.event_blocks
    UNION
    SELECT left_id AS statement_id
    FROM ops.event_edges
    UNION
    SELECT right_id AS statement_id
    FROM ops.event_edges
) AS known
ANTI JOIN core.event_statements AS statements ON known.statement_id = statements.statement_id;

DELETE FROM ops.event_places;

INSERT INTO ops.event_places
SELECT *
FROM new_places;
