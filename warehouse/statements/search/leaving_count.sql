-- How many articles leave the index.
SELECT count(*) AS leaving_count
FROM leaving;
