package io.undertone.udfs.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.DialogueLine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private static final String BITTER = "This is terrible, you people are awful and I hate it.";

    private final Conflict conflict = new Conflict(Fetched.LEXICONS);

    @Test
    void bitter_words_in_a_raised_voice_twice_are_a_conflict() {
        List<DialogueLine> lines = lines(2, BITTER);
        lines.forEach(line -> line.loudnessDeltaDb = 7.0);

        assertThat(conflict.in(lines)).isTrue();
    }

    @Test
    void bitter_words_that_talk_into_the_other_or_sound_negative_are_one_too() {
        List<DialogueLine> lines = lines(2, BITTER);
        lines.get(0).overlap = true;
        lines.get(1).mood = "NEGATIVE";

        assertThat(conflict.in(lines)).isTrue();
    }

    @Test
    void a_line_that_offends_and_threatens_needs_no_voice() {
        assertThat(conflict.in(lines(2, "This is bullshit, I want your supervisor.")))
                .isTrue();
    }

    @Test
    void one_such_line_is_none() {
        List<DialogueLine> lines = lines(1, BITTER);
        lines.get(0).loudnessDeltaDb = 9.0;

        assertThat(conflict.in(lines)).isFalse();
    }

    @Test
    void bitter_words_alone_are_a_sad_story() {
        assertThat(conflict.in(lines(5, BITTER))).isFalse();
    }

    @Test
    void a_loud_room_without_words_is_none() {
        List<DialogueLine> lines = lines(5, "Could you send the form to my office?");
        lines.forEach(line -> {
            line.loudnessDeltaDb = 9.0;
            line.overlap = true;
            line.mood = "NEGATIVE";
        });

        assertThat(conflict.in(lines)).isFalse();
    }

    private static List<DialogueLine> lines(int count, String text) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Lines.line(number, Role.CUSTOMER, text))
                .toList();
    }
}
