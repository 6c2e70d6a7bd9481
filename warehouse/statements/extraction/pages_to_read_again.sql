-- The pages to read again from place $start to before $until, with what is known of their lines.
SELECT
    pages.* EXCLUDE (article_id, is_new, place),
    known.line_keys,
    known.are_titles
FROM to_read_again AS pages
LEFT JOIN (
    SELECT
        known_lines.article_id,
        list(known_lines.line_key ORDER BY known_lines.line_key) AS line_keys,
        list(known_lines.is_title ORDER BY known_lines.line_key) AS are_titles
    FROM known_lines
    SEMI JOIN (
        SELECT to_read_again.article_id
        FROM to_read_again
        WHERE to_read_again.place >= $start AND to_read_again.place < $until
    ) AS wanted ON known_lines.article_id = wanted.article_id
    GROUP BY known_lines.article_id
) AS known ON pages.article_id = known.article_id
WHERE pages.place >= $start AND pages.place < $until
ORDER BY pages.place;
