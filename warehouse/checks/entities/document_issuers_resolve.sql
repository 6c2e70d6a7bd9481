-- table: core.official_documents
-- severity: error
-- description: issuer_id names an organisation.
SELECT documents.entity_id
FROM core.official_documents AS documents
LEFT JOIN core.organisations AS issuers ON documents.issuer_id = issuers.entity_id
WHERE documents.issuer_id IS NOT NULL AND issuers.entity_id IS NULL
