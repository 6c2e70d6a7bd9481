-- table: core.roles
-- severity: error
-- description: Every role's person and organisation are entities of their type.
SELECT
    roles.person_id,
    roles.organisation_id
FROM due_roles AS roles
LEFT JOIN core.persons ON roles.person_id = persons.entity_id
LEFT JOIN core.organisations ON roles.organisation_id = organisations.entity_id
WHERE
    persons.entity_id IS NULL
    OR (roles.organisation_id IS NOT NULL AND organisations.entity_id IS NULL)
