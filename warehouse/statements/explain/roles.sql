-- The offices that articles give a person, or that people hold in an organisation.
SELECT
    roles.person_id,
    persons.name AS person_name,
    roles.title,
    roles.organisation_id,
    organisations.name AS organisation_name,
    min(roles.as_of) AS first_seen_on,
    max(roles.as_of) AS last_seen_on,
    count(DISTINCT roles.article_id) AS article_count
FROM core.roles
INNER JOIN core.persons ON roles.person_id = persons.entity_id
LEFT JOIN core.organisations ON roles.organisation_id = organisations.entity_id
WHERE roles.person_id = $id OR roles.organisation_id = $id
GROUP BY ALL
ORDER BY article_count DESC, roles.title ASC, roles.person_id ASC;
