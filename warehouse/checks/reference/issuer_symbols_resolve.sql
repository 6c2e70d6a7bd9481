-- table: reference.tables
-- severity: error
-- description: Every symbol's issuer is a body of reference.bodies.
WITH symbols AS (
    SELECT
        symbol,
        issuer_id
    FROM reference.issuer_symbols
    UNION ALL
    SELECT
        symbol,
        unnest([in_province, in_city]) AS issuer_id
    FROM reference.local_symbols
    WHERE in_province IS NOT NULL OR in_city IS NOT NULL
)

SELECT
    symbols.symbol,
    symbols.issuer_id
FROM symbols
LEFT JOIN reference.bodies ON symbols.issuer_id = bodies.entity_id
WHERE bodies.entity_id IS NULL
