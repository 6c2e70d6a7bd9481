-- Which of `wanted` are mentioned, or issuers.
SELECT referring.entity_id
FROM referring
SEMI JOIN wanted ON referring.entity_id = wanted.entity_id;
