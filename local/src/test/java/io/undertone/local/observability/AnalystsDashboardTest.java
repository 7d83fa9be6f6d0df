package io.undertone.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.system.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the analysts' dashboard shows of a morning with six calls, on tables as they are shipped. */
class AnalystsDashboardTest {
    private static final String TEN = "1767607200";
    private static final String ELEVEN = "1767610800";

    private static final GrafanaSql GRAFANA = new GrafanaSql(
            Instant.parse("2026-01-05T09:00:00Z"),
            Instant.parse("2026-01-05T12:00:00Z"),
            Map.of("tenant", "'acme'", "queue", "'billing','(none)'"));

    /** Of each panel: what it shows. */
    private static final Map<String, List<String>> SHOWN = Map.ofEntries(
            Map.entry("Calls", List.of("6")),
            Map.entry("Mean length", List.of("150")),
            Map.entry("Calls with frustration", List.of("0.167")),
            Map.entry("Silence", List.of("0.111")),
            Map.entry("Sentiment shift", List.of("-1")),
            Map.entry("Told in full", List.of("0.667")),
            Map.entry("Calls per hour", List.of(TEN + "|2", ELEVEN + "|4")),
            Map.entry("Silence share", List.of(TEN + "|0.2|0.025", ELEVEN + "|0.04|0")),
            Map.entry(
                    "Calls by what is told of them",
                    List.of("COMPLETE|COMPLETE|4", "COMPLETE|PARTIAL|1", "FAILED|NO_WORDS|1")),
            Map.entry("Longest silences", List.of("12|2026-01-05 10:05:30+00|c-1|billing|Invoice|CUSTOMER|Why?")),
            Map.entry("Frustration by queue", List.of("billing|0.2", "(none)|0")),
            Map.entry("Frustration by agent", List.of("ann|0.2")),
            Map.entry("Frustration by topic", List.of("Invoice|0.5", "Refund|0")),
            Map.entry("Alerts", List.of(TEN + "|frustration HIGH|1", ELEVEN + "|raised-voice LOW|1")),
            Map.entry(
                    "How often alerts are right",
                    List.of("frustration|1|m|1|billing|1|1|1|0|1", "raised-voice|1|none|1|null|1|0|0|0|null")),
            Map.entry("Topics", List.of("Refund|3", "Invoice|2")),
            Map.entry("Sentiment", List.of(TEN + "|0|1.5|-1|0.5", ELEVEN + "|null|null|null|null")),
            Map.entry(
                    "Where calls turned",
                    List.of("-4|2026-01-05 10:05:00+00|c-1|billing|Invoice|The bill was too high.")));

    @TempDir
    private static Path directory;

    private static EmbeddedDatabase database;
    private static Connection connection;
    private static RowsOfCalls rows;

