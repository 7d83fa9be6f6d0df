-- Each alert as it stands after its last event, out of table frustration_events.
-- Spark SQL: a view of the session.
CREATE OR REPLACE TEMPORARY VIEW latest_alerts AS
SELECT
    tenant_id, call_id, call_start, part, revision, event_id, alert_id, phase, step, episode,
    leg_id, role, agent_id, queue_id, direction, rule_id, rule_version, severity, reason, score,
    peak_score, class_probabilities, enter_threshold, exit_threshold, begin_time, begin_s,
    decided_s, end_time, end_s, speech_s, loudness_lufs, loudness_delta_db, speaker, speaker_id,
    speaker_score, lost_ratio, clipped_ratio, model_id, model_version, policy_version,
    audio_uris
FROM (
    SELECT
        frustration_events.*,
        ROW_NUMBER() OVER (PARTITION BY tenant_id, alert_id ORDER BY step DESC) AS newness
    FROM frustration_events
) AS numbered
WHERE newness = 1;
