-- Words: what was said and what it meant, the topics of each tenant, and the tables of Callytics as views. Rows that an earlier
-- release wrote have nothing in the new columns.

ALTER TABLE call ADD COLUMN transcript_status text;
ALTER TABLE call ADD COLUMN transcriber text;
ALTER TABLE call ADD COLUMN transcript_language text;
ALTER TABLE call ADD COLUMN transcript_failures text[];
ALTER TABLE call ADD COLUMN word_count integer;
ALTER TABLE call ADD COLUMN invented_segments integer;
ALTER TABLE call ADD COLUMN redaction_count integer;
ALTER TABLE call ADD COLUMN talk_speed_customer double precision;
ALTER TABLE call ADD COLUMN talk_speed_agent double precision;
ALTER TABLE call ADD COLUMN sentiment_quarters_customer jsonb;
ALTER TABLE call ADD COLUMN sentiment_quarters_agent jsonb;
ALTER TABLE call ADD COLUMN sentiment_customer double precision;
ALTER TABLE call ADD COLUMN sentiment_agent double precision;
ALTER TABLE call ADD COLUMN sentiment_shift_customer double precision;
ALTER TABLE call ADD COLUMN sentiment_shift_agent double precision;
ALTER TABLE call ADD COLUMN summary text;
ALTER TABLE call ADD COLUMN topic text;
ALTER TABLE call ADD COLUMN issue text;
ALTER TABLE call ADD COLUMN outcome text;
ALTER TABLE call ADD COLUMN conflict boolean;
ALTER TABLE call ADD COLUMN action_items text[];
ALTER TABLE call ADD COLUMN analysis_status text;
ALTER TABLE call ADD COLUMN analysis_gaps text[];
ALTER TABLE call ADD COLUMN analysis_not_offered text[];
ALTER TABLE call ADD COLUMN analyst text;
ALTER TABLE call ADD COLUMN prompt_version text;
ALTER TABLE call ADD COLUMN prompt_tokens integer;
ALTER TABLE call ADD COLUMN completion_tokens integer;
ALTER TABLE call ADD COLUMN analysis_ms bigint;

COMMENT ON COLUMN call.transcript_status IS 'COMPLETE, PARTIAL, FAILED, NO_CONSENT, NO_SPEECH, or NONE where nobody was to transcribe it';
COMMENT ON COLUMN call.transcriber IS 'Who transcribed it: model and endpoint; null where nobody did';
COMMENT ON COLUMN call.transcript_language IS 'BCP 47: the language that was transcribed, as told by the gateway or else as detected';
COMMENT ON COLUMN call.transcript_failures IS 'Codes of what went wrong, each once: UNREACHABLE, TIMEOUT, BUSY, REFUSED, BROKEN_ANSWER, TOO_LARGE or NO_AUDIO';
COMMENT ON COLUMN call.word_count IS 'Words of all utterances; null where nothing was transcribed';
COMMENT ON COLUMN call.invented_segments IS 'Segments that the transcriber made up over silence, and that were dropped';
COMMENT ON COLUMN call.redaction_count IS 'Places of all utterances where something was taken out';
COMMENT ON COLUMN call.talk_speed_customer IS 'Words per minute of the customers'' transcribed speech; null without any';
COMMENT ON COLUMN call.talk_speed_agent IS 'Words per minute of the agents'' transcribed speech; null without any';
COMMENT ON COLUMN call.sentiment_quarters_customer IS '-5 to 5 in each quarter of the time to the customer''s last speech, weighted by seconds; null without speech. Four, or none where no analyst told';
COMMENT ON COLUMN call.sentiment_quarters_agent IS '-5 to 5 in each quarter of the time to the agent''s last speech, weighted by seconds; null without speech. Four, or none where no analyst told';
COMMENT ON COLUMN call.sentiment_customer IS '-5 to 5 over all that the customer said, weighted by seconds';
COMMENT ON COLUMN call.sentiment_agent IS '-5 to 5 over all that the agent said, weighted by seconds';
COMMENT ON COLUMN call.sentiment_shift_customer IS 'The customer''s last quarter less the first; null if either is';
COMMENT ON COLUMN call.sentiment_shift_agent IS 'The agent''s last quarter less the first; null if either is';
COMMENT ON COLUMN call.summary IS 'The call in a sentence; null where no analyst told';
COMMENT ON COLUMN call.topic IS 'One of the tenant''s topics; null where no analyst told';
COMMENT ON COLUMN call.issue IS 'What the customer called about; null where no analyst told';
COMMENT ON COLUMN call.outcome IS 'What came of it; null where no analyst told';
COMMENT ON COLUMN call.conflict IS 'Whether the parties fell out; null where no analyst told';
COMMENT ON COLUMN call.action_items IS 'What somebody promised to do; empty if nothing, null where no analyst told';
COMMENT ON COLUMN call.analysis_status IS 'COMPLETE where all is answered that those in use do answer, PARTIAL, FAILED, LANGUAGE where they do not know it, NO_WORDS, or NONE where nobody was to analyse it';
COMMENT ON COLUMN call.analysis_gaps IS 'Answers that are missing and may be had by asking again: topic, or sentiment:17 of a line';
COMMENT ON COLUMN call.analysis_not_offered IS 'Answers that are not to be had from who was asked, and why: issue:NO_ANALYST, or sentiment:LANGUAGE';
COMMENT ON COLUMN call.analyst IS 'Who analysed it: name and version, or model and endpoint; null where nobody did';
COMMENT ON COLUMN call.prompt_version IS 'Version of what the analyst was asked; null where nothing was asked of a language model';
COMMENT ON COLUMN call.prompt_tokens IS 'Tokens that the questions took, repairs included; null where nobody counted';
COMMENT ON COLUMN call.completion_tokens IS 'Tokens that the answers took, repairs included; null where nobody counted';
COMMENT ON COLUMN call.analysis_ms IS 'Milliseconds that the analyst took, over all parts of a long call';

