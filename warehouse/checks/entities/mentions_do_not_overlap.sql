-- table: core.mentions
-- severity: error
-- description: No two mentions of one field share a character.
SELECT
    mention_id,
    surface
FROM due_mentions
QUALIFY
    start_char < max(end_char) OVER (
        PARTITION BY article_id, field
        ORDER BY start_char, end_char
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
