package io.undertone.job.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.meaning.llm.LanguageModel;
import io.undertone.job.meaning.llm.LanguageModelSettings;
import io.undertone.job.meaning.llm.ModelEndpoint;
import io.undertone.job.runtime.Written;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.HangingServer;
import io.undertone.job.services.Patience;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The asynchronous stage as a job runs it: Flink's own operator and its serializers. */
@Timeout(60)
final class AskAnalystTest {
    private static final String SAID = "what was said is nobody's business";
    private static final int THREADS = 2;
    private static final int PARTS = 5 * THREADS;
    private static final AnalysisStage STAGE = new AnalysisStage(THREADS, PARTS, 30_000);

    private final ToldBook book = new ToldBook();
    private final ToldAnalyst analyst = new ToldAnalyst();
    private OneInputStreamOperatorTestHarness<AnalysisPart, AnsweredPart> stage;

    @BeforeEach
    void build() throws Exception {
        stage = stage(STAGE);
    }

    @AfterEach
    void close() throws Exception {
        analyst.open.countDown();
        stage.close();
    }

    @Test
    void a_part_is_answered_and_its_topic_goes_by_the_tenants_name_for_it() throws Exception {
        open(STAGE);
        ask(7);
        assertThat(answers(1)).singleElement().satisfies(answer -> {
            assertThat(answer.part).isEqualTo(7);
            assertThat(answer.topic).isEqualTo("ACME: TOPIC 7 OF [KNOWN]");
        });
    }

    @Test
    void more_parts_than_may_be_asked_about_at_once_are_all_answered() throws Exception {
        open(STAGE);
        askAll();
        assertThat(answers(PARTS)).extracting(answer -> answer.part).doesNotHaveDuplicates();
    }

    @Test
    void asking_never_waits_for_the_analyst() throws Exception {
        analyst.holds = true;
        open(STAGE);
        askAll(); // would not return
        assertThat(stage.extractOutputValues()).isEmpty();
        analyst.open.countDown();
        answers(PARTS);
    }