ALTER TABLE utterance ADD COLUMN text text;
ALTER TABLE utterance ADD COLUMN text_status text;
ALTER TABLE utterance ADD COLUMN redactions jsonb;
ALTER TABLE utterance ADD COLUMN words integer;
ALTER TABLE utterance ADD COLUMN sentiment text;
ALTER TABLE utterance ADD COLUMN profane boolean;

COMMENT ON COLUMN utterance.text IS 'What was said, without what had to be redacted; empty where no word was; null where nothing was transcribed';
COMMENT ON COLUMN utterance.text_status IS 'TRANSCRIBED, EMPTY, INVENTED, FAILED, NO_AUDIO, or NONE where nobody was to transcribe it';
COMMENT ON COLUMN utterance.redactions IS 'What was taken out of text, in order, empty where nothing was: an array of objects with the fields of the Avro record Redaction';
COMMENT ON COLUMN utterance.words IS 'Words that were said, redacted ones included; null where nothing was transcribed';
COMMENT ON COLUMN utterance.sentiment IS 'POSITIVE, NEUTRAL or NEGATIVE: of what was said, where mood is of how; null where no analyst told';
COMMENT ON COLUMN utterance.profane IS 'Whether it holds profanity; null where no analyst told';

-- Numbers of rows, which Callytics' tables have. PostgreSQL writes both tables anew to give them out: that takes a lock and
-- minutes where they are large.
ALTER TABLE call ADD COLUMN row_id bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE utterance ADD COLUMN row_id bigint GENERATED ALWAYS AS IDENTITY;

COMMENT ON COLUMN call.row_id IS 'Stands for the row where a number is asked for: generated, the same through all writes of the row, and of no other meaning';
COMMENT ON COLUMN utterance.row_id IS 'Stands for the row where a number is asked for: generated, the same through all writes of the row, and of no other meaning';

CREATE UNIQUE INDEX call_by_row_id ON call (row_id);

-- Jobs insert, ON CONFLICT (tenant_id, lower(name)) DO NOTHING, from several subtasks at once: whoever comes second reads what
-- the first wrote. They compare without case in all alphabets; lower() does so in those of the database's locale.
CREATE TABLE topic (
    topic_id bigint GENERATED ALWAYS AS IDENTITY,
    tenant_id text NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 500),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic_id)
);

COMMENT ON TABLE topic IS 'What the calls of a tenant are about, as far as known: an analyst chooses one of these before it makes a new one.';
COMMENT ON COLUMN topic.topic_id IS 'Generated';
COMMENT ON COLUMN topic.tenant_id IS 'Whose topic it is: one contact centre of the installation';
COMMENT ON COLUMN topic.name IS 'At most 500 characters; two that differ in case only are one';
COMMENT ON COLUMN topic.created_at IS 'When it was first named, UTC';

CREATE UNIQUE INDEX topic_by_name ON topic (tenant_id, lower(name));

-- As in V2: the new columns stand at the end.
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

-- The database of Callytics (github.com/bunyaminergen/Callytics), so that its dashboards and queries go on: its names, which
-- need double quotes here, and its units. The rows are those of the latest analysis of each part of each call.
CREATE SCHEMA IF NOT EXISTS callytics;

COMMENT ON SCHEMA callytics IS 'The tables of Callytics, as views of calls, utterances and topics.';

