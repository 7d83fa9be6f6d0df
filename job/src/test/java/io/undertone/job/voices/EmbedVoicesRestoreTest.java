package io.undertone.job.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.job.inference.AskModel;
import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.inference.ModelBatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enrolments that a model is being asked about when the leg is stopped are asked about anew, wherever they land. */
@Timeout(120)
final class EmbedVoicesRestoreTest {
    private static final int MAX_PARALLELISM = 720;
    private static final int SPEAKERS = 6;

    @AfterEach
    void nothing_stays_open() {
        assertThat(ModelBatcher.open()).as("batchers").isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void enrolments_in_flight_reach_their_speakers_after_a_rescale(int before, int after) throws Exception {
        OperatorSubtaskState inFlight = askedAndStopped(before);
        List<VoiceRecord> embedded = answered(inFlight, before, after);

        assertThat(embedded)
                .extracting(record -> record.speakerId)
                .containsExactlyInAnyOrder("s-0", "s-1", "s-2", "s-3", "s-4", "s-5");
        try (var voices = CallHarness.ofFunction(() -> new VoiceKeeper(new VoiceMemory(1, 1)), after)) {
            voices.takeAll(embedded);
            assertThat(voices.drain()).hasSize(SPEAKERS).allSatisfy(kept -> {
                float[] embedding = Objects.requireNonNull(kept.voiceprint()).embedding;
                assertThat(embedding).hasSize(256);
                double squares = 0;
                for (float component : embedding) {
                    squares += component * component;
                }
                assertThat(squares).isCloseTo(1, within(0.001));
            });
        }
    }

    private static OperatorSubtaskState askedAndStopped(int parallelism) throws Exception {
        List<OneInputStreamOperatorTestHarness<VoiceRecord, VoiceRecord>> stages = new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            stages.add(stage(parallelism, i));
            stages.get(i).open();
        }
        for (int i = 0; i < SPEAKERS; i++) {
            stages.get(i % parallelism).processElement(new StreamRecord<>(heard("s-" + i)));
        }
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (var stage : stages) {
            assertThat(stage.getOutput()).as("nothing is answered yet").isEmpty();
            states.add(stage.snapshot(1, 1));
        }
        for (var stage : stages) {
            stage.close();
        }
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
    }

    private static List<VoiceRecord> answered(OperatorSubtaskState inFlight, int before, int after) throws Exception {
        List<VoiceRecord> embedded = new ArrayList<>();
        for (int i = 0; i < after; i++) {
            var stage = stage(after, i);
            stage.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    inFlight, MAX_PARALLELISM, before, after, i));
            stage.open();
            while (stage.getOutput().size() < SPEAKERS / after) {
                stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
            }
            embedded.addAll(stage.extractOutputValues());
            stage.close();
        }
        return embedded;
    }

    private static OneInputStreamOperatorTestHarness<VoiceRecord, VoiceRecord> stage(int parallelism, int index)
            throws Exception {
        ModelStage model = AgentVoice.settings((tenant, given) -> true).model();
        var factory = new AsyncWaitOperatorFactory<>(
                new AskModel<>(model, new EnrolmentQuestion()),
                2L * model.timeoutMillis(),
                model.capacity(),
                OutputMode.UNORDERED);
        var stage = new OneInputStreamOperatorTestHarness<VoiceRecord, VoiceRecord>(
                factory, MAX_PARALLELISM, parallelism, index);
        stage.getStreamConfig().setupNetworkInputs(Written.serializer(VoiceRecord.class));
        stage.getStreamConfig().serializeAllConfigs();
        stage.getExecutionConfig().enableObjectReuse();
        stage.setup(Written.serializer(VoiceRecord.class));
        return stage;
    }

    private static VoiceRecord heard(String speaker) throws Exception {
        short[] speech = Arrays.copyOfRange(AgentVoice.samples(), 50_000, 80_000);
        var enrolment = new Enrolment();
        enrolment.enrollmentId = "e-1";
        enrolment.atMillis = CallHarness.START_MILLIS;
        enrolment.muLaw = new byte[speech.length];
        Encoding.PCMU.encode(speech, 0, speech.length, enrolment.muLaw, 0);
        VoiceRecord record = new Speaker(speaker).enrolment("e-1", CallHarness.START_MILLIS);
        record.enrolment = enrolment;
        return record;
    }
}
