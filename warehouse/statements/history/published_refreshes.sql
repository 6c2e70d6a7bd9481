-- The refreshes that a published file or snapshot knows to have succeeded, with its articles.
SELECT *
FROM ops.refreshes
WHERE status = 'succeeded';
