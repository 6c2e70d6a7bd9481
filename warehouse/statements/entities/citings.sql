-- What articles say of documents with a number that are settled anew, or that those may be.
SELECT
    mentions.article_id,
    mentions.document_kind,
    mentions.document_number,
    mentions.document_issuer_id,
    mentions.document_issued_on,
    count(*) AS mention_count
FROM core.mentions
SEMI JOIN (
    SELECT DISTINCT ops.running_number(dirty.named_id) AS running_number
    FROM dirty_names AS dirty
    WHERE starts_with(dirty.named_id, 'official_document:')
) AS numbers
    ON ops.running_number(mentions.named_id) = numbers.running_number
WHERE mentions.document_number <> ''
GROUP BY ALL;
