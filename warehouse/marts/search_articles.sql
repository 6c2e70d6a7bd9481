-- Which articles speak of this? Asked as `FROM search_articles('doi ngoai nhan dan')`.
-- Noted where the linter does not know the syntax: macros and lambdas of DuckDB.
-- noqa: disable=all
CREATE OR REPLACE MACRO search.words(written) AS
regexp_extract_all(translate(strip_accents(lower(nfc_normalize(written))), 'đ', 'd'), '[a-z0-9]+');

CREATE OR REPLACE MACRO search.pairs(words) AS
list_transform(range(1, len(words)), lambda place: words[place] || ' ' || words[place + 1]);

-- What an article must hold to hold a phrase: its pairs of neighbours, or its only word.
CREATE OR REPLACE MACRO search.links(words) AS
CASE WHEN len(words) = 1 THEN words ELSE search.pairs(words) END;

-- About 260 characters of `slice` from a little before `place`, in whole words.
CREATE OR REPLACE MACRO search.snippet(slice, place) AS
CASE WHEN place > 80 THEN '… ' ELSE '' END
|| regexp_replace(
    substring(slice, greatest(1, place - 80), 280),
    CASE WHEN place > 80 THEN '^\S*\s+|\s+\S*$' ELSE '\s+\S*$' END,
    '', 'g'
)
|| CASE WHEN length(slice) > place + 200 THEN ' …' ELSE '' END;

-- `query` is words, with or without accents; words in double quotes must stand next to each other.
-- Ranked by BM25 over words, pairs of neighbouring words, and words with the question's accents.
-- Words that stand in more than a third of a large warehouse tell nothing and are left out, unless
-- they are all that is asked. `snippet` is cut around the first place of the rarest term.
CREATE OR REPLACE MACRO search_articles(query, top := 10) AS TABLE
WITH
question AS (
    SELECT
        search.words(query) AS words,
        regexp_extract_all(lower(nfc_normalize(query)), '[^\s"“”''.,;:!?()/-]+') AS written,
        flatten(
            list_transform(
                regexp_extract_all(query, '["“]([^"”]+)["”]', 1),
                lambda phrase: search.links(search.words(phrase))
            )
        ) AS required,
        (SELECT count(*) FROM search.articles) AS article_total
),

asked AS (
    SELECT
        unnest(list_distinct(words || search.pairs(words) || written)) AS term,
        len(words) AS word_count,
        required,
        article_total
    FROM question
),

numbered AS (
    SELECT
        md5_number_lower(term) AS term_key,
        word_count,
        article_total,
        -- An accented word that agrees tells more than its letters, which it also matches.
        CASE WHEN term = strip_accents(term) AND NOT contains(term, 'đ') THEN 1 ELSE 2 END AS worth,
        list_contains(required, term) AS is_required,
        len(list_distinct(required)) AS required_count
    FROM asked
),

best AS (
    SELECT
        postings.article_no,
        sum(
            numbered.worth * postings.impact
            * ln(1 + numbered.article_total / terms.article_count)
        ) / 100 AS score,
        arg_min(postings.first_char, terms.article_count) AS first_char
    FROM numbered
    INNER JOIN search.terms ON numbered.term_key = terms.term_key
    INNER JOIN search.postings ON terms.term_key = postings.term_key
    WHERE
        numbered.is_required
        OR numbered.word_count = 1
        OR terms.article_count <= greatest(2000, numbered.article_total / 3)
    GROUP BY postings.article_no
    HAVING count(*) FILTER (WHERE numbered.is_required) = max(numbered.required_count)
    ORDER BY
        score DESC,
        postings.article_no ASC
    LIMIT top
)

SELECT
    articles.article_id,
    articles.title,
    round(best.score, 3) AS score,
    search.snippet(
        replace(slices.text, chr(10), ' '), best.first_char - 2400 * slices.slice_no
    ) AS snippet
FROM best
INNER JOIN search.articles ON best.article_no = articles.article_no
INNER JOIN search.slices
    ON best.article_no = slices.article_no
    AND best.first_char // 2400 = slices.slice_no
ORDER BY
    score DESC,
    articles.article_id ASC;

COMMENT ON MACRO TABLE search_articles IS
'Which articles speak of this? Words with or without accents, phrases in double quotes; ranked, with a snippet.';
