-- Puts in who shares a name, and where ids lead that are no entity's, where that differs.
INSERT INTO core.shared_names BY NAME
SELECT *
FROM new_shared_names;

CREATE OR REPLACE TEMP TABLE fresh_redirects AS
SELECT
    leads.old_id,
    leads.entity_id,
    coalesce(min(leads.reason) FILTER (WHERE leads.reason <> $weakest), $weakest) AS reason
FROM ops.leads
SEMI JOIN core.entities ON leads.entity_id = entities.entity_id
ANTI JOIN core.entities AS taken ON leads.old_id = taken.entity_id
WHERE leads.entity_id NOT IN (SELECT dismissed.entity_id FROM dismissed)
GROUP BY leads.old_id, leads.entity_id
UNION ALL
SELECT
    dismissed.entity_id AS old_id,
    NULL AS entity_id,
    dismissed.reason
FROM dismissed
ANTI JOIN core.entities ON dismissed.entity_id = entities.entity_id;

DELETE FROM core.redirects
WHERE NOT EXISTS (
    SELECT 1
    FROM fresh_redirects AS fresh
    WHERE
        fresh.old_id = redirects.old_id
        AND fresh.entity_id IS NOT DISTINCT FROM redirects.entity_id
        AND fresh.reason = redirects.reason
);

INSERT INTO core.redirects BY NAME
SELECT *
FROM fresh_redirects
EXCEPT
SELECT *
FROM core.redirects;

DELETE FROM reference.judgements;

INSERT INTO reference.judgements BY NAME
SELECT *
FROM new_judgements;
