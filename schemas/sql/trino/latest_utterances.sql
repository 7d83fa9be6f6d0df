-- The utterances of the latest analysis of each part of each call, out of table utterances.
-- Trino: a view in the schema of the tables.
-- RANK over the part and not the utterance: a later analysis may have fewer of them.
CREATE OR REPLACE VIEW latest_utterances AS
SELECT
    tenant_id, call_id, call_start, part, revision, leg_id, utterance_number, role,
    role_source, begin_time, begin_s, end_s, loudness_lufs, speech_probability, lost_ratio,
    audio_uris, voice, speaker_id, speaker_score, overlap, speaker, mood, mood_negative,
    mood_neutral, mood_positive, text, text_status, redactions, words, sentiment, profane
FROM (
    SELECT
        utterances.*,
        RANK() OVER (PARTITION BY tenant_id, call_id, call_start, part ORDER BY revision DESC) AS newness
    FROM utterances
) AS ranked
WHERE newness = 1;
