-- What articles say for each pair of alike names: telling organisations beside both, articles of both.
WITH company AS (
    SELECT
        weighed.left_id,
        weighed.right_id,
        list(entities.name ORDER BY lefts.body_id) AS names
    FROM weighed
    INNER JOIN named_with AS lefts ON weighed.left_id = lefts.entity_id
    INNER JOIN named_with AS rights
        ON weighed.right_id = rights.entity_id AND lefts.body_id = rights.body_id
    INNER JOIN core.entities ON lefts.body_id = entities.entity_id
    WHERE lefts.body_id <> weighed.left_id AND lefts.body_id <> weighed.right_id
    GROUP BY ALL
),

together AS (
    SELECT
        weighed.left_id,
        weighed.right_id,
        count(*) AS article_count
    FROM weighed
    INNER JOIN named_in AS lefts ON weighed.left_id = lefts.entity_id
    INNER JOIN named_in AS rights
        ON weighed.right_id = rights.entity_id AND lefts.article_id = rights.article_id
    WHERE weighed.entity_type = 'person'
    GROUP BY ALL
)

SELECT
    weighed.*,
    coalesce(list_slice(company.names, 1, $shown), []) AS company,
    coalesce(together.article_count, 0) AS together
FROM weighed
LEFT JOIN company
    ON weighed.left_id = company.left_id AND weighed.right_id = company.right_id
LEFT JOIN together
    ON weighed.left_id = together.left_id AND weighed.right_id = together.right_id;
