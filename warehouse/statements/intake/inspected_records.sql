-- The records of the files that were read in this refresh, from the shards $records.
CREATE OR REPLACE TEMPORARY TABLE inspected_records AS
SELECT *
FROM read_parquet($records);
