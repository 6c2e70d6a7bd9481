-- What the events were linked from when they were linked last.
SELECT version
FROM ops.derivations
WHERE stage = 'event links';