-- Callytics takes one file with all parties in it and mixes its channels before it measures. Here each party has a leg, and
-- nothing of the kind was ever measured on a mix: a figure of the file is the mean of its legs' figures, weighted by the
-- seconds of their media, as if they had been played one after the other. A leg that repeats another one's signal does not
-- count, nor does one that lacks the figure.
CREATE FUNCTION callytics.mean_over_legs(legs jsonb, VARIADIC figure text[]) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT sum(seconds * measured) / nullif(sum(seconds), 0)
    FROM (
        SELECT
            (leg #>> '{audio_properties, duration_s}')::double precision AS seconds,
            (leg -> 'audio_properties' #>> figure)::double precision AS measured
        FROM jsonb_array_elements(legs) AS leg
        WHERE leg ->> 'same_signal_as' IS NULL
    ) AS own_signal
    WHERE measured IS NOT NULL
$$;

COMMENT ON FUNCTION callytics.mean_over_legs IS 'A figure of the legs'' audio properties, named by its path: the mean weighted by seconds.';

CREATE VIEW callytics."Topic" AS
SELECT topic_id AS "ID", name AS "Name"
FROM topic;

COMMENT ON VIEW callytics."Topic" IS 'Topics of all tenants.';

CREATE VIEW callytics."File" AS
SELECT
    call_latest.row_id AS "ID",
    call_latest.call_id AS "Name",
    topic.topic_id AS "TopicID",
    '.wav' AS "Extension",
    concat_ws(
        '/',
        call_latest.tenant_id,
        call_latest.call_id,
        to_char(call_latest.call_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        call_latest.part
    ) AS "Path",
    media.rate AS "Rate",
    1 / nullif(media.seconds, 0) AS "MinFreq",
    media.rate / 2.0::double precision AS "MaxFreq",
    media.bit_depth AS "BitDepth",
    media.channels AS "Channels",
    call_latest.duration_s AS "Duration",
    media.rms AS "RMSLoudness",
    callytics.mean_over_legs(call_latest.legs, 'zero_crossing_rate') AS "ZeroCrossingRate",
    callytics.mean_over_legs(call_latest.legs, 'spectral_centroid_hz') AS "SpectralCentroid",
    callytics.mean_over_legs(call_latest.legs, 'energy_20_250_hz') AS "EQ_20_250_Hz",
    callytics.mean_over_legs(call_latest.legs, 'energy_250_2000_hz') AS "EQ_250_2000_Hz",
    callytics.mean_over_legs(call_latest.legs, 'energy_2000_6000_hz') AS "EQ_2000_6000_Hz",
    callytics.mean_over_legs(call_latest.legs, 'energy_6000_20000_hz') AS "EQ_6000_20000_Hz",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '0') AS "MFCC_1",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '1') AS "MFCC_2",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '2') AS "MFCC_3",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '3') AS "MFCC_4",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '4') AS "MFCC_5",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '5') AS "MFCC_6",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '6') AS "MFCC_7",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '7') AS "MFCC_8",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '8') AS "MFCC_9",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '9') AS "MFCC_10",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '10') AS "MFCC_11",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '11') AS "MFCC_12",
    callytics.mean_over_legs(call_latest.legs, 'mfcc_means', '12') AS "MFCC_13",
    call_latest.summary AS "Summary",
    call_latest.conflict::integer AS "Conflict",
    call_latest.silence_total_std_s AS "Silence"
FROM call_latest
CROSS JOIN LATERAL (
    SELECT
        max((leg #>> '{audio_properties, sample_rate_hz}')::integer) AS rate,
        max((leg #>> '{audio_properties, bit_depth}')::integer) AS bit_depth,
        sum((leg #>> '{audio_properties, channels}')::integer)::integer AS channels,
        max((leg #>> '{audio_properties, duration_s}')::double precision) AS seconds,
        sqrt(
            sum(
                (leg #>> '{audio_properties, duration_s}')::double precision
                    * power((leg #>> '{audio_properties, rms}')::double precision, 2)
            ) / nullif(sum((leg #>> '{audio_properties, duration_s}')::double precision), 0)
        ) AS rms
    FROM jsonb_array_elements(call_latest.legs) AS leg
    WHERE leg ->> 'same_signal_as' IS NULL
) AS media
LEFT JOIN topic ON topic.tenant_id = call_latest.tenant_id AND lower(topic.name) = lower(call_latest.topic);

COMMENT ON VIEW callytics."File" IS 'Parts of calls. Rate and bit depth: the highest of the legs; channels: their sum; RMS: the root of their mean power; MinFreq: the resolution of the longest; MaxFreq: half the rate; Conflict: 1 or 0, null where no analyst told.';

CREATE VIEW callytics."Utterance" AS
SELECT
    utterance.row_id AS "ID",
    call_latest.row_id AS "FileID",
    CASE utterance.role WHEN 'CUSTOMER' THEN 'Customer' WHEN 'AGENT' THEN 'CSR' END AS "Speaker",
    row_number() OVER (
        PARTITION BY call_latest.row_id
        ORDER BY utterance.begin_s, utterance.leg_id, utterance.utterance_number
    ) - 1 AS "Sequence",
    utterance.begin_s AS "StartTime",
    utterance.end_s AS "EndTime",
    utterance.text AS "Content",
    initcap(utterance.sentiment) AS "Sentiment",
    utterance.profane::integer AS "Profane"
FROM utterance
JOIN call_latest USING (tenant_id, call_id, call_start, part, revision);

COMMENT ON VIEW callytics."Utterance" IS 'Utterances in order of time, Sequence from 0. Speaker: null where the role is neither; Profane: 1 or 0, null where no analyst told.';
