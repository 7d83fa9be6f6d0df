package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealCallTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("undertone.root")).resolveSibling("shared/audio/calls/callytics_01_mono.srt");

    private final Redactor redactor = new Redactor(RedactionSettings.DEFAULT);

    @Test
    void a_real_call_loses_its_address_and_user_name_and_nothing_else() throws IOException {
        List<SpokenLine> lines = reference();

        List<String> kept =
                redactor.redact(lines).stream().map(line -> line.text).toList();

        assertThat(kept.get(3)).isEqualTo("Of course. My username is [USERNAME], and the associated email is [EMAIL].");
        for (int line = 0; line < lines.size(); line++) {
            if (line != 3) {
                assertThat(kept.get(line)).isEqualTo(lines.get(line).text());
            }
        }
    }

    /** The first six are what Whisper base heard in it, cut in several ways and with beams of 1 and 5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Of course my username is user101 and the associated email is www.buniamin.com",
                "of course, my username is user101 and // and the associated email is www.bunyam.com",
                "Of course, my username is user101 and // 1 and the associated email is www.bunyamin.com.",
                "Of course my username is user 101 and the associate email is www.buniamin.com.",
                "Of course, my username is user101, and the associated email is www.buniaminatgmail.com. Okay, thank"
                        + " you.",
                "Of course, my username is user101 and the associated email is www.buniamine.com.",
                "Of course, my username is user 101 and the associated email is bunyamin at gmail.com.",
                "Of course, my user name is User101 and the associated email is bunyamin@gmail.com",
                "Of course. My username is user one zero one and the associated e-mail is Bunyamin at gmail dot com.",
                "Of course, my username is user 101. And the associated email is Bunyamin, at Gmail.com.",
                "Of course my username is user-101 and the associated email is bunny amin at g-mail.com.",
                "Of course, my username is user 101 and the associated email is bunyamingmail.com.",
                "Of course, my username is user 101 and the associated email is Bunyamin add gmail.com.",
            })
    void what_a_recogniser_may_make_of_it_is_redacted_too(String heard) {
        String kept = Talk.redacted(heard);

        assertThat(kept)
                .startsWithIgnoringCase("Of course")
                .contains("[USERNAME]", "[EMAIL]")
                .doesNotContainPattern("(?i)amin|bunya|www|101|one zero|gmail|g-mail");
    }

    /** Blocks of a number, times and "[Role] words", parted by empty lines. */
    private static List<SpokenLine> reference() throws IOException {
        assertThat(REFERENCE).as("the recordings beside the project").isRegularFile();
        var lines = new ArrayList<SpokenLine>();
        for (String block : Files.readString(REFERENCE).strip().split("\\R\\R", -1)) {
            List<String> rows = block.lines().toList();
            String words = String.join(" ", rows.subList(2, rows.size()));
            boolean agent = words.startsWith("[CSR]");
            lines.add(new SpokenLine("mixed", agent ? 1 : 2, words.substring(words.indexOf(']') + 2)));
        }
        return lines;
    }
}
