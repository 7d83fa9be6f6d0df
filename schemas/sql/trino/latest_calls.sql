-- The latest analysis of each part of each call, out of table calls.
-- Trino: a view in the schema of the tables.
-- ROW_NUMBER rather than MAX(revision): were a row ever in the table twice, one of the two would come out.
CREATE OR REPLACE VIEW latest_calls AS
SELECT
    tenant_id, call_id, call_start, part, revision, call_end, duration_s, end_reason, direction,
    queue_id, language_tag, agent_ids, consent_recording, consent_emotion_analysis,
    consent_voice_biometrics, talk_s, hold_s, redacted_s, non_talk_s, silence_count,
    silence_total_s, silence_mean_s, silence_median_s, silence_std_s, silence_q1_s,
    silence_q3_s, silence_iqr_s, silence_max_s, silence_threshold_std_s,
    silence_threshold_iqr_s, silence_total_std_s, silence_total_iqr_s, silence_leading_s,
    silence_trailing_s, interruptions_by_customer, interruptions_by_agent,
    interrupted_by_customer_s, interrupted_by_agent_s, legs, frames_received, frames_lost,
    frames_duplicate, frames_late, frames_refused, frames_withheld, frames_played,
    pieces_stored, pieces_lost, utterance_status, versions, role_mismatch, mood_windows,
    mood_windows_failed, mood_negative_share, mood_neutral_share, mood_positive_share,
    mood_mean_negative, mood_peak_negative, mood_peak_negative_s, mood_switches,
    mood_trajectory, mood_trajectory_step_s, emotion_policy, emotion_withdrawn, emotion_status,
    alert_count, highest_severity, first_alert_s, transcript_status, transcriber,
    transcript_language, transcript_failures, word_count, invented_segments,
    redaction_count, talk_speed_customer, talk_speed_agent, sentiment_quarters_customer,
    sentiment_quarters_agent, sentiment_customer, sentiment_agent, sentiment_shift_customer,
    sentiment_shift_agent, summary, topic, issue, outcome, conflict, action_items,
    analysis_status, analysis_gaps, analysis_not_offered, analyst, prompt_version,
    prompt_tokens, completion_tokens, analysis_ms
FROM (
    SELECT
        calls.*,
        ROW_NUMBER() OVER (PARTITION BY tenant_id, call_id, call_start, part ORDER BY revision DESC) AS newness
    FROM calls
) AS numbered
WHERE newness = 1;
