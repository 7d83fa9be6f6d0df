-- Ten questions that an analyst asks of the lake. One at a time: ./undertone sql "SELECT …". Flink SQL; tables and views are
-- those of README.md. All count the latest analysis of each part of a call, and leave out what was not known: a call without
-- words has no say in what was said.

-- 1. How many calls have words and meaning, and how many do not, and why?
SELECT
    transcript_status,
    analysis_status,
    COUNT(*) AS calls,
    ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (), 1) AS percent_of_calls
FROM latest_calls
GROUP BY transcript_status, analysis_status
ORDER BY calls DESC, transcript_status, analysis_status;

-- 2. Which queues send customers away in a better temper than they came with?
SELECT
    queue_id,
    COUNT(*) AS calls,
    ROUND(AVG(sentiment_customer), 2) AS sentiment,
    ROUND(AVG(sentiment_shift_customer), 2) AS shift
FROM latest_calls
WHERE sentiment_shift_customer IS NOT NULL
GROUP BY queue_id
ORDER BY shift DESC, queue_id;

-- 3. How many alerts come on a hundred calls of each queue, and how many of them are grave?
SELECT
    c.queue_id,
    COUNT(*) AS calls,
    ROUND(100.0 * SUM(COALESCE(a.alerts, 0)) / COUNT(*), 1) AS alerts_per_100_calls,
    ROUND(100.0 * SUM(COALESCE(a.high_alerts, 0)) / COUNT(*), 1) AS high_per_100_calls
FROM latest_calls AS c
LEFT JOIN (
    SELECT
        tenant_id, call_id, call_start, part,
        COUNT(*) AS alerts,
        COUNT(CASE WHEN severity = 'HIGH' THEN 1 END) AS high_alerts
    FROM latest_alerts
    GROUP BY tenant_id, call_id, call_start, part
) AS a
    ON a.tenant_id = c.tenant_id AND a.call_id = c.call_id AND a.call_start = c.call_start AND a.part = c.part
GROUP BY c.queue_id
ORDER BY alerts_per_100_calls DESC, c.queue_id;

-- 4. Does a call that raised an alert end in a conflict more often than one that did not?
SELECT
    COALESCE(alert_count, 0) > 0 AS alerted,
    COUNT(*) AS calls,
    ROUND(AVG(CASE WHEN conflict THEN 100.0 ELSE 0.0 END), 1) AS percent_in_conflict
FROM latest_calls
WHERE conflict IS NOT NULL
GROUP BY COALESCE(alert_count, 0) > 0
ORDER BY alerted DESC;

-- 5. Where were the longest silences, and what was the call about?
SELECT
    s.call_id,
    s.begin_s,
    ROUND(s.net_s, 1) AS silence_s,
    c.queue_id,
    c.topic
FROM silences AS s
JOIN latest_calls AS c
    ON c.tenant_id = s.tenant_id AND c.call_id = s.call_id AND c.call_start = s.call_start
    AND c.part = s.part AND c.revision = s.revision
ORDER BY s.net_s DESC, s.call_id, s.begin_s
LIMIT 10;

-- 6. What do people call about, how long does it take, and how do they feel about it?
SELECT
    topic,
    COUNT(*) AS calls,
    ROUND(AVG(duration_s) / 60, 1) AS minutes,
    ROUND(AVG(sentiment_customer), 2) AS sentiment,
    COUNT(CASE WHEN conflict THEN 1 END) AS conflicts
FROM latest_calls
WHERE topic IS NOT NULL
GROUP BY topic
ORDER BY calls DESC, topic;

-- 7. How often do customers say one thing and sound like another?
SELECT
    mood AS sounded,
    sentiment AS said,
    COUNT(*) AS utterances,
    ROUND(SUM(end_s - begin_s), 1) AS seconds
FROM latest_utterances
WHERE role = 'CUSTOMER' AND mood IS NOT NULL AND sentiment IS NOT NULL
GROUP BY mood, sentiment
ORDER BY utterances DESC, sounded, said;

-- 8. How fast do agents speak, how often do they cut in, and what does that do to their customers?
SELECT
    agent_id,
    COUNT(*) AS calls,
    ROUND(AVG(talk_speed_agent), 0) AS words_per_minute,
    ROUND(60.0 * SUM(interruptions_by_agent) / SUM(talk_s), 2) AS interruptions_per_minute,
    ROUND(AVG(sentiment_shift_customer), 2) AS customer_shift
FROM latest_calls
CROSS JOIN UNNEST(agent_ids) AS agents (agent_id)
GROUP BY agent_id
ORDER BY customer_shift DESC, agent_id;

-- 9. What kept calls from being transcribed, and since when? undertone reanalyse completes them.
SELECT
    failure,
    COUNT(*) AS calls,
    ROUND(SUM(duration_s) / 60, 1) AS minutes,
    MIN(call_start) AS since
FROM latest_calls
CROSS JOIN UNNEST(transcript_failures) AS failures (failure)
WHERE transcript_status IN ('PARTIAL', 'FAILED')
GROUP BY failure
ORDER BY calls DESC, failure;

-- 10. What do people say that had to be taken out, and who says it?
SELECT
    role,
    kind,
    COUNT(*) AS places,
    COUNT(DISTINCT call_id) AS calls
FROM latest_utterances
CROSS JOIN UNNEST(redactions) AS places (begin_char, end_char, kind)
GROUP BY role, kind
ORDER BY places DESC, role, kind;
