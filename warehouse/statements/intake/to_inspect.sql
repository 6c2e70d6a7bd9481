-- Entries of the input folder whose bytes must be read: new, changed, unreadable before, beside
-- another page than before, or inspected by other code. `listed` is the folder as it is now.
SELECT listed.*
FROM listed
LEFT JOIN raw.files AS known
    ON
        listed.path = known.path
        AND listed.bytes = known.bytes
        AND listed.modified_ns = known.modified_ns
        AND listed.beside IS NOT DISTINCT FROM known.beside
        AND known.file_id IS NOT NULL
        AND known.status IN ('loaded', 'duplicate', 'rejected')
LEFT JOIN ops.derivations AS done
    ON
        listed.path = done.subject
        AND done.stage = 'intake'
        AND done.version = $version
WHERE known.path IS NULL OR done.subject IS NULL OR listed.problem IS NOT NULL
ORDER BY listed.path;
