-- Which of the articles read again (`read_again`, `lines_again`) came out differently.
SELECT changed.article_id
FROM (
    SELECT * EXCLUDE (duplicate_of)
    FROM read_again
    EXCEPT
    SELECT articles.* EXCLUDE (duplicate_of)
    FROM core.articles
    SEMI JOIN read_again ON articles.article_id = read_again.article_id
) AS changed
UNION
SELECT changed.article_id
FROM (
    SELECT *
    FROM lines_again
    EXCEPT
    SELECT lines.*
    FROM core.article_lines AS lines
    SEMI JOIN read_again ON lines.article_id = read_again.article_id
) AS changed
ORDER BY article_id;