    @Test
    void a_checkpoint_waits_for_no_language_model_and_a_restart_asks_about_everything_again() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var hanging = new HangingServer()) {
            stage = stage(STAGE, languageModel(hanging.url()));
            stage.open();
            askAll();
            hanging.await(THREADS);
            checkpoint = stage.snapshot(1, 1);
            assertThat(stage.getOutput()).isEmpty();
            assertThat(hanging.others()).as("more at once than there may be").isZero();
            stage.close();
        }

        stage = stage(STAGE);
        stage.initializeState(checkpoint);
        stage.open();
        assertThat(answers(PARTS))
                .extracting(answer -> answer.part)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, PARTS).boxed().toList());
    }

    @Test
    void an_analyst_that_does_not_answer_in_time_is_a_failure_with_every_gap_named() throws Exception {
        analyst.silent = true;
        open(new AnalysisStage(THREADS, PARTS, 50));
        ask(1);
        assertThat(answers(1)).singleElement().satisfies(answer -> {
            assertThat(answer.status).isEqualTo("FAILED");
            assertThat(answer.failure).isEqualTo("TIMEOUT");
            assertThat(answer.gaps).contains("sentiment", "topic", "summary").doesNotContain("roles");
        });
    }

    @Test
    void an_analyst_that_hangs_loses_its_thread_and_no_part() throws Exception {
        analyst.holds = true;
        open(new AnalysisStage(THREADS, PARTS, 100, 100));
        askAll();
        assertThat(answers(PARTS))
                .allSatisfy(answer -> assertThat(answer.failure).isEqualTo("TIMEOUT"));

        analyst.holds = false;
        ask(PARTS + 1);
        assertThat(answers(PARTS + 1).get(PARTS).status).isEqualTo("COMPLETE");
    }

    @Test
    void without_topics_a_part_is_answered_all_the_same() throws Exception {
        book.away = true;
        open(STAGE);
        ask(7);
        assertThat(answers(1)).singleElement().satisfies(answer -> {
            assertThat(answer.status).isEqualTo("COMPLETE");
            assertThat(answer.topic).isEqualTo("topic 7 of []");
        });
    }

    @Test
    void a_bug_of_an_analyst_fails_the_job_names_the_record_and_tells_no_secrets() throws Exception {
        analyst.broken = true;
        open(STAGE);
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        ask(3);
        stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        assertThat(stage.getEnvironment().getActualExternalFailureCause())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasStackTraceContaining(
                                "analyse failed on call acme|c-1 at ended-calls, partition 3, offset 17")
                        .hasStackTraceContaining("part 3 of 10")
                        .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain(SAID)));
    }

    @Test
    void parts_under_way_are_asked_about_again_after_a_restart() throws Exception {
        analyst.holds = true;
        open(STAGE);
        ask(1);
        ask(2);
        OperatorSubtaskState snapshot = stage.snapshot(1, 1);
        stage.close();

        analyst.holds = false;
        stage = stage(STAGE);
        stage.initializeState(snapshot);
        stage.open();
        assertThat(answers(2)).extracting(answer -> answer.part).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void stopping_with_parts_under_way_is_no_failure_and_leaves_nothing_behind() throws Exception {
        analyst.holds = true;
        open(STAGE);
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        ask(1);
        analyst.asked.await();
        stage.close();

        assertThat(stage.getEnvironment().getActualExternalFailureCause()).isEmpty();
        assertThat(analyst.closed).isTrue();
        assertThat(book.closed).isTrue();
        analyst.interrupted.await();
    }

    private void open(AnalysisStage settings) throws Exception {
        stage = stage(settings);
        stage.open();
    }

    private OneInputStreamOperatorTestHarness<AnalysisPart, AnsweredPart> stage(AnalysisStage settings)
            throws Exception {
        return stage(settings, metrics -> analyst);
    }

    private OneInputStreamOperatorTestHarness<AnalysisPart, AnsweredPart> stage(
            AnalysisStage settings, AnalystFactory analysts) throws Exception {
        var factory = new AsyncWaitOperatorFactory<>(
                new AskAnalyst(settings, analysts, () -> book),
                0,
                settings.threads() + settings.queue(),
                OutputMode.UNORDERED);
        var opened = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(AnalysisPart.class));
        opened.getExecutionConfig().enableObjectReuse();
        opened.setup(Written.serializer(AnsweredPart.class));
        return opened;
    }

    private static LanguageModel languageModel(String url) {
        return new LanguageModel(new LanguageModelSettings(
                new ModelEndpoint("test", url, "model-1", null, Map.of(), Map.of()),
                EnumSet.allOf(MeaningTask.class),
                new Patience(30_000, 30_000, 1, 1, 1),
                new BreakerSettings(1_000, 60_000),
                1_000,
                LanguageModelSettings.PROMPT));
    }

    private void askAll() throws Exception {
        for (int number = 1; number <= PARTS; number++) {
            ask(number);
        }
    }

    private void ask(int number) throws Exception {
        var part = new AnalysisPart();
        part.key = "acme|c-1";
        part.number = number;
        part.parts = PARTS;
        part.tenantId = "acme";
        part.origin = new RecordOrigin("ended-calls", 3, 17, 0, 900);
        var line = new DialogueLine();
        line.role = Role.AGENT;
        line.text = SAID;
        part.lines.add(line);
        stage.processElement(new StreamRecord<>(part));
    }

    /** Does what comes of answers until there are so many. */
    private List<PartMeaning> answers(int count) throws Exception {
        while (stage.getOutput().size() < count) {
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        }
        List<PartMeaning> answers = stage.extractOutputValues().stream()
                .map(answer -> answer.meaning)
                .toList();
        assertThat(answers).hasSize(count);
        return answers;
    }
}
