package io.undertone.job.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.PartMeaning;
import io.undertone.udfs.meaning.lexical.LexicalAnalyst;
import io.undertone.udfs.meaning.lexical.Lexicons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a real call means by its reference words. Its topics are made up here, the sentence and the lines are the call's. */
class RealCallMeaningTest {
    private static final Path ROOT = Path.of(System.getProperty("undertone.root"));
    private static final Path REFERENCE = ROOT.resolveSibling("shared/audio/calls/callytics_01_mono.srt");
    private static final List<String> OTHERS =
            List.of("Billing dispute", "Car repair appointment", "Flight booking", "Lost credit card");

    @Test
    void the_topic_that_fits_is_found_among_others() throws IOException {
        assertThat(meaning(List.of(
                                "Billing dispute",
                                "Car repair appointment",
                                "Email notification problem",
                                "Flight booking"))
                        .topic)
                .isEqualTo("Email notification problem");
        assertThat(meaning(OTHERS).topic).isNull();
    }

    @Test
    void a_sentence_of_the_call_sums_it_up() throws IOException {
        PartMeaning meaning = meaning(List.of());

        assertThat(meaning.summary).containsAnyOf("notification", "emails", "alerts");
        assertThat(Files.readString(REFERENCE).replaceAll("\\s+", " ")).contains(meaning.summary);
    }

    @Test
    void nobody_quarrels_or_swears_and_the_thanks_are_positive() throws IOException {
        PartMeaning meaning = meaning(List.of());

        assertThat(meaning.conflict).isFalse();
        assertThat(meaning.lines).allMatch(line -> Boolean.FALSE.equals(line.profane));
        assertThat(meaning.lines.get(1).sentiment).isEqualTo("NEGATIVE");
        assertThat(meaning.lines.get(5).sentiment).isEqualTo("POSITIVE");
    }

    private static PartMeaning meaning(List<String> topics) throws IOException {
        try (MiniLm model = MiniLm.open()) {
            var analyst = new LexicalAnalyst(Lexicons.load(ROOT.resolve("models/.cache")), model);
            return analyst.analyse(reference(), topics).toCompletableFuture().join();
        }
    }

    private static AnalysisPart reference() throws IOException {
        assertThat(REFERENCE).as("the recordings beside the project").isRegularFile();
        var part = new AnalysisPart();
        part.number = 1;
        part.language = "en";
        for (String block : Files.readString(REFERENCE).strip().split("\\R\\R", -1)) {
            List<String> rows = block.lines().toList();
            String words = String.join(" ", rows.subList(2, rows.size()));
            var line = new DialogueLine();
            line.number = part.lines.size() + 1;
            line.role = words.startsWith("[CSR]") ? Role.AGENT : Role.CUSTOMER;
            line.text = words.substring(words.indexOf(']') + 2);
            part.lines.add(line);
        }
        return part;
    }
}
