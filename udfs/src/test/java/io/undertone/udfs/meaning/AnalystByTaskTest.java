package io.undertone.udfs.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnalystByTaskTest {
    private final AnalysisPart part = Lines.parts(10).get(0);
    private final PartMeaning model = Lines.answer(1);
    private final PartMeaning lexicon = Lines.answer(1);

    @Test
    void each_analyst_answers_what_it_is_there_for() {
        model.lines = List.of(Lines.meant(1, "NEGATIVE"));
        model.lines.get(0).profane = false;
        model.topic = "by the model";
        model.summary = "The model's.";
        model.promptTokens = 7;
        model.millis = 40;
        model.analyst = "model";
        lexicon.lines = List.of(Lines.meant(1, "POSITIVE"));
        lexicon.lines.get(0).profane = true;
        lexicon.topic = "by the lexicon";
        lexicon.summary = "The lexicon's.";
        lexicon.millis = 3;
        lexicon.analyst = "lexical 1";

        PartMeaning both = asked(MeaningTask.PROFANITY, MeaningTask.TOPIC);
        assertThat(both.lines).singleElement().satisfies(line -> {
            assertThat(line.sentiment).isEqualTo("NEGATIVE");
            assertThat(line.profane).isTrue();
        });
        assertThat(both.topic).isEqualTo("by the lexicon");
        assertThat(both.summary).isEqualTo("The model's.");
        assertThat(both.status).isEqualTo("COMPLETE");
        assertThat(both.analyst).isEqualTo("model + lexical 1");
        assertThat(both.promptTokens).isEqualTo(7);
        assertThat(both.millis).isEqualTo(40);
    }

    @Test
    void what_the_one_cannot_answer_is_a_gap_and_the_other_stands() {
        PartMeaning failed = PartMeaning.failed(part, EnumSet.allOf(MeaningTask.class), "UNREACHABLE");
        lexicon.topic = "Billing";
        PartMeaning both = CombinedMeaning.of(failed, lexicon, EnumSet.of(MeaningTask.TOPIC));

        assertThat(both.status).isEqualTo("PARTIAL");
        assertThat(both.failure).isEqualTo("UNREACHABLE");
        assertThat(both.topic).isEqualTo("Billing");
        assertThat(both.gaps).contains("sentiment", "summary").doesNotContain("topic");
    }

    @Test
    void gaps_of_tasks_that_the_other_answers_are_none() {
        model.gaps = List.of("sentiment:17", "topic");
        model.status = "PARTIAL";
        lexicon.gaps = List.of("profanity:2");
        lexicon.status = "PARTIAL";
        PartMeaning both = asked(MeaningTask.SENTIMENT, MeaningTask.TOPIC);

        assertThat(both.gaps).isEmpty();
        assertThat(both.status).isEqualTo("COMPLETE");
    }

    @Test
    void what_an_analyst_does_not_offer_is_missing_only_of_its_own_tasks_and_makes_nothing_partial() {
        model.notOffered = List.of("issue:NO_ANALYST");
        lexicon.status = "LANGUAGE";
        lexicon.notOffered = List.of("sentiment:LANGUAGE", "topic:LANGUAGE", "issue:NO_ANALYST");
        PartMeaning both = asked(MeaningTask.SENTIMENT);

        assertThat(both.notOffered).containsExactly("sentiment:LANGUAGE", "issue:NO_ANALYST");
        assertThat(both.gaps).isEmpty();
        assertThat(both.status).isEqualTo("COMPLETE");
    }

    @Test
    void when_neither_answers_it_failed() {
        model.status = "FAILED";
        lexicon.status = "LANGUAGE";
        assertThat(asked(MeaningTask.TOPIC).status).isEqualTo("FAILED");
        model.status = "LANGUAGE";
        assertThat(asked(MeaningTask.TOPIC).status).isEqualTo("LANGUAGE");
    }

    @Test
    void an_analyst_without_a_task_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> asked());
        assertThatIllegalArgumentException().isThrownBy(() -> asked(MeaningTask.values()));
    }

    private PartMeaning asked(MeaningTask... ofTheLexicon) {
        var both = new AnalystByTask(
                (part, topics) -> CompletableFuture.completedFuture(model),
                (part, topics) -> CompletableFuture.completedFuture(lexicon),
                Set.of(ofTheLexicon));
        return both.analyse(part, List.of()).toCompletableFuture().join();
    }
}
