-- Which articles speak of this? Asked as `FROM search_articles('doi ngoai nhan dan')`.
-- An answer costs more to plan than to find: hence few lambdas, no macros, and one join for all that
-- is shown. What only phrases need is guarded by a look at `query` itself, so that the plans of
-- other questions go without it.
-- Noted where the linter does not know the syntax: macros and lambdas of DuckDB.
-- noqa: disable=all

-- `query` is words, with or without accents; words in double quotes must stand one after another, in
-- a paragraph or in the headline, whatever punctuation is between.
-- Ranked by BM25 over words, pairs of neighbouring words, and words with the question's accents.
-- Words that stand in more than a third of a large warehouse tell nothing and are left out, unless
-- they are all that is asked. `snippet` is about 260 characters in whole words, cut around the first
-- place of the first phrase, or else of the rarest term.
CREATE OR REPLACE MACRO search_articles(query, top := 10) AS TABLE
WITH written AS (
    SELECT
        lower(nfc_normalize(query)) AS accented,
        translate(strip_accents(accented), 'đ“”', 'd""') AS folded
),

split AS (
    SELECT
        regexp_extract_all(folded, '[a-z0-9]+') AS words,
        regexp_extract_all(accented, '[^\s"“”''.,;:!?()/-]+') AS accented_words,
        -- What stands in quotes: all phrases, a quote between two.
        coalesce(
            list_aggr(regexp_extract_all(folded, '"[^a-z0-9"]*([^"]*)"', 1), 'string_agg', '"'), ''
        ) AS quoted
    FROM written
),

paired AS (
    SELECT
        len(words) = 1 AS is_one_word,
        -- 'a b c' becomes 'a b, b c, c'.
        list_distinct(
            words || accented_words || string_split(
                regexp_replace(list_aggr(words, 'string_agg', ' '), ' ([a-z0-9]+)', ' \1, \1', 'g'),
                ', '
            )
        ) AS terms,
        -- 'a b c"d' becomes 'a b, b c"d"'.
        regexp_replace(
            regexp_replace(
                regexp_replace(quoted, '[^a-z0-9"]+', ' ', 'g'), ' ([a-z0-9]+)', ' \1, \1', 'g'
            ),
            ', [a-z0-9]+ ?("|$)', '"', 'g'
        ) AS phrases
    FROM split
),

wanted AS (
    SELECT
        unnest(terms) AS term,
        -- What an article must hold to hold the phrases: their pairs, or their only word.
        list_distinct(regexp_extract_all(phrases, '[a-z0-9]+(?: [a-z0-9]+)?')) AS required,
        phrases,
        is_one_word
    FROM paired
),

asked AS (
    SELECT
        term,
        md5_number_lower(term) AS term_key,
        -- An accented word that agrees tells more than its letters, which it also matches.
        CASE WHEN strlen(term) = length(term) THEN 1 ELSE 2 END AS worth,
        list_contains(required, term) AS is_required,
        len(required) AS required_count,
        phrases,
        is_one_word,
        (SELECT count(*) FROM search.articles) AS article_total
    FROM wanted
),

matched AS (
    SELECT
        postings.article_no,
        sum(asked.worth * postings.impact * ln(1 + asked.article_total / terms.article_count))
        / 100 AS score,
        arg_min(postings.start_char, terms.article_count) FILTER (WHERE postings.impact > 0)
        AS rarest_char,
        any_value(asked.phrases) AS phrases,
        count(*) FILTER (WHERE asked.is_required AND postings.impact > 0)
        = max(asked.required_count) AS has_required,
        -- The places of what phrases need: three lists in one order.
        list(asked.term || ' ' || postings.word_no) FILTER (WHERE asked.is_required) AS found,
        list(postings.word_no) FILTER (WHERE asked.is_required) AS word_nos,
        list(postings.start_char) FILTER (WHERE asked.is_required) AS start_chars
    FROM asked
    INNER JOIN search.terms ON asked.term_key = terms.term_key
    INNER JOIN search.postings ON terms.term_key = postings.term_key
    WHERE
        asked.is_required
        OR asked.is_one_word
        OR terms.article_count <= greatest(2000, asked.article_total / 3)
    GROUP BY postings.article_no
),

placed AS (
    SELECT
        *,
        -- Of each phrase the words with which it begins: there stands its first pair, and one word on
        -- each time the others.
        CASE WHEN contains(translate(query, '“”', '""'), '"') THEN
            list_transform(
                regexp_extract_all(phrases, '[a-z0-9 ]+(?:, [a-z0-9 ]+)*'),
                lambda phrase: list_filter(
                    word_nos,
                    lambda word_no: list_has_all(
                        found,
                        list_transform(
                            string_split(phrase, ', '),
                            lambda pair, pair_no: pair || ' ' || (word_no + pair_no - 1)
                        )
                    )
                )
            )
        END AS beginnings
    FROM matched
),

best AS (
    SELECT
        article_no,
        score,
        CASE
            WHEN contains(translate(query, '“”', '""'), '"') AND len(beginnings) > 0
            THEN start_chars[list_position(word_nos, list_min(beginnings[1]))]
            ELSE rarest_char
        END AS shown_char
    FROM placed
    WHERE
        NOT contains(translate(query, '“”', '""'), '"')
        OR (has_required AND NOT list_contains(beginnings, []))
    ORDER BY
        score DESC,
        article_no ASC
    LIMIT top
),

shown AS (
    SELECT
        article_no,
        score,
        shown_char // 2400 AS slice_no,
        shown_char % 2400 AS place
    FROM best
)

SELECT
    slices.article_id,
    slices.title,
    round(shown.score, 3) AS score,
    -- The blank before the text stands for the broken word that is cut off elsewhere.
    CASE WHEN shown.place > 80 THEN '… ' ELSE '' END
    || regexp_replace(
        replace(substring(' ' || slices.text, greatest(1, shown.place - 79), 281), e'\n', ' '),
        '^\S*\s+|\s+\S*$', '', 'g'
    )
    || CASE WHEN length(slices.text) > shown.place + 200 THEN ' …' ELSE '' END AS snippet
FROM shown
-- With BETWEEN, not =, the join has one key, by which slices are passed over unread.
INNER JOIN search.slices
    ON shown.article_no = slices.article_no
    AND slices.slice_no BETWEEN shown.slice_no AND shown.slice_no
ORDER BY
    score DESC,
    slices.article_id ASC;

COMMENT ON MACRO TABLE search_articles IS
'Which articles speak of this? Words with or without accents, phrases in double quotes; ranked, with a snippet.';
