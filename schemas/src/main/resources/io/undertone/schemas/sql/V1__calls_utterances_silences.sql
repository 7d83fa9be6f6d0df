-- The rows of ended calls. Columns are the fields of the Avro records Call, Utterance and Silence, by name; a test holds
-- the two together.
--
-- Writers upsert by primary key, ON CONFLICT … DO UPDATE … WHERE excluded.version >= <table>.version, so that a replay
-- changes nothing and never goes backwards. There are no foreign keys: the rows of a call come from several writers
-- in no set order, and a replay may write a part of them again.

CREATE TABLE call (
    tenant_id text NOT NULL,
    call_id text NOT NULL,
    call_start timestamptz NOT NULL,
    part integer NOT NULL,
    revision integer NOT NULL,
    call_end timestamptz NOT NULL,
    duration_s double precision NOT NULL,
    end_reason text NOT NULL,
    direction text NOT NULL,
    queue_id text,
    language_tag text,
    agent_ids text[] NOT NULL,
    consent_recording boolean,
    consent_emotion_analysis boolean,
    consent_voice_biometrics boolean,
    talk_s double precision NOT NULL,
    hold_s double precision NOT NULL,
    redacted_s double precision NOT NULL,
    non_talk_s double precision NOT NULL,
    silence_count bigint NOT NULL,
    silence_total_s double precision NOT NULL,
    silence_mean_s double precision,
    silence_median_s double precision,
    silence_std_s double precision,
    silence_q1_s double precision,
    silence_q3_s double precision,
    silence_iqr_s double precision,
    silence_max_s double precision,
    silence_threshold_std_s double precision,
    silence_threshold_iqr_s double precision,
    silence_total_std_s double precision NOT NULL,
    silence_total_iqr_s double precision NOT NULL,
    silence_leading_s double precision NOT NULL,
    silence_trailing_s double precision NOT NULL,
    interruptions_by_customer integer,
    interruptions_by_agent integer,
    interrupted_by_customer_s double precision,
    interrupted_by_agent_s double precision,
    legs jsonb NOT NULL,
    frames_received bigint NOT NULL,
    frames_lost bigint NOT NULL,
    frames_duplicate bigint NOT NULL,
    frames_late bigint NOT NULL,
    frames_refused bigint NOT NULL,
    frames_withheld bigint NOT NULL,
    frames_played bigint NOT NULL,
    pieces_stored integer NOT NULL,
    pieces_lost integer NOT NULL,
    utterance_status text NOT NULL,
    versions jsonb NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, call_id, call_start, part, revision)
);

