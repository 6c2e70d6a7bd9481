-- Bytes that the one open database file must have at least: three headers and the blocks in use. Free
-- blocks at its end may have been cut off.
SELECT 3 * 4096 + block_size * used_blocks AS byte_count
FROM pragma_database_size();
