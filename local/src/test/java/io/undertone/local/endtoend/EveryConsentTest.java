package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallScript;
import io.undertone.job.lake.LakeTable;
import io.undertone.local.endtoend.ConsentedCall.Kind;
import io.undertone.local.endtoend.ConsentedCall.Standing;
import io.undertone.local.scenario.ContraryModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of consent, in every way in which it may stand, over every output: what may not be is not, and all else is. */
class EveryConsentTest {
    private static final Map<ConsentedCall, Told> TOLD = new HashMap<>();

    @TempDir
    private static Path directory;

    private static FixedTranscriber transcriber;
    private static TestSystem system;

    @BeforeAll
    static void play() throws Exception {
        transcriber = new FixedTranscriber();
        Path models = ContraryModel.beside(Recordings.projectRoot().resolve("models"), directory);
        system = TestSystem.start(Map.of(
                "transcription.url",
                transcriber.url(),
                "models.directory",
                models.toString(),
                "models.emotion",
                ContraryModel.ID,
                "tenants",
                Map.of(
                        ConsentedCall.ASSUMING,
                        Map.of(
                                "privacy",
                                Map.of(
                                        "consent",
                                        Map.of(
                                                "recording", "assumed",
                                                "emotion_analysis", "assumed",
                                                "voice_biometrics", "assumed"))))));
        Map<ConsentedCall, CallScript> scripts = new LinkedHashMap<>();
        for (ConsentedCall call : calls().toList()) {
            CallScript script = call.script();
            call.publish(script, system.brokers());
            scripts.put(call, script);
        }
        for (CallScript script : scripts.values()) {
            system.written(script);
        }
        var topics = ToldTopics.read(system.brokers());
        for (Map.Entry<ConsentedCall, CallScript> played : scripts.entrySet()) {
            TOLD.put(played.getKey(), told(played.getValue(), topics));
        }
    }

    @AfterAll
    static void close() {
        system.close();
        transcriber.close();
        TOLD.clear();
    }

    static Stream<ConsentedCall> calls() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Arrays.stream(Standing.values()).map(standing -> new ConsentedCall(kind, standing)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void what_may_not_be_is_nowhere_and_all_else_is_there(ConsentedCall call) {
        Told told = Objects.requireNonNull(TOLD.get(call));
        for (Output output : Output.values()) {
            assertThat(output.shows(told)).as("%s of %s", output, call).isEqualTo(output.isDue(call));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void after_a_withdrawal_nothing_of_its_kind_is_told_any_more(ConsentedCall call) {
        if (call.standing() != Standing.WITHDRAWN) {
            return;
        }
        Told after = Objects.requireNonNull(TOLD.get(call)).from(ConsentedCall.WITHDRAWN_AT);
        assertThat(after.topics().insights()).isNotEmpty();
        for (Output output : Output.values()) {
            if (output.needs == call.kind()) {
                assertThat(output.shows(after)).as("%s of %s", output, call).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void the_row_counts_the_pieces_that_are_kept(ConsentedCall call) {
        Told told = Objects.requireNonNull(TOLD.get(call));
        Row row = told.rows().call();
        assertThat(row.count("pieces_stored")).isEqualTo(told.files().size());
        assertThat(row.count("pieces_lost")).isZero();
    }

    private static Told told(CallScript script, ToldTopics topics) throws Exception {
        String id = script.recording().callId();
        return new Told(
                system.audioFiles(script),
                topics.of(id),
                system.inDatabase(script),
                new LakeRows(system.local().config().lake()).rows(LakeTable.EMOTION_WINDOWS, id));
    }
}
