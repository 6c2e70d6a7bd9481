-- Which official documents are cited, by which articles, of which outlet, when, and beside whom?
-- One row per document and article; duplicate articles are not counted again.
CREATE OR REPLACE VIEW mart.document_citations AS
WITH citations AS (
    SELECT mentions.*
    FROM core.mentions
    INNER JOIN core.articles ON mentions.article_id = articles.article_id
    WHERE
        mentions.entity_type = 'official_document'
        AND articles.duplicate_of IS NULL
),

-- Bodies named in a paragraph that cites a document, the one that issued it left out.
beside AS (
    SELECT
        citations.entity_id AS document_id,
        citations.article_id,
        list(DISTINCT organisations.name ORDER BY organisations.name) AS bodies
    FROM citations
    INNER JOIN core.mentions
        ON
            citations.article_id = mentions.article_id
            AND citations.field = mentions.field
            AND citations.line_no IS NOT DISTINCT FROM mentions.line_no
    INNER JOIN core.organisations ON mentions.entity_id = organisations.entity_id
    INNER JOIN core.official_documents AS documents ON citations.entity_id = documents.entity_id
    WHERE organisations.entity_id IS DISTINCT FROM documents.issuer_id
    GROUP BY citations.entity_id, citations.article_id
)

SELECT
    documents.entity_id AS document_id,
    entities.name AS document_name,
    documents.kind,
    documents.number,
    documents.issuer_id,
    issuers.name AS issuer_name,
    documents.issued_on,
    articles.article_id,
    articles.title AS article_title,
    articles.outlet_id,
    outlets.name AS outlet_name,
    articles.published_on,
    cast(date_trunc('month', articles.published_on) AS DATE) AS month,
    count(*) AS mention_count,
    arg_min(citations.surface, (citations.field, citations.start_char)) AS first_surface,
    min(citations.line_no) AS first_line_no,
    coalesce(beside.bodies, []) AS bodies
FROM core.official_documents AS documents
INNER JOIN core.entities ON documents.entity_id = entities.entity_id
INNER JOIN citations ON documents.entity_id = citations.entity_id
INNER JOIN core.articles ON citations.article_id = articles.article_id
LEFT JOIN core.organisations AS issuers ON documents.issuer_id = issuers.entity_id
LEFT JOIN core.outlets ON articles.outlet_id = outlets.outlet_id
LEFT JOIN beside
    ON
        documents.entity_id = beside.document_id
        AND articles.article_id = beside.article_id
GROUP BY ALL
ORDER BY documents.entity_id, articles.published_on NULLS LAST, articles.article_id;

COMMENT ON VIEW mart.document_citations IS
'Which official documents are cited, by which articles, of which outlet, when, and beside whom?';
COMMENT ON COLUMN mart.document_citations.document_id IS
'The document (core.official_documents).';
COMMENT ON COLUMN mart.document_citations.document_name IS
'Canonical name of the document.';
COMMENT ON COLUMN mart.document_citations.kind IS
'Kind, such as Chỉ thị.';
COMMENT ON COLUMN mart.document_citations.number IS
'Full number with symbol, such as 04-CT/TW.';
COMMENT ON COLUMN mart.document_citations.issuer_id IS
'Issuing body (core.organisations).';
COMMENT ON COLUMN mart.document_citations.issuer_name IS
'Name of the issuing body.';
COMMENT ON COLUMN mart.document_citations.issued_on IS
'Date of issue that articles state.';
COMMENT ON COLUMN mart.document_citations.article_id IS
'The article that cites it (core.articles).';
COMMENT ON COLUMN mart.document_citations.article_title IS
'Headline of the article.';
COMMENT ON COLUMN mart.document_citations.outlet_id IS
'The outlet (core.outlets).';
COMMENT ON COLUMN mart.document_citations.outlet_name IS
'Name of the outlet.';
COMMENT ON COLUMN mart.document_citations.published_on IS
'Publication day of the article.';
COMMENT ON COLUMN mart.document_citations.month IS
'First day of the month of publication.';
COMMENT ON COLUMN mart.document_citations.mention_count IS
'How often the article names the document.';
COMMENT ON COLUMN mart.document_citations.first_surface IS
'The words of the first citation.';
COMMENT ON COLUMN mart.document_citations.first_line_no IS
'Line of the page where the document is first named (core.article_lines).';
COMMENT ON COLUMN mart.document_citations.bodies IS
'Organisations that stand in a paragraph citing it, the issuer left out.';
