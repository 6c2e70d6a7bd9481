-- One value that changes whenever a stated event, its entities or an article's copies change.
SELECT coalesce(md5(string_agg(row_hash, '' ORDER BY row_hash)), '') AS version
FROM (
    SELECT md5(concat_ws('|', statements::VARCHAR, articles.duplicate_of, articles.published_on)) AS row_hash
    FROM (
        SELECT * EXCLUDE (event_id)
        FROM core.event_statements
    ) AS statements
    INNER JOIN core.articles ON statements.article_id = articles.article_id
    UNION ALL
    SELECT md5(concat_ws('|', statement_id, part, entity_id, start_char)) AS row_hash
    FROM core.event_participants
    UNION ALL
    SELECT md5(concat_ws('|', entity_id, parent_id)) AS row_hash
    FROM core.places
) AS hashed;
