-- Moods: of utterances and whole calls, alerts as they stand, what people say to them, and how often they agree.

ALTER TABLE call ADD COLUMN mood_windows integer;
ALTER TABLE call ADD COLUMN mood_windows_failed integer;
ALTER TABLE call ADD COLUMN mood_negative_share double precision;
ALTER TABLE call ADD COLUMN mood_neutral_share double precision;
ALTER TABLE call ADD COLUMN mood_positive_share double precision;
ALTER TABLE call ADD COLUMN mood_mean_negative double precision;
ALTER TABLE call ADD COLUMN mood_peak_negative double precision;
ALTER TABLE call ADD COLUMN mood_peak_negative_s double precision;
ALTER TABLE call ADD COLUMN mood_switches integer;
ALTER TABLE call ADD COLUMN mood_trajectory jsonb;
ALTER TABLE call ADD COLUMN mood_trajectory_step_s double precision;
ALTER TABLE call ADD COLUMN emotion_policy text;
ALTER TABLE call ADD COLUMN emotion_withdrawn text;
ALTER TABLE call ADD COLUMN emotion_status text;
ALTER TABLE call ADD COLUMN alert_count integer;
ALTER TABLE call ADD COLUMN highest_severity text;
ALTER TABLE call ADD COLUMN first_alert_s double precision;

COMMENT ON COLUMN call.mood_windows IS 'Emotion windows of customers; null where none was read';
COMMENT ON COLUMN call.mood_windows_failed IS 'Those of them that have no scores';
COMMENT ON COLUMN call.mood_negative_share IS 'Share of the scored windows whose likeliest mood it is';
COMMENT ON COLUMN call.mood_neutral_share IS 'Share of the scored windows whose likeliest mood it is';
COMMENT ON COLUMN call.mood_positive_share IS 'Share of the scored windows whose likeliest mood it is';
COMMENT ON COLUMN call.mood_mean_negative IS 'Mean raw probability of NEGATIVE';
COMMENT ON COLUMN call.mood_peak_negative IS 'Highest smoothed probability of NEGATIVE';
COMMENT ON COLUMN call.mood_peak_negative_s IS 'End of the window that brought it, in seconds from call_start';
COMMENT ON COLUMN call.mood_switches IS 'How often the likeliest smoothed mood became another';
COMMENT ON COLUMN call.mood_trajectory IS 'Mean smoothed probability of NEGATIVE in each stretch of mood_trajectory_step_s from call_start; null where no window ended. Of the customer with the most windows';
COMMENT ON COLUMN call.mood_trajectory_step_s IS 'Length of a stretch of mood_trajectory, in seconds';
COMMENT ON COLUMN call.emotion_policy IS 'Whose moods might be read: customers, or everybody who agreed in so many words';
COMMENT ON COLUMN call.emotion_withdrawn IS 'ROLE_MISMATCH or CONSENT: why moods of a leg that were read are not kept; null where they are';
COMMENT ON COLUMN call.emotion_status IS 'COMPLETE, or PARTIAL when windows were missing after all patience; null where none was announced';
COMMENT ON COLUMN call.alert_count IS 'Episodes of all rules and legs';
COMMENT ON COLUMN call.highest_severity IS 'LOW, MEDIUM or HIGH; null without alerts';
COMMENT ON COLUMN call.first_alert_s IS 'Where the first of them began, in seconds from call_start; null without alerts';

ALTER TABLE utterance ADD COLUMN mood text;
ALTER TABLE utterance ADD COLUMN mood_negative double precision;
ALTER TABLE utterance ADD COLUMN mood_neutral double precision;
ALTER TABLE utterance ADD COLUMN mood_positive double precision;

COMMENT ON COLUMN utterance.mood IS 'NEGATIVE, NEUTRAL or POSITIVE: the likeliest; null without a window of the speaker''s that overlaps it';
COMMENT ON COLUMN utterance.mood_negative IS 'Mean of the raw probabilities of the speaker''s windows, weighted by their overlap';
COMMENT ON COLUMN utterance.mood_neutral IS 'Mean of the raw probabilities of the speaker''s windows, weighted by their overlap';
COMMENT ON COLUMN utterance.mood_positive IS 'Mean of the raw probabilities of the speaker''s windows, weighted by their overlap';

