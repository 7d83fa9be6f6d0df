package io.undertone.udfs.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalAnalystTest {
    private final List<String> embedded = new ArrayList<>();

    /** Places a sentence by the words that it shares with three subjects. */
    private final Embedder bySubject = sentence -> {
        embedded.add(sentence);
        List<String> words = SpokenWords.of(sentence);
        float[] place = new float[] {0.01f, 0.01f, 0.01f};
        place[0] += count(words, List.of("bill", "invoice", "charged"));
        place[1] += count(words, List.of("email", "emails", "notification"));
        place[2] += count(words, List.of("car", "brakes"));
        return place;
    };

    private final LexicalAnalyst analyst = new LexicalAnalyst(Fetched.LEXICONS, bySubject);

    @Test
    void it_answers_what_it_is_there_for_and_names_what_it_cannot() {
        PartMeaning meaning = meaning(
                Lines.part(
                        "en",
                        "Thank you for calling, how may I assist you?",
                        "I hate that my notification emails are always late, damn it.",
                        "I have adjusted the email notification settings."),
                List.of("Billing: invoice", "Email notification"));

        assertThat(meaning.lines).extracting(line -> line.line).containsExactly(1, 2, 3);
        assertThat(meaning.lines).extracting(line -> line.sentiment).containsExactly("POSITIVE", "NEGATIVE", "NEUTRAL");
        assertThat(meaning.lines).extracting(line -> line.profane).containsExactly(false, true, false);
        assertThat(meaning.conflict).isFalse();
        assertThat(meaning.topic).isEqualTo("Email notification");
        assertThat(meaning.summary).isEqualTo("I hate that my notification emails are always late, damn it.");
        assertThat(meaning.gaps).isEmpty();
        assertThat(meaning.notOffered).containsExactly("issue:NO_ANALYST", "outcome:NO_ANALYST", "actions:NO_ANALYST");
        assertThat(meaning.status).isEqualTo("COMPLETE");
        assertThat(meaning.analyst).isEqualTo("lexical 1");
        assertThat(meaning.actions).isNull();
    }

    @Test
    void a_call_that_no_known_topic_fits_has_none() {
        PartMeaning meaning = meaning(
                Lines.part("en", "My brakes squeak and the car pulls to the left."), List.of("Billing: invoice"));

        assertThat(meaning.topic).isNull();
        assertThat(meaning.gaps).isEmpty();
        assertThat(meaning.notOffered).noneMatch(MeaningTask.TOPIC::isNamedBy);
    }

    @Test
    void a_topic_is_embedded_once() {
        AnalysisPart part = Lines.part("en", "The invoice is wrong again this month.");

        meaning(part, List.of("invoice"));
        meaning(part, List.of("invoice"));

        assertThat(embedded).containsOnlyOnce("invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-DE", "german", "enm", ""})
    void other_languages_get_nothing_and_say_so(String language) {
        PartMeaning meaning = meaning(Lines.part(language, "I hate this, damn it."), List.of("invoice"));

        assertThat(meaning.status).isEqualTo("LANGUAGE");
        assertThat(meaning.lines).isEmpty();
        assertThat(meaning.conflict).isNull();
        assertThat(meaning.summary).isNull();
        assertThat(meaning.topic).isNull();
        assertThat(meaning.gaps).as("asking again would not help").isEmpty();
        assertThat(meaning.notOffered)
                .startsWith("sentiment:LANGUAGE", "profanity:LANGUAGE", "conflict:LANGUAGE", "summary:LANGUAGE")
                .contains("topic:LANGUAGE", "issue:NO_ANALYST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "en_US", "EN", "english"})
    void english_has_many_names(String language) {
        assertThat(meaning(Lines.part(language, "I hate this."), List.of()).lines)
                .hasSize(1);
    }

    @Test
    void roles_are_missing_only_where_somebodys_is_unknown() {
        AnalysisPart part = Lines.part("en", "Hello there.");
        part.lines.get(0).role = Role.UNKNOWN;

        assertThat(meaning(part, List.of()).notOffered).contains("roles:NO_ANALYST");
    }

    @Test
    void a_part_without_words_has_no_summary() {
        PartMeaning meaning = meaning(Lines.part("en", "", "Yes."), List.of("invoice"));

        assertThat(meaning.summary).isNull();
        assertThat(meaning.topic).isNull();
        assertThat(meaning.conflict).isFalse();
    }

    @Test
    void however_long_a_part_its_embedded_sentences_are_few() {
        String[] texts = new String[2_000];
        Arrays.setAll(texts, number -> "Sentence number " + number + " has a couple of words.");

        meaning(Lines.part("en", texts), List.of());

        assertThat(embedded).hasSize(48);
    }

    private PartMeaning meaning(AnalysisPart part, List<String> topics) {
        return analyst.analyse(part, topics).toCompletableFuture().join();
    }

    private static int count(List<String> words, List<String> subject) {
        return (int) words.stream().filter(subject::contains).count();
    }
}
