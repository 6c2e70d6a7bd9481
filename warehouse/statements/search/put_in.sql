-- Puts a batch of articles into the index: `batch` with their `new_terms` and `new_slices`. The
-- terms wait in `arriving` for the end, when it is known whether sorting anew pays.
INSERT INTO search.articles BY NAME
SELECT
    batch.article_no,
    batch.article_id,
    FALSE AS is_sorted
FROM batch;

INSERT INTO search.slices BY NAME
SELECT
    new_slices.article_no,
    new_slices.slice_no,
    batch.article_id,
    batch.title,
    new_slices.text
FROM new_slices
INNER JOIN batch ON new_slices.article_no = batch.article_no
ORDER BY new_slices.article_no, new_slices.slice_no;

INSERT INTO arriving
SELECT
    md5_number_lower(new_terms.term) AS term_key,
    new_terms.article_no,
    new_terms.impact,
    new_terms.start_char,
    new_terms.word_no
FROM new_terms;

INSERT INTO ops.derivations
SELECT
    'search' AS stage,
    batch.document_id AS subject,
    $version AS version
FROM batch;