-- One row per alert, as it stands: its version is the step, so that an event that comes late or again changes nothing.
CREATE TABLE frustration_event (
    tenant_id text NOT NULL,
    call_id text NOT NULL,
    call_start timestamptz NOT NULL,
    part integer NOT NULL,
    revision integer NOT NULL,
    event_id text NOT NULL,
    alert_id text NOT NULL,
    phase text NOT NULL,
    step integer NOT NULL,
    episode integer NOT NULL,
    leg_id text NOT NULL,
    role text NOT NULL,
    agent_id text,
    queue_id text,
    direction text NOT NULL,
    rule_id text NOT NULL,
    rule_version integer NOT NULL,
    severity text NOT NULL,
    reason text NOT NULL,
    score double precision NOT NULL,
    peak_score double precision NOT NULL,
    class_probabilities jsonb NOT NULL,
    enter_threshold double precision NOT NULL,
    exit_threshold double precision NOT NULL,
    begin_time timestamptz NOT NULL,
    begin_s double precision NOT NULL,
    decided_s double precision NOT NULL,
    end_time timestamptz,
    end_s double precision,
    speech_s double precision NOT NULL,
    loudness_lufs double precision,
    loudness_delta_db double precision,
    speaker text NOT NULL,
    speaker_id text,
    speaker_score double precision,
    lost_ratio double precision NOT NULL,
    clipped_ratio double precision NOT NULL,
    model_id text NOT NULL,
    model_version text NOT NULL,
    policy_version text NOT NULL,
    audio_uris text[] NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, call_id, call_start, part, alert_id)
);

COMMENT ON TABLE frustration_event IS 'An alert in its current phase. All its events stand in the lake.';
COMMENT ON COLUMN frustration_event.tenant_id IS 'Whose call it is: one contact centre of the installation';
COMMENT ON COLUMN frustration_event.call_id IS 'The gateway''s id of the call; calls of one id are told apart by call_start';
COMMENT ON COLUMN frustration_event.call_start IS 'Event time of the part''s first record, UTC; a part that follows a time-out has a start of its own';
COMMENT ON COLUMN frustration_event.part IS '0, 1, …: a call that was closed by time-out and went on';
COMMENT ON COLUMN frustration_event.revision IS 'Analyses of this part; 0 is the first';
COMMENT ON COLUMN frustration_event.event_id IS 'UUIDv5 of alert_id, phase and step';
COMMENT ON COLUMN frustration_event.alert_id IS 'UUIDv5, the same for all events of an episode';
COMMENT ON COLUMN frustration_event.phase IS 'RAISED, UPDATED or CLEARED';
COMMENT ON COLUMN frustration_event.step IS 'From 0, one higher with every event of an episode';
COMMENT ON COLUMN frustration_event.episode IS 'From 1 per leg and rule';
COMMENT ON COLUMN frustration_event.leg_id IS 'One media source of the call';
COMMENT ON COLUMN frustration_event.role IS 'UNKNOWN, CUSTOMER, AGENT, SYSTEM, SUPERVISOR or OTHER: of whom the alert is about';
COMMENT ON COLUMN frustration_event.agent_id IS 'Who is on the line with them';
COMMENT ON COLUMN frustration_event.queue_id IS 'The queue that dealt out the call, as the gateway or the ACD names it';
COMMENT ON COLUMN frustration_event.direction IS 'UNKNOWN, INBOUND, OUTBOUND or INTERNAL, seen from the contact centre';
COMMENT ON COLUMN frustration_event.rule_id IS 'frustration or raised-voice';
COMMENT ON COLUMN frustration_event.rule_version IS 'Version of the rule';
COMMENT ON COLUMN frustration_event.severity IS 'LOW, MEDIUM or HIGH; only rises within an episode';
COMMENT ON COLUMN frustration_event.reason IS 'In words, for the person who reads it';
COMMENT ON COLUMN frustration_event.score IS 'frustration: smoothed probability of NEGATIVE; raised-voice: dB over the speaker''s baseline';
COMMENT ON COLUMN frustration_event.peak_score IS 'Highest of the episode';
COMMENT ON COLUMN frustration_event.class_probabilities IS 'Smoothed, of the model''s own classes; empty where no model decided';
COMMENT ON COLUMN frustration_event.enter_threshold IS 'In force, in the unit of the score';
COMMENT ON COLUMN frustration_event.exit_threshold IS 'In force, in the unit of the score';
COMMENT ON COLUMN frustration_event.begin_time IS 'call_start plus begin_s, UTC';
COMMENT ON COLUMN frustration_event.begin_s IS 'Where what raised it began, in seconds from call_start';
COMMENT ON COLUMN frustration_event.decided_s IS 'What this event rests on ends here, in seconds from call_start';
COMMENT ON COLUMN frustration_event.end_time IS 'call_start plus end_s, UTC; null until it is cleared';
COMMENT ON COLUMN frustration_event.end_s IS 'Where it ended, in seconds from call_start; null until it is cleared';
COMMENT ON COLUMN frustration_event.speech_s IS 'Seconds of speech that the decision rests on';
COMMENT ON COLUMN frustration_event.loudness_lufs IS 'K-weighted, of the last second of that speech; null below -70 LUFS';
COMMENT ON COLUMN frustration_event.loudness_delta_db IS 'Over the speaker''s own baseline; null before there is one';
COMMENT ON COLUMN frustration_event.speaker IS 'AGENT, CUSTOMER, OTHER, OVERLAP or UNKNOWN: who is heard';
COMMENT ON COLUMN frustration_event.speaker_id IS 'The enrolled speaker whose voice it is; null if unknown';
COMMENT ON COLUMN frustration_event.speaker_score IS 'Cosine to that speaker''s voiceprint';
COMMENT ON COLUMN frustration_event.lost_ratio IS 'Share of lost media behind the decision, 0 to 1';
COMMENT ON COLUMN frustration_event.clipped_ratio IS 'Share of clipped samples behind the decision, 0 to 1';
COMMENT ON COLUMN frustration_event.model_id IS 'Model that decided; none where none did';
COMMENT ON COLUMN frustration_event.model_version IS 'Version of the model';
COMMENT ON COLUMN frustration_event.policy_version IS 'Version of thresholds and prior';
COMMENT ON COLUMN frustration_event.audio_uris IS 'Pieces behind the decision, where recording was allowed; one may have been lost';
COMMENT ON COLUMN frustration_event.version IS 'The step: an upsert counts only if its version is not lower than the one that stands here';

