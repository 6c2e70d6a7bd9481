-- Search: an inverted index and the macro that asks it. Tables and macros only, so that any DuckDB
-- client has it with no extension. Filled by the stage `search`.
CREATE SCHEMA IF NOT EXISTS search;

CREATE TABLE IF NOT EXISTS search.articles (
    article_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    is_sorted BOOLEAN NOT NULL
);
COMMENT ON TABLE search.articles IS
'The articles that can be found: all but copies of others.';
COMMENT ON COLUMN search.articles.article_no IS
'Number inside the index, given on arrival.';
COMMENT ON COLUMN search.articles.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN search.articles.is_sorted IS
'Whether its terms stand in the sorted part of search.postings; later ones stand behind it, where every
question looks through them.';

CREATE TABLE IF NOT EXISTS search.terms (
    term_key UBIGINT NOT NULL,
    article_count INTEGER NOT NULL
);
COMMENT ON TABLE search.terms IS
'In how many articles a term stands. Terms are words without accents, pairs of neighbouring words
without accents, and accented words.';
COMMENT ON COLUMN search.terms.term_key IS
'Number of the term: md5_number_lower(term).';
COMMENT ON COLUMN search.terms.article_count IS
'Articles it stands in.';

CREATE TABLE IF NOT EXISTS search.postings (
    term_key UBIGINT NOT NULL,
    article_no INTEGER NOT NULL,
    impact UTINYINT NOT NULL,
    start_char INTEGER NOT NULL,
    word_no INTEGER NOT NULL
);
COMMENT ON TABLE search.postings IS
'Which term stands in which article, mostly in the order of terms: a word with its first place, a pair
of neighbouring words with every place, so that phrases of any length are found exactly.';
COMMENT ON COLUMN search.postings.term_key IS
'The term (search.terms).';
COMMENT ON COLUMN search.postings.article_no IS
'The article (search.articles).';
COMMENT ON COLUMN search.postings.impact IS
'BM25 weight of the term in this article, in hundredths, without the rarity of the term; 0 in the
further rows of a pair.';
COMMENT ON COLUMN search.postings.start_char IS
'Where it stands in core.articles.text, in code points from 0; 0 when it stands in the headline.';
COMMENT ON COLUMN search.postings.word_no IS
'Of a pair the number of its first word, from 1, the headline counted after the text; 0 of a word.';

-- Holds all that an answer shows, so that it costs one join. The linter does not know USING
-- COMPRESSION; a slice must be reached without unpacking others.
CREATE TABLE IF NOT EXISTS search.slices (  -- noqa: PRS
    article_no INTEGER NOT NULL,
    slice_no INTEGER NOT NULL,
    article_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    title VARCHAR USING COMPRESSION uncompressed,
    text VARCHAR USING COMPRESSION uncompressed NOT NULL
);
COMMENT ON TABLE search.slices IS
'Main texts in overlapping slices, from which snippets are cut.';
COMMENT ON COLUMN search.slices.article_no IS
'The article (search.articles).';
COMMENT ON COLUMN search.slices.slice_no IS
'Slice k starts at character 2400 * k of core.articles.text and has up to 2800.';
COMMENT ON COLUMN search.slices.article_id IS
'The article (core.articles), as in search.articles.';
COMMENT ON COLUMN search.slices.title IS
'Headline of the article.';
COMMENT ON COLUMN search.slices.text IS
'The slice.';
