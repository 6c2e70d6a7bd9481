-- How many names are settled anew.
SELECT count(*) AS dirty_count
FROM dirty_names;
