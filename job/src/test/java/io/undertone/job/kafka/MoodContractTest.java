package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.live.Alert;
import io.undertone.job.live.Insight;
import io.undertone.job.runtime.Filled;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import io.undertone.udfs.moods.JudgedWindow;
import io.undertone.udfs.moods.WindowFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the live leg writes of moods and alerts, the post-call leg reads back as it was. */
final class MoodContractTest {
    private static final CallId ID = new CallId("acme", "c-1", 1_767_607_200_123_456L, 1);

    @Test
    void a_window_crosses_unchanged_with_its_scores_by_label() throws Exception {
        Insight insight = Filled.entirely(Insight.class);
        insight.moods = List.of(0.25, 0.5, 0.125);
        insight.classLabels = List.of("anger", "calm");
        insight.windows.forEach(window -> {
            window.moods = List.of();
            window.smoothed = List.of(0.25, 0.5, 0.25);
        });
        JudgedWindow judged = insight.windows.get(0);
        judged.moods = List.of(0.5, 0.375, 0.125);
        CallInsight written = overKafka(CallInsight.class, CallContract.write(insight));
        WindowFacts read = MoodReading.read("customer", written.getWindows().get(0), "emotion 1");
        assertThat(read.number + " " + read.begin + " " + read.end)
                .isEqualTo(judged.number + " " + judged.begin + " " + judged.end);
        assertThat(read.role + " " + read.voice + " " + read.speakerId)
                .isEqualTo(judged.role + " " + judged.voice + " " + judged.speakerId);
        assertThat(read.classes).isEqualTo(Map.of("anger", judged.classes.get(0), "calm", judged.classes.get(1)));
        assertThat(read.moods).containsExactly(0.5, 0.375, 0.125);
        assertThat(read.smoothed).containsExactly(0.25, 0.5, 0.25);
        assertThat(read.loudnessDeltaDb).isEqualTo(judged.loudnessDeltaDb);
        assertThat(read.failure).isEqualTo(judged.failure);
        assertThat(MoodReading.read("customer", written.getWindows().get(1), null).moods)
                .isEmpty();
    }

    static Stream<AlertFacts> alerts() {
        return Stream.of(Filled.entirely(AlertFacts.class), Filled.barely(AlertFacts.class));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_crosses_unchanged_to_the_millisecond(AlertFacts alert) throws Exception {
        alert.beginSample -= alert.beginSample % 8;
        alert.decidedSample -= alert.decidedSample % 8;
        alert.endSample = alert.endSample == null ? null : Long.valueOf(alert.endSample - alert.endSample % 8);
        FrustrationEvent read = overKafka(FrustrationEvent.class, MoodContract.write(about(alert)));
        assertThat(MoodReading.read(read)).usingRecursiveComparison().isEqualTo(alert);
        assertThat(MediaContract.micros(read.getCallStart())).isEqualTo(ID.startMicros);
        assertThat(read.getBeginTime()).isEqualTo(new CallTimes(ID).at(alert.beginSample));
    }

    /** A symbol that only a newer release knows is read as UNKNOWN, and refused. */
    @Test
    void phases_and_severities_of_the_contract_are_those_of_the_pure_module_and_the_unknown() {
        assertThat(names(io.undertone.schema.AlertPhase.values()))
                .containsAll(names(AlertPhase.values()))
                .hasSize(4);
        assertThat(names(io.undertone.schema.Severity.values()))
                .containsAll(names(Severity.values()))
                .hasSize(4);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Alert about(AlertFacts facts) {
        var alert = new Alert();
        alert.id = ID;
        alert.facts = facts;
        return alert;
    }

    private static <T extends SpecificRecord> T overKafka(Class<T> type, T written) throws Exception {
        return new AvroCodec().decode(AvroCodec.encode(written), type);
    }
}
