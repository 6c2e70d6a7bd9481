-- Puts in the mentions of newly read articles, each under the id that its name gives by itself.
-- An id that is another one in each article ends in a hash of the article, as `naming` makes it.
-- One INSERT for all: DuckDB 2.0.0 loses the rows of a large one behind one without rows in the same
-- transaction.
INSERT INTO core.mentions BY NAME
WITH named AS (
    SELECT
        observed.*,
        CASE
            WHEN NOT stems.alone THEN stems.stem
            ELSE
                stems.stem
                || CASE WHEN contains(stems.stem, '--') THEN '-' ELSE '--' END
                || left(sha256(observed.article_id), 8)
        END AS named_id
    FROM read_parquet($observed) AS observed
    INNER JOIN stems
        ON
            observed.name = stems.name
            AND observed.entity_type = stems.entity_type
            AND observed.reference_id IS NOT DISTINCT FROM stems.reference_id
            AND observed.place_id IS NOT DISTINCT FROM stems.place_id
            AND observed.document_kind IS NOT DISTINCT FROM stems.document_kind
            AND observed.document_number IS NOT DISTINCT FROM stems.document_number
            AND observed.document_issuer_id IS NOT DISTINCT FROM stems.document_issuer_id
)

SELECT
    named.article_id || ':' || named.field || ':' || named.start_char || '-' || named.end_char
        AS mention_id,
    named.*,
    named.named_id AS told_id,
    named.named_id AS entity_id
FROM named
UNION ALL BY NAME
SELECT before.*
FROM dismissed_before AS before
ANTI JOIN (
    SELECT changed.article_id
    FROM changed_articles AS changed
    WHERE changed.is_read
) AS gone ON before.article_id = gone.article_id;

CREATE OR REPLACE TEMP TABLE dirty_names AS
SELECT mentions.named_id
FROM core.mentions
SEMI JOIN pending ON mentions.article_id = pending.article_id
UNION
SELECT named_id
FROM dirty_names;
