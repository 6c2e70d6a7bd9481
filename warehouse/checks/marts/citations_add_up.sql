-- table: mart.document_citations
-- severity: error
-- description: A document's citing articles are as many as core.entities says.
-- rare: the whole view is computed.
SELECT
    entities.entity_id,
    entities.article_count,
    count(citations.article_id) AS cited_by
FROM core.entities
LEFT JOIN mart.document_citations AS citations ON entities.entity_id = citations.document_id
WHERE entities.entity_type = 'official_document'
GROUP BY entities.entity_id, entities.article_count
HAVING entities.article_count <> count(citations.article_id)
