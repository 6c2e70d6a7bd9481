-- table: reference.tables
-- severity: error
-- description: Every symbol's issuer is a body of reference.bodies.
SELECT
    symbols.symbol,
    symbols.issuer_id
FROM reference.issuer_symbols AS symbols
LEFT JOIN reference.bodies ON symbols.issuer_id = bodies.entity_id
WHERE bodies.entity_id IS NULL
