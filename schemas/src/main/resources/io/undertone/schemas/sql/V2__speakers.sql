-- Who speaks: voices of a leg, the speakers they belong to, and legs whose roles seem to be the wrong way round. A leg's
-- verification and voices stand in call.legs, as the Avro record CallLeg has them.

ALTER TABLE call ADD COLUMN role_mismatch text;

COMMENT ON COLUMN call.role_mismatch IS 'Why the legs'' roles seem to be the wrong way round, in words; null where they do not';

ALTER TABLE utterance ADD COLUMN voice integer;
ALTER TABLE utterance ADD COLUMN speaker_id text;
ALTER TABLE utterance ADD COLUMN speaker_score double precision;
ALTER TABLE utterance ADD COLUMN overlap boolean;
ALTER TABLE utterance ADD COLUMN speaker text;

COMMENT ON COLUMN utterance.role IS 'UNKNOWN, CUSTOMER, AGENT, SYSTEM, SUPERVISOR or OTHER, as known when the call had ended';
COMMENT ON COLUMN utterance.voice IS 'Number of the voice on its leg, from 1; null where voices were not compared';
COMMENT ON COLUMN utterance.speaker_id IS 'The enrolled speaker whose voice it is; null if unknown';
COMMENT ON COLUMN utterance.speaker_score IS 'Cosine to that speaker''s voiceprint';
COMMENT ON COLUMN utterance.overlap IS 'Two voices at once, on one leg';
COMMENT ON COLUMN utterance.speaker IS 'AGENT, CUSTOMER, OTHER, OVERLAP or UNKNOWN: the role in the words of the live stream';

-- A view keeps the columns of its day. Those of call that are new stand at its end, so that replacing the view will do, and
-- whoever was granted it keeps it.
CREATE OR REPLACE VIEW call_latest AS
SELECT call.*
FROM call
WHERE NOT EXISTS (
    SELECT 1
    FROM call AS newer
    WHERE newer.tenant_id = call.tenant_id
        AND newer.call_id = call.call_id
        AND newer.call_start = call.call_start
        AND newer.part = call.part
        AND newer.revision > call.revision
);
