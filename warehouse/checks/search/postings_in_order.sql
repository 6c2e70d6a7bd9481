-- table: search.articles
-- severity: error
-- description: The sorted postings are in order, each place once, and the first of a term counts.
-- rare: the whole index is looked through; the other checks of it find what one refresh may do wrong.
-- Each row is compared with the one before it as they lie in the table, which takes no memory.
SELECT
    here.place.term_key,
    here.place.article_no
FROM (
    SELECT
        postings.impact,
        {
            'term_key': postings.term_key,
            'article_no': postings.article_no,
            'word_no': postings.word_no
        } AS place,
        lag(place) OVER () AS earlier
    FROM search.postings
    WHERE
        postings.article_no <= (
            SELECT max(articles.article_no)
            FROM search.articles
            WHERE articles.is_sorted
        )
) AS here
WHERE
    here.place <= here.earlier
    OR (here.impact > 0) = (
        here.place.term_key IS NOT DISTINCT FROM here.earlier.term_key
        AND here.place.article_no IS NOT DISTINCT FROM here.earlier.article_no
    );