    @BeforeAll
    static void fill() throws Exception {
        database = EmbeddedDatabase.start(directory, 0);
        var config = new PostgresConfig(database.url(), database.user(), database.password(), 100, 100);
        assertThat(new DatabaseMigration(config).migrate().ok()).isTrue();
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        rows = new RowsOfCalls(connection);
        rows.query("SELECT set_config('timezone', 'UTC', false)");
        calls();
        details();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void every_panel_shows_what_the_rows_say() throws SQLException {
        Map<String, List<String>> shown = new HashMap<>();
        for (Dashboard.Question question : Dashboard.analysts().questions()) {
            shown.put(question.panel(), rows.query(GRAFANA.of(question.text())));
        }
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(SHOWN);
    }

    @Test
    void one_may_choose_among_tenants_and_the_queues_of_one() throws SQLException {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (JsonNode variable : Dashboard.analysts().json().at("/templating/list")) {
            choices.put(
                    variable.get("name").asText(),
                    rows.query(GRAFANA.of(variable.get("query").asText())));
        }
        assertThat(choices.get("tenant")).containsExactly("acme", "other");
        assertThat(choices.get("queue")).containsExactlyInAnyOrder("(none)", "billing");
    }

    private static void calls() throws SQLException {
        String billed = "queue billing, agents ann, transcript COMPLETE, ";
        call(
                "c-1",
                "10:05",
                100,
                billed + "analysis COMPLETE, topic Invoice, silence 20, hold 10, customer -1, agent 2, "
                        + "shift_customer -4, shift_agent 0, summary The bill was too high.");
        call("c-2", "10:20", 300, billed + "analysis FAILED, topic Told wrongly at first, silence 1");
        call(
                "c-2",
                "10:20",
                300,
                billed + "revision 1, analysis PARTIAL, topic Invoice, silence 60, customer 1, agent 1, "
                        + "shift_customer 2, shift_agent 1");
        call("c-3", "11:10", 200, "agents bob, transcript FAILED, analysis NO_WORDS, silence 20");
        for (String each : List.of("c-4", "c-5", "c-6")) {
            call(each, "11:30", 100, billed + "analysis COMPLETE, topic Refund");
        }
        call("too-early", "08:59", 100, billed + "analysis COMPLETE, topic Refund");
        call("elsewhere", "10:30", 100, billed + "analysis COMPLETE, topic Refund, tenant other");
    }

    private static void details() throws SQLException {
        rows.insert(
                "silence", of("c-1", "10:05", Map.of("net_s", "12", "begin_s", "30", "begin_time", at("10:05:30"))));
        for (String[] said : new String[][] {{"10", "'AGENT'", "'Hello.'"}, {"25", "'CUSTOMER'", "'Why?'"}}) {
            rows.insert(
                    "utterance",
                    of(
                            "c-1",
                            "10:05",
                            Map.of("begin_s", said[0], "utterance_number", said[0], "role", said[1], "text", said[2])));
        }
        alert("c-1", "10:05", "'billing'", "'frustration'", "'HIGH'", "'m'");
        alert("c-3", "11:10", "NULL", "'raised-voice'", "'LOW'", "'none'");
        rows.insert("alert_feedback", of("c-1", "10:05", Map.of("alert_id", "'c-1'", "verdict", "'RIGHT'")));
    }

    private static void alert(String call, String start, String queue, String rule, String severity, String model)
            throws SQLException {
        rows.insert(
                "frustration_event",
                of(
                        call,
                        start,
                        Map.of(
                                "alert_id",
                                "'%s'".formatted(call),
                                "queue_id",
                                queue,
                                "rule_id",
                                rule,
                                "rule_version",
                                "1",
                                "severity",
                                severity,
                                "model_id",
                                model,
                                "model_version",
                                "'1'",
                                "begin_time",
                                at(start))));
    }

    /** @param more columns by short names and values, with commas between */
    private static void call(String id, String start, int seconds, String more) throws SQLException {
        Map<String, String> values = new HashMap<>(of(id, start, Map.of("duration_s", Integer.toString(seconds))));
        for (String each : more.split(", ", -1)) {
            String name = each.substring(0, each.indexOf(' '));
            String value = each.substring(each.indexOf(' ') + 1);
            switch (name) {
                case "tenant", "queue" -> values.put(name + "_id", "'%s'".formatted(value));
                case "agents" -> values.put("agent_ids", "'{%s}'".formatted(value));
                case "transcript", "analysis" -> values.put(name + "_status", "'%s'".formatted(value));
                case "topic", "summary" -> values.put(name, "'%s'".formatted(value));
                case "silence" -> values.put("silence_total_s", value);
                case "hold" -> values.put("hold_s", value);
                case "revision" -> values.put(name, value);
                default -> values.put("sentiment_" + name, value);
            }
        }
        rows.insert("call", values);
    }

    private static Map<String, String> of(String call, String start, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("tenant_id", "'acme'");
        values.put("call_id", "'%s'".formatted(call));
        values.put("call_start", at(start));
        return values;
    }

    private static String at(String time) {
        return "'2026-01-05T%sZ'".formatted(time);
    }
}
