package io.undertone.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Aside;
import io.undertone.job.words.TranscribedPack;
import io.undertone.udfs.redaction.RedactionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report that waits for words when its call is put aside goes with the next answer; the others come. */
final class QuarantinedReportTest {
    private static final ReportSettings SETTINGS =
            new ReportSettings(true, RedactionSettings.DEFAULT, Map.of(), 10_000);

    private final Aside aside = new Aside();
    private final SaidCall bad =
            new SaidCall("c-1").line("AGENT", "Good morning.").line("CUSTOMER", "My brakes squeal.");
    private final SaidCall good = new SaidCall("c-2").line("AGENT", "Good morning.");

    @Test
    void nothing_is_left_of_it_over_a_rescale() throws Exception {
        List<TranscribedPack> answers = bad.packs();
        var before = new GathererHarness<TranscribedPack>(() -> new WordsGatherer(SETTINGS).heeding(aside), 2);
        before.report(bad.report());
        before.answer(answers.get(0));
        before.report(good.report());
        aside.hold("acme|c-1");
        try (var gatherer = before.rescaled(3)) {
            for (TranscribedPack answer : answers.subList(1, answers.size())) {
                gatherer.answer(answer);
            }
            for (TranscribedPack answer : good.packs()) {
                gatherer.answer(answer);
            }
            assertThat(gatherer.drain())
                    .extracting(CallReport::key)
                    .hasSize(1)
                    .allMatch(key -> key.startsWith("acme|c-2"));
            gatherer.report(bad.report());
            gatherer.assertNothingIsLeft();
        }
    }
}
