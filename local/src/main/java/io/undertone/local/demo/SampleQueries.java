package io.undertone.local.demo;

import java.util.List;

/** Questions that a first look at the lake may ask. They stand between double quotes in a shell. */
final class SampleQueries {
    static final List<String> ALL = List.of(
            "SELECT call_id, duration_s, talk_s, non_talk_s, silence_total_std_s FROM calls",
            "SELECT role, COUNT(*) AS utterances, ROUND(SUM(end_s - begin_s), 1) AS talk_s,"
                    + " ROUND(AVG(loudness_lufs), 1) AS lufs FROM utterances GROUP BY role",
            "SELECT call_id, begin_s, net_s FROM silences ORDER BY net_s DESC LIMIT 5");

    private SampleQueries() {}
}
