-- Which articles speak of this? Asked as `FROM search_articles('doi ngoai nhan dan')`.
-- An answer costs more to plan than to find: hence subqueries instead of macros and lists of lambdas,
-- and one join for all that is shown.
-- Noted where the linter does not know the syntax: macros and lambdas of DuckDB.
-- noqa: disable=all

-- `query` is words, with or without accents; words in double quotes must stand next to each other.
-- Ranked by BM25 over words, pairs of neighbouring words, and words with the question's accents.
-- Words that stand in more than a third of a large warehouse tell nothing and are left out, unless
-- they are all that is asked. `snippet` is about 260 characters in whole words, cut around the first
-- place of the rarest term.
CREATE OR REPLACE MACRO search_articles(query, top := 10) AS TABLE
SELECT
    slices.article_id,
    slices.title,
    round(best.score, 3) AS score,
    -- A blank before the beginning of a slice stands for the broken word that is cut off elsewhere.
    if(best.place > 80, '… ', '')
    || regexp_replace(
        if(best.place > 80, '', ' ')
        || replace(substring(slices.text, greatest(1, best.place - 80), 280), chr(10), ' '),
        '^\S*\s+|\s+\S*$', '', 'g'
    )
    || if(length(slices.text) > best.place + 200, ' …', '') AS snippet
FROM (
    SELECT
        postings.article_no,
        sum(asked.worth * postings.impact * ln(1 + asked.article_total / terms.article_count))
        / 100 AS score,
        arg_min(postings.first_char, terms.article_count) // 2400 AS slice_no,
        arg_min(postings.first_char, terms.article_count) % 2400 AS place
    FROM (
        SELECT
            md5_number_lower(term) AS term_key,
            -- An accented word that agrees tells more than its letters, which it also matches.
            CASE WHEN term = strip_accents(term) AND NOT contains(term, 'đ') THEN 1 ELSE 2 END AS worth,
            list_contains(required, term) AS is_required,
            len(required) AS required_count,
            is_one_word,
            (SELECT count(*) FROM search.articles) AS article_total
        FROM (
            SELECT
                unnest(terms) AS term,
                -- What an article must hold to hold the phrases: their pairs, or their only word.
                list_filter(
                    terms,
                    lambda asked_for: contains(phrases, ' ' || asked_for || ' ') AND (
                        contains(asked_for, ' ') OR contains(phrases, '" ' || asked_for || ' "')
                    )
                ) AS required,
                is_one_word
            FROM (
                SELECT
                    -- 'a b c' becomes 'a b, b c, c'.
                    list_distinct(
                        words || written_words || string_split(
                            regexp_replace(
                                array_to_string(words, ' '), ' ([a-z0-9]+)', ' \1, \1', 'g'
                            ),
                            ', '
                        )
                    ) AS terms,
                    len(words) = 1 AS is_one_word,
                    phrases
                FROM (
                    SELECT
                        regexp_extract_all(folded, '[a-z0-9]+') AS words,
                        regexp_extract_all(written, '[^\s"“”''.,;:!?()/-]+') AS written_words,
                        -- All phrases in a row, each in quotes, blanks between everything.
                        replace(
                            regexp_replace(
                                array_to_string(regexp_extract_all(folded, '"[^"]+"'), ''),
                                '[^a-z0-9"]+', ' ', 'g'
                            ),
                            '"', ' " '
                        ) AS phrases
                    FROM (
                        SELECT
                            lower(nfc_normalize(query)) AS written,
                            translate(strip_accents(written), 'đ“”', 'd""') AS folded
                    )
                )
            )
        )
    ) AS asked
    INNER JOIN search.terms ON asked.term_key = terms.term_key
    INNER JOIN search.postings ON terms.term_key = postings.term_key
    WHERE
        asked.is_required
        OR asked.is_one_word
        OR terms.article_count <= greatest(2000, asked.article_total / 3)
    GROUP BY postings.article_no
    HAVING count(*) FILTER (WHERE asked.is_required) = max(asked.required_count)
    ORDER BY
        score DESC,
        postings.article_no ASC
    LIMIT top
) AS best
-- With BETWEEN, not =, the join has one key, by which slices are passed over unread.
INNER JOIN search.slices
    ON best.article_no = slices.article_no
    AND slices.slice_no BETWEEN best.slice_no AND best.slice_no
ORDER BY
    score DESC,
    slices.article_id ASC;

COMMENT ON MACRO TABLE search_articles IS
'Which articles speak of this? Words with or without accents, phrases in double quotes; ranked, with a snippet.';
