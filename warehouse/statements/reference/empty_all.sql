-- Empties the reference tables before they are loaded anew, and notes with which version.
DELETE FROM reference.abbreviations;
DELETE FROM reference.administrative_units;
DELETE FROM reference.agreement_kinds;
DELETE FROM reference.bodies;
DELETE FROM reference.common_words;
DELETE FROM reference.context_words;
DELETE FROM reference.countries;
DELETE FROM reference.document_kinds;
DELETE FROM reference.event_kinds;
DELETE FROM reference.event_words;
DELETE FROM reference.issuer_symbols;
DELETE FROM reference.known_documents;
DELETE FROM reference.menu_words;
DELETE FROM reference.organisation_heads;
DELETE FROM reference.organisation_words;
DELETE FROM reference.outlets;
DELETE FROM reference.places;
DELETE FROM reference.surnames;
DELETE FROM reference.titles;
DELETE FROM reference.unit_successions;
DELETE FROM ops.derivations
WHERE stage = 'reference';
INSERT INTO ops.derivations VALUES ('reference', 'data', $version);
