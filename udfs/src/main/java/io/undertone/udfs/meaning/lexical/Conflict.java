package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.meaning.DialogueLine;
import java.util.List;
import java.util.Set;

/**
 * Tells a quarrel by what comes together in a line: words that hurt, and a voice that is raised, negative or talks into the
 * other's. One sign alone is a bad line, a loud room, a sad story.
 */
final class Conflict {
    private static final Set<String> QUARREL = Set.copyOf(WordList.section("quarrel"));

    /** The raised-voice rule's way down, see the alerts: five decibels over the speaker's usual. */
    private static final double LOUD_DB = 5;

    private static final double BITTER = -0.4;
    private static final int HEATED_LINES = 2;
    private static final int SIGNS_OF_HEAT = 2;

    private final Lexicons lexicons;

    Conflict(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    boolean in(List<DialogueLine> lines) {
        return lines.stream().filter(this::isHeated).limit(HEATED_LINES).count() == HEATED_LINES;
    }

    private boolean isHeated(DialogueLine line) {
        int words = sign(lexicons.sentiment.score(line.text) <= BITTER)
                + sign(lexicons.profanities.in(line.text))
                + sign(SpokenWords.of(line.text).stream().anyMatch(QUARREL::contains));
        int voice = sign(line.loudnessDeltaDb != null && line.loudnessDeltaDb >= LOUD_DB)
                + sign("NEGATIVE".equals(line.mood))
                + sign(line.overlap);
        return words > 0 && words + voice >= SIGNS_OF_HEAT;
    }

    private static int sign(boolean given) {
        return given ? 1 : 0;
    }
}
