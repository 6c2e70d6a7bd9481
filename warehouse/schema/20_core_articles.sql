-- What the captures say: outlets, articles and the kind of every line.
CREATE SCHEMA IF NOT EXISTS core;

CREATE TABLE IF NOT EXISTS core.outlets (
    outlet_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    domain VARCHAR
);
COMMENT ON TABLE core.outlets IS
'News outlets that published at least one article of the warehouse.';
COMMENT ON COLUMN core.outlets.outlet_id IS
'Stable readable identifier, such as tuoi-tre-thu-do.';
COMMENT ON COLUMN core.outlets.name IS
'Name of the outlet in its own language.';
COMMENT ON COLUMN core.outlets.domain IS
'Main domain without www; NULL when not known.';

-- The linter does not know USING COMPRESSION; zstd makes long texts small and quick to load.
CREATE TABLE IF NOT EXISTS core.articles (  -- noqa: PRS
    article_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    url VARCHAR,
    outlet_id VARCHAR,
    outlet_source VARCHAR,
    outlet_name VARCHAR,
    outlet_domain VARCHAR,
    title VARCHAR,
    title_source VARCHAR,
    lead VARCHAR,
    text VARCHAR USING COMPRESSION zstd NOT NULL,
    authors VARCHAR[] NOT NULL,
    authors_source VARCHAR,
    section VARCHAR,
    published_at TIMESTAMPTZ,
    published_on DATE,
    published_precision VARCHAR,
    published_source VARCHAR,
    updated_at TIMESTAMPTZ,
    language VARCHAR,
    word_count INTEGER NOT NULL,
    extraction_method VARCHAR NOT NULL,
    extraction_reason VARCHAR NOT NULL,
    duplicate_of VARCHAR,
    title_folded VARCHAR,
    text_folded VARCHAR USING COMPRESSION zstd NOT NULL
);
COMMENT ON TABLE core.articles IS
'One row per article: clean text and metadata; a value the page does not tell is NULL.';
COMMENT ON COLUMN core.articles.article_id IS
'Identifier: article: and the document_id.';
COMMENT ON COLUMN core.articles.document_id IS
'The capture the article was read from (raw.documents).';
COMMENT ON COLUMN core.articles.file_id IS
'The file that holds the capture (raw.files).';
COMMENT ON COLUMN core.articles.url IS
'Address of the article as the page tells it.';
COMMENT ON COLUMN core.articles.outlet_id IS
'The outlet (core.outlets); NULL when the page does not show it.';
COMMENT ON COLUMN core.articles.outlet_source IS
'How the outlet was told, with the line number where there is one.';
COMMENT ON COLUMN core.articles.outlet_name IS
'Name of an outlet that the reference data does not know, as the page shows it.';
COMMENT ON COLUMN core.articles.outlet_domain IS
'Domain of an outlet that the reference data does not know.';
COMMENT ON COLUMN core.articles.title IS
'The headline; NULL when the page lost it.';
COMMENT ON COLUMN core.articles.title_source IS
'How the headline was found, with the line number where there is one.';
COMMENT ON COLUMN core.articles.lead IS
'The lead paragraph (sapo) as it stands at the head of the text; NULL when there is none.';
COMMENT ON COLUMN core.articles.text IS
'Main text: lead and body paragraphs in reading order joined by one newline, NFC.';
COMMENT ON COLUMN core.articles.authors IS
'Authors in the order of the byline; empty when none is named.';
COMMENT ON COLUMN core.articles.authors_source IS
'How the authors were found, with the line number where there is one.';
COMMENT ON COLUMN core.articles.section IS
'Section of the outlet that the page names.';
COMMENT ON COLUMN core.articles.published_at IS
'First publication; NULL when the page does not tell it or gives no year.';
COMMENT ON COLUMN core.articles.published_on IS
'Day of first publication in the page''s own time zone; NULL with a NULL published_at.';
COMMENT ON COLUMN core.articles.published_precision IS
'minute, day, month or year; NULL with a NULL date.';
COMMENT ON COLUMN core.articles.published_source IS
'How the date was found, with the line number where there is one.';
COMMENT ON COLUMN core.articles.updated_at IS
'Last update that the page states; NULL when it states none.';
COMMENT ON COLUMN core.articles.language IS
'ISO 639-1 code of the language of the main text.';
COMMENT ON COLUMN core.articles.word_count IS
'Words (runs of letters and digits) in the main text.';
COMMENT ON COLUMN core.articles.extraction_method IS
'html or flattened_text.';
COMMENT ON COLUMN core.articles.extraction_reason IS
'Which reader read the page and why, fallbacks included.';
COMMENT ON COLUMN core.articles.duplicate_of IS
'article_id of the one kept when this is the same article again, else NULL.';
COMMENT ON COLUMN core.articles.title_folded IS
'title in lower case without accents, d for đ.';
COMMENT ON COLUMN core.articles.text_folded IS
'text in lower case without accents, d for đ.';

CREATE TABLE IF NOT EXISTS core.article_lines (
    article_id VARCHAR NOT NULL,
    line_no INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR USING COMPRESSION zstd NOT NULL,
    confidence DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    continues BOOLEAN NOT NULL
);
COMMENT ON TABLE core.article_lines IS
'Every non-blank line of every article page with its kind and what decided it.';
COMMENT ON COLUMN core.article_lines.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.article_lines.line_no IS
'Raw line number of a flattened page, block number of an HTML page, from 1.';
COMMENT ON COLUMN core.article_lines.kind IS
'title, lead, body, caption, byline, date, section, teaser, navigation or other.';
COMMENT ON COLUMN core.article_lines.text IS
'The line, verbatim after NFC, stripped at both ends.';
COMMENT ON COLUMN core.article_lines.confidence IS
'Confidence in the kind, 0 to 1.';
COMMENT ON COLUMN core.article_lines.reason IS
'What decided the kind, in a few words.';
COMMENT ON COLUMN core.article_lines.continues IS
'Whether the line goes on with the paragraph of the line before it, on a hard-wrapped page.';

CREATE TABLE IF NOT EXISTS core.similar_articles (
    article_id VARCHAR NOT NULL,
    other_id VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL
);
COMMENT ON TABLE core.similar_articles IS
'Pairs of articles that are the same article again: why duplicate_of says so.';
COMMENT ON COLUMN core.similar_articles.article_id IS
'An article (core.articles); the smaller id of the two.';
COMMENT ON COLUMN core.similar_articles.other_id IS
'The other article.';
COMMENT ON COLUMN core.similar_articles.similarity IS
'Share of word sequences that the two main texts have in common, 0 to 1.';
