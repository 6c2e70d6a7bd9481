-- Notes in which of the articles in `pending` a stage gave up looking, and why (`given_up`).
DELETE FROM ops.given_up
WHERE stage = $stage AND article_id IN (SELECT pending.article_id FROM pending);

INSERT INTO ops.given_up BY NAME
SELECT
    $stage AS stage,
    given_up.article_id,
    given_up.reason
FROM given_up;
