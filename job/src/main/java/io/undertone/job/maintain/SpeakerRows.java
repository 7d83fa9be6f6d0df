package io.undertone.job.maintain;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the database that name a speaker; {@link SpeakerEdit} does to the lake what this does here. */
public record SpeakerRows(String tenant, String speaker) {
    /** The first question mark stands in quotes, and is none to the driver. */
    private static final String NAMED_BY_CALL = """
            tenant_id = ? AND (jsonb_path_exists(legs, '$.** ? (@.speaker_id == $id)', jsonb_build_object('id', ?::text))
                OR strpos(role_mismatch, ?) > 0)""";

    private static final String STRIP_CALL = """
            UPDATE call SET
                role_mismatch = CASE WHEN strpos(role_mismatch, ?) > 0 THEN NULL ELSE role_mismatch END,
                legs = (
                    SELECT jsonb_agg(
                        leg
                        || CASE WHEN leg ->> 'speaker_id' = ? THEN '{"speaker_id": null}'::jsonb ELSE '{}' END
                        || CASE WHEN leg #>> '{verification, speaker_id}' = ?
                            THEN '{"verification": null}'::jsonb ELSE '{}' END
                        || CASE WHEN jsonb_typeof(leg -> 'voices') = 'array' THEN jsonb_build_object('voices', (
                            SELECT coalesce(jsonb_agg(voice || CASE WHEN voice ->> 'speaker_id' = ?
                                THEN '{"speaker_id": null, "score": null}'::jsonb ELSE '{}' END ORDER BY place), '[]')
                            FROM jsonb_array_elements(leg -> 'voices') WITH ORDINALITY AS voices (voice, place)))
                            ELSE '{}' END
                        ORDER BY number)
                    FROM jsonb_array_elements(legs) WITH ORDINALITY AS all_legs (leg, number))
            WHERE\s""" + NAMED_BY_CALL;

    /** By table. */
    public Map<String, Long> count(DatabaseRows database) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        for (String table : List.of("frustration_event", "utterance")) {
            rows.put(table, database.count(table, named()));
        }
        rows.put("call", database.count("call", namedByCall()));
        return rows;
    }

    /** By table, in how many rows it stood. */
    public Map<String, Long> strip(DatabaseRows database) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        for (String table : List.of("frustration_event", "utterance")) {
            String sql =
                    "UPDATE %s SET speaker_id = NULL, speaker_score = NULL WHERE %s".formatted(table, named().sql());
            rows.put(table, database.update(sql, named().values()));
        }
        rows.put(
                "call",
                database.update(STRIP_CALL, List.of(words(), speaker, speaker, speaker, tenant, speaker, words())));
        return rows;
    }

    /** In tables where it has a column. */
    public Condition named() {
        return new Condition("tenant_id = ? AND speaker_id = ?", List.of(tenant, speaker));
    }

    public Condition namedByCall() {
        return new Condition(NAMED_BY_CALL, List.of(tenant, speaker, words()));
    }

    private String words() {
        return "voice of %s on leg".formatted(speaker);
    }
}
