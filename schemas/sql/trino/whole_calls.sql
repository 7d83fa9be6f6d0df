-- Whole calls over their parts, out of view latest_calls: run latest_calls.sql first.
-- Trino: a view in the schema of the tables.
--
-- A call that was closed by time-out and went on has parts 0, 1, … with starts of their own. In order of time, a part
-- belongs to the call of the part before it if its number is higher; otherwise (part 0, or an id that was used again
-- and whose part 0 is missing) a new call begins. Sums are over parts: the time between two parts is in none of them.
-- Interruptions are null if those of any part are. Medians, quartiles and thresholds of silences do not add up: they
-- have to be computed from table silences.
CREATE OR REPLACE VIEW whole_calls AS
SELECT
    tenant_id,
    call_id,
    MIN(call_start) AS call_start,
    MAX(call_end) AS call_end,
    COUNT(*) AS part_count,
    MAX(part) + 1 - COUNT(*) AS missing_part_count,
    SUM(duration_s) AS duration_s,
    MAX(CASE WHEN ends_call = 1 THEN end_reason END) AS end_reason,
    MAX(CASE WHEN begins_call = 1 THEN direction END) AS direction,
    MAX(CASE WHEN begins_call = 1 THEN queue_id END) AS queue_id,
    MAX(CASE WHEN begins_call = 1 THEN language_tag END) AS language_tag,
    SUM(talk_s) AS talk_s,
    SUM(hold_s) AS hold_s,
    SUM(redacted_s) AS redacted_s,
    SUM(non_talk_s) AS non_talk_s,
    SUM(silence_count) AS silence_count,
    SUM(silence_total_s) AS silence_total_s,
    SUM(silence_total_s) / NULLIF(SUM(silence_count), 0) AS silence_mean_s,
    MAX(silence_max_s) AS silence_max_s,
    CASE WHEN COUNT(interruptions_by_customer) = COUNT(*)
        THEN SUM(interruptions_by_customer) END AS interruptions_by_customer,
    CASE WHEN COUNT(interruptions_by_agent) = COUNT(*)
        THEN SUM(interruptions_by_agent) END AS interruptions_by_agent,
    CASE WHEN COUNT(interrupted_by_customer_s) = COUNT(*)
        THEN SUM(interrupted_by_customer_s) END AS interrupted_by_customer_s,
    CASE WHEN COUNT(interrupted_by_agent_s) = COUNT(*)
        THEN SUM(interrupted_by_agent_s) END AS interrupted_by_agent_s,
    SUM(frames_received) AS frames_received,
    SUM(frames_lost) AS frames_lost,
    SUM(frames_duplicate) AS frames_duplicate,
    SUM(frames_late) AS frames_late,
    SUM(frames_refused) AS frames_refused,
    SUM(frames_withheld) AS frames_withheld,
    SUM(frames_played) AS frames_played,
    SUM(pieces_stored) AS pieces_stored,
    SUM(pieces_lost) AS pieces_lost,
    CASE WHEN COUNT(*) = MAX(part) + 1 AND MIN(utterance_status) = 'COMPLETE' AND MAX(utterance_status) = 'COMPLETE'
        THEN 'COMPLETE' ELSE 'PARTIAL' END AS utterance_status,
    SUM(mood_windows) AS mood_windows,
    MAX(mood_peak_negative) AS mood_peak_negative,
    SUM(alert_count) AS alert_count,
    CASE MAX(CASE highest_severity WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 1 END)
        WHEN 3 THEN 'HIGH' WHEN 2 THEN 'MEDIUM' WHEN 1 THEN 'LOW' END AS highest_severity,
    SUM(word_count) AS word_count,
    MAX(CASE WHEN conflict THEN 1 WHEN NOT conflict THEN 0 END) = 1 AS conflict
FROM (
    SELECT
        compared.*,
        SUM(begins_call) OVER (
            PARTITION BY tenant_id, call_id
            ORDER BY call_start, part
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS chain
    FROM (
        SELECT
            latest_calls.*,
            CASE WHEN part > LAG(part) OVER (PARTITION BY tenant_id, call_id ORDER BY call_start, part)
                THEN 0 ELSE 1 END AS begins_call,
            CASE WHEN part < LEAD(part) OVER (PARTITION BY tenant_id, call_id ORDER BY call_start, part)
                THEN 0 ELSE 1 END AS ends_call
        FROM latest_calls
    ) AS compared
) AS placed
GROUP BY tenant_id, call_id, chain;
