-- What newly read articles call things: all that the id of a mention depends on.
SELECT DISTINCT
    entity_type,
    name,
    reference_id,
    place_id,
    document_kind,
    document_number,
    document_issuer_id
FROM read_parquet($observed);
