package io.undertone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndertoneTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "sql",
                "publish",
                "enroll",
                "watch",
                "run",
                "reanalyse",
                "maintain",
                "quarantine",
                "erase",
                "migrate",
                "check",
                "plan",
                "models"
            })
    void every_command_explains_itself(String command) {
        assertThat(undertone(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: undertone " + command);
    }

    @Test
    void a_recording_that_is_not_there_is_named() {
        assertThat(undertone("demo", "--call", "customer=/nowhere/call.wav")).isEqualTo(2);
        assertThat(err.toString()).contains("/nowhere/call.wav").contains("Try 'undertone demo --help'");
    }

    @Test
    void a_report_that_could_not_be_written_is_refused_before_the_work() {
        assertThat(undertone("demo", "--report", "/nowhere/report.json")).isEqualTo(2);
        assertThat(err.toString()).contains("--report needs a file in a directory that exists");
    }

    @Test
    void one_page_for_all_open_calls_is_refused() {
        assertThat(undertone("watch", "--bootstrap", "localhost:1", "--html", "calls.html"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--html calls.html is one page: name the call by --call");
    }

    @Test
    void an_unknown_key_of_the_configuration_is_named() throws Exception {
        Path config =
                Files.writeString(directory.resolve("undertone.yaml"), "kafka:\n  boot_servers: localhost:9092\n");
        assertThat(undertone("check", "--config", config.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("boot_servers");
    }

    @Test
    void a_leg_that_does_not_exist_is_refused_with_those_that_do() {
        assertThat(undertone("run", "--leg", "nightly")).isEqualTo(2);
        assertThat(err.toString()).contains("need one of live, voices, post-call, got 'nightly'");
    }

    @Test
    void services_that_do_not_answer_are_named_and_fail_the_check() {
        var arguments = List.of(
                "check",
                "--set=kafka.bootstrap_servers=localhost:1",
                "--set=kafka.connect_timeout_ms=500",
                "--set=postgres.url=jdbc:postgresql://localhost:1/none",
                "--set=postgres.user=nobody",
                "--set=postgres.password=${PATH}",
                "--set=audio.directory=" + directory.toUri(),
                "--set=lake.warehouse=" + directory.toUri());
        assertThat(undertone(arguments.toArray(String[]::new))).isEqualTo(1);
        assertThat(out.toString())
                .contains("model silero-vad is in order")
                .contains("model undertone-speaker is in order")
                .contains("model undertone-emotion is in order")
                .contains("lexicon vader-sentiment is in order")
                .contains("Kafka at localhost:1: no broker")
                .contains("jdbc:postgresql://localhost:1/none")
                .contains("undertone.calls is missing");
    }

    @Test
    void the_plan_names_the_steps_of_all_legs_and_how_records_travel() {
        assertThat(undertone("plan")).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "leg live",
                        "read-media ×2",
                        "hash → sequence-audio",
                        "leg voices",
                        "hash → keep-voices",
                        "leg post-call",
                        "gather-calls");
    }

    private int undertone(String... arguments) {
        return Undertone.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
