-- Puts the articles in `pending` into the index, but for their terms and for those that were
-- `given_up`; their texts are in the shards $slices.
INSERT INTO search.articles BY NAME
SELECT
    pending.article_no,
    pending.article_id,
    FALSE AS is_sorted
FROM pending
ANTI JOIN given_up ON pending.article_id = given_up.article_id
ORDER BY pending.article_no;

INSERT INTO search.slices BY NAME
SELECT *
FROM read_parquet($slices)
ORDER BY article_no, slice_no;

INSERT INTO ops.derivations
SELECT
    'search' AS stage,
    pending.document_id AS subject,
    CASE WHEN given_up.article_id IS NULL THEN $version ELSE $limited_version END AS version
FROM pending
LEFT JOIN given_up ON pending.article_id = given_up.article_id;