COMMENT ON TABLE call IS 'One analysis of one part of a call.';
COMMENT ON COLUMN call.tenant_id IS 'Whose call it is: one contact centre of the installation';
COMMENT ON COLUMN call.call_id IS 'The gateway''s id of the call; calls of one id are told apart by call_start';
COMMENT ON COLUMN call.call_start IS 'Event time of the part''s first record, UTC; a part that follows a time-out has a start of its own';
COMMENT ON COLUMN call.part IS '0, 1, …: a call that was closed by time-out and went on';
COMMENT ON COLUMN call.revision IS 'Analyses of this part; 0 is the first';
COMMENT ON COLUMN call.call_end IS 'call_start plus duration_s, UTC';
COMMENT ON COLUMN call.duration_s IS 'Seconds from call_start to the last media or the end event, whichever is later';
COMMENT ON COLUMN call.end_reason IS 'ENDED, ABORTED, or the limit that closed the call: NO_MEDIA, STREAMS_ENDED, HOLD_LIMIT, CALL_LIMIT';
COMMENT ON COLUMN call.direction IS 'UNKNOWN, INBOUND, OUTBOUND or INTERNAL, seen from the contact centre';
COMMENT ON COLUMN call.queue_id IS 'The queue that dealt out the call, as the gateway or the ACD names it';
COMMENT ON COLUMN call.language_tag IS 'BCP 47';
COMMENT ON COLUMN call.agent_ids IS 'Agents of all legs';
COMMENT ON COLUMN call.consent_recording IS 'What the customer agreed to: audio pieces and transcription; null: not said';
COMMENT ON COLUMN call.consent_emotion_analysis IS 'What the customer agreed to: emotion windows; null: not said';
COMMENT ON COLUMN call.consent_voice_biometrics IS 'What the customer agreed to: speaker embeddings; null: not said';
COMMENT ON COLUMN call.talk_s IS 'Seconds of speech of all legs, in sum: may exceed duration_s';
COMMENT ON COLUMN call.hold_s IS 'Seconds from HOLD to RESUMED, in sum';
COMMENT ON COLUMN call.redacted_s IS 'Seconds withheld or paused, in sum';
COMMENT ON COLUMN call.non_talk_s IS 'Seconds of hold united with stretches over 3 s in which nobody speaks';
COMMENT ON COLUMN call.silence_count IS 'Gaps between consecutive speech of all legs';
COMMENT ON COLUMN call.silence_total_s IS 'Sum of the gaps in seconds, without hold and redacted time';
COMMENT ON COLUMN call.silence_mean_s IS 'Mean gap in seconds';
COMMENT ON COLUMN call.silence_median_s IS 'Median gap in seconds';
COMMENT ON COLUMN call.silence_std_s IS 'Population standard deviation of the gaps, in seconds';
COMMENT ON COLUMN call.silence_q1_s IS 'Lower quartile in seconds: s(floor(0.25 n))';
COMMENT ON COLUMN call.silence_q3_s IS 'Upper quartile in seconds: s(floor(0.75 n))';
COMMENT ON COLUMN call.silence_iqr_s IS 'q3 - q1, in seconds';
COMMENT ON COLUMN call.silence_max_s IS 'Longest gap in seconds';
COMMENT ON COLUMN call.silence_threshold_std_s IS 'sigma x factor, in seconds';
COMMENT ON COLUMN call.silence_threshold_iqr_s IS 'median + IQR x factor, in seconds';
COMMENT ON COLUMN call.silence_total_std_s IS 'Sum of the gaps at or above silence_threshold_std_s, in seconds';
COMMENT ON COLUMN call.silence_total_iqr_s IS 'Sum of the gaps at or above silence_threshold_iqr_s, in seconds';
COMMENT ON COLUMN call.silence_leading_s IS 'Seconds before the first speech';
COMMENT ON COLUMN call.silence_trailing_s IS 'Seconds after the last speech';
COMMENT ON COLUMN call.interruptions_by_customer IS 'How often the customer cut in; null on a mixed leg';
COMMENT ON COLUMN call.interruptions_by_agent IS 'How often the agent cut in; null on a mixed leg';
COMMENT ON COLUMN call.interrupted_by_customer_s IS 'Seconds of overlap of the customer''s interruptions; null on a mixed leg';
COMMENT ON COLUMN call.interrupted_by_agent_s IS 'Seconds of overlap of the agent''s interruptions; null on a mixed leg';
COMMENT ON COLUMN call.legs IS 'One entry per leg: an array of objects with the fields of the Avro record CallLeg';
COMMENT ON COLUMN call.frames_received IS 'MEDIA records that arrived and could be read';
COMMENT ON COLUMN call.frames_lost IS 'Sequences that never came in time, and LOST records';
COMMENT ON COLUMN call.frames_duplicate IS 'Records seen before within the last 4,096 sequences of the stream';
COMMENT ON COLUMN call.frames_late IS 'Records that came after their place was concealed, or belong to a stream that was superseded';
COMMENT ON COLUMN call.frames_refused IS 'Records of an unsupported codec or rate, of odd length or implausible offset';
COMMENT ON COLUMN call.frames_withheld IS 'Records captured under a secure pause';
COMMENT ON COLUMN call.frames_played IS 'Records handed on, concealed ones included';
COMMENT ON COLUMN call.pieces_stored IS 'Audio pieces that were stored';
COMMENT ON COLUMN call.pieces_lost IS 'Audio pieces that could not be written after all retries';
COMMENT ON COLUMN call.utterance_status IS 'COMPLETE, or PARTIAL when utterances were missing after all patience';
COMMENT ON COLUMN call.versions IS 'Model, policy and program versions that decided: an object of names and versions';
COMMENT ON COLUMN call.version IS 'Orders the writes of one row: an upsert counts only if its version is not lower than the one that stands here';

CREATE TABLE utterance (
    tenant_id text NOT NULL,
    call_id text NOT NULL,
    call_start timestamptz NOT NULL,
    part integer NOT NULL,
    revision integer NOT NULL,
    leg_id text NOT NULL,
    utterance_number integer NOT NULL,
    role text NOT NULL,
    role_source text NOT NULL,
    begin_time timestamptz NOT NULL,
    begin_s double precision NOT NULL,
    end_s double precision NOT NULL,
    loudness_lufs double precision,
    speech_probability double precision NOT NULL,
    lost_ratio double precision NOT NULL,
    audio_uris text[] NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, call_id, call_start, part, revision, leg_id, utterance_number)
);