CREATE TABLE alert_feedback (
    tenant_id text NOT NULL,
    call_id text NOT NULL,
    call_start timestamptz NOT NULL,
    part integer NOT NULL,
    revision integer NOT NULL,
    alert_id text NOT NULL,
    judged_by text NOT NULL,
    judged_at timestamptz NOT NULL,
    verdict text NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, call_id, call_start, part, alert_id, judged_by, judged_at, verdict)
);

COMMENT ON TABLE alert_feedback IS 'What a person said to an alert.';
COMMENT ON COLUMN alert_feedback.tenant_id IS 'Whose call it is: one contact centre of the installation';
COMMENT ON COLUMN alert_feedback.call_id IS 'The gateway''s id of the call; calls of one id are told apart by call_start';
COMMENT ON COLUMN alert_feedback.call_start IS 'Event time of the part''s first record, UTC; a part that follows a time-out has a start of its own';
COMMENT ON COLUMN alert_feedback.part IS '0, 1, …: a call that was closed by time-out and went on';
COMMENT ON COLUMN alert_feedback.revision IS 'Analyses of this part; 0 is the first';
COMMENT ON COLUMN alert_feedback.alert_id IS 'The alert';
COMMENT ON COLUMN alert_feedback.judged_by IS 'Who said so, as the console knows them';
COMMENT ON COLUMN alert_feedback.judged_at IS 'When, UTC';
COMMENT ON COLUMN alert_feedback.verdict IS 'ACKNOWLEDGED, RIGHT, WRONG or MUTED_CALL';
COMMENT ON COLUMN alert_feedback.version IS 'Orders the writes of one row: an upsert counts only if its version is not lower than the one that stands here';

-- A list of alerts is of a range of time, mostly of one tenant; verdicts are looked up by the alert that they are about.
CREATE INDEX frustration_event_by_begin ON frustration_event (begin_time, tenant_id);
CREATE INDEX alert_feedback_by_alert ON alert_feedback (tenant_id, alert_id, judged_at);

-- Of an alert the last verdict counts, whoever gave it. An alert is known by its id alone: a console that has call_start to
-- the millisecond only is understood all the same.
CREATE VIEW alert_precision AS
SELECT
    tenant_id,
    model_id,
    model_version,
    rule_id,
    rule_version,
    queue_id,
    COUNT(*) AS alerts,
    COUNT(verdict) AS judged,
    COUNT(*) FILTER (WHERE verdict = 'RIGHT') AS judged_right,
    COUNT(*) FILTER (WHERE verdict = 'WRONG') AS judged_wrong,
    COUNT(*) FILTER (WHERE verdict = 'RIGHT') / NULLIF(COUNT(verdict), 0)::double precision AS precision_ratio
FROM frustration_event
LEFT JOIN (
    SELECT DISTINCT ON (tenant_id, alert_id) tenant_id, alert_id, verdict
    FROM alert_feedback
    WHERE verdict IN ('RIGHT', 'WRONG')
    ORDER BY tenant_id, alert_id, judged_at DESC, judged_by, verdict
) AS last_verdict USING (tenant_id, alert_id)
GROUP BY tenant_id, model_id, model_version, rule_id, rule_version, queue_id;

COMMENT ON VIEW alert_precision IS 'How many alerts of a model and a rule in a queue were right: of those that somebody judged.';

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
