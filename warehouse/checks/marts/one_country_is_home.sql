-- table: mart.country_bodies
-- severity: error
-- description: A place or body belongs to one country only.
SELECT
    entity_id,
    count(*) AS country_count
FROM mart.country_bodies
WHERE relation = 'home'
GROUP BY entity_id
HAVING count(*) > 1