COMMENT ON TABLE utterance IS 'Speech of one leg between two silences of 500 ms, at most 15 s.';
COMMENT ON COLUMN utterance.tenant_id IS 'Whose call it is: one contact centre of the installation';
COMMENT ON COLUMN utterance.call_id IS 'The gateway''s id of the call; calls of one id are told apart by call_start';
COMMENT ON COLUMN utterance.call_start IS 'Event time of the part''s first record, UTC; a part that follows a time-out has a start of its own';
COMMENT ON COLUMN utterance.part IS '0, 1, …: a call that was closed by time-out and went on';
COMMENT ON COLUMN utterance.revision IS 'Analyses of this part; 0 is the first';
COMMENT ON COLUMN utterance.leg_id IS 'One media source of the call';
COMMENT ON COLUMN utterance.utterance_number IS 'From 1 per leg; order is by begin, not by number';
COMMENT ON COLUMN utterance.role IS 'UNKNOWN, CUSTOMER, AGENT, SYSTEM, SUPERVISOR or OTHER';
COMMENT ON COLUMN utterance.role_source IS 'Who says what the role is: UNKNOWN, GATEWAY, SIPREC, VOICEPRINT, GUESSED or LLM';
COMMENT ON COLUMN utterance.begin_time IS 'call_start plus begin_s, UTC';
COMMENT ON COLUMN utterance.begin_s IS 'Where speech begins, in seconds from call_start';
COMMENT ON COLUMN utterance.end_s IS 'Where it ends, in seconds from call_start';
COMMENT ON COLUMN utterance.loudness_lufs IS 'K-weighted (ITU-R BS.1770-4), ungated, of the whole utterance; null below -70 LUFS';
COMMENT ON COLUMN utterance.speech_probability IS 'Mean of the detector''s probabilities, 0 to 1, three decimals';
COMMENT ON COLUMN utterance.lost_ratio IS 'Share of concealed samples, 0 to 1';
COMMENT ON COLUMN utterance.audio_uris IS 'Pieces that were stored, in order; empty without consent to recording';
COMMENT ON COLUMN utterance.version IS 'Orders the writes of one row: an upsert counts only if its version is not lower than the one that stands here';

CREATE TABLE silence (
    tenant_id text NOT NULL,
    call_id text NOT NULL,
    call_start timestamptz NOT NULL,
    part integer NOT NULL,
    revision integer NOT NULL,
    silence_number integer NOT NULL,
    begin_time timestamptz NOT NULL,
    begin_s double precision NOT NULL,
    end_s double precision NOT NULL,
    net_s double precision NOT NULL,
    long_by_std boolean NOT NULL,
    long_by_iqr boolean,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, call_id, call_start, part, revision, silence_number)
);

COMMENT ON TABLE silence IS 'A gap between consecutive speech of all legs.';
COMMENT ON COLUMN silence.tenant_id IS 'Whose call it is: one contact centre of the installation';
COMMENT ON COLUMN silence.call_id IS 'The gateway''s id of the call; calls of one id are told apart by call_start';
COMMENT ON COLUMN silence.call_start IS 'Event time of the part''s first record, UTC; a part that follows a time-out has a start of its own';
COMMENT ON COLUMN silence.part IS '0, 1, …: a call that was closed by time-out and went on';
COMMENT ON COLUMN silence.revision IS 'Analyses of this part; 0 is the first';
COMMENT ON COLUMN silence.silence_number IS 'From 1 per part, in order of time';
COMMENT ON COLUMN silence.begin_time IS 'call_start plus begin_s, UTC';
COMMENT ON COLUMN silence.begin_s IS 'Where speech stopped, in seconds from call_start';
COMMENT ON COLUMN silence.end_s IS 'Where it went on, in seconds from call_start';
COMMENT ON COLUMN silence.net_s IS 'Length in seconds, without hold and redacted time';
COMMENT ON COLUMN silence.long_by_std IS 'At or above silence_threshold_std_s of the call';
COMMENT ON COLUMN silence.long_by_iqr IS 'At or above silence_threshold_iqr_s of the call';
COMMENT ON COLUMN silence.version IS 'Orders the writes of one row: an upsert counts only if its version is not lower than the one that stands here';

-- Dashboards ask for a range of time, mostly of one tenant: the time comes first, so that one index serves both the
-- installation as a whole and, as a filter inside the index, a tenant. The rows of one call lie together by primary key.
CREATE INDEX call_by_start ON call (call_start, tenant_id);
CREATE INDEX utterance_by_begin ON utterance (begin_time, tenant_id);
CREATE INDEX silence_by_begin ON silence (begin_time, tenant_id);

-- An anti-join and no DISTINCT ON: a condition on any column, a range of time above all, reaches the index.
-- A view keeps the columns of its day: a migration that adds a column to call creates it anew.
CREATE VIEW call_latest AS
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

COMMENT ON VIEW call_latest IS 'The latest analysis of each part of each call.';
