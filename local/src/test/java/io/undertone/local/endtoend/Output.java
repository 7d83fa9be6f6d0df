package io.undertone.local.endtoend;

import io.undertone.local.endtoend.ConsentedCall.Kind;
import io.undertone.local.endtoend.ConsentedCall.Standing;
import io.undertone.schema.AudioPiece;
import io.undertone.schema.EndedLeg;
import java.util.function.Predicate;

/** What comes of a call that takes a consent, and how it shows. */
enum Output {
    PIECES(Kind.RECORDING, told -> !told.files().isEmpty()),
    REFERENCES_OF_UTTERANCES_TOLD(
            Kind.RECORDING,
            true,
            told -> told.topics().utterances().stream()
                    .flatMap(utterance -> utterance.getAudio().stream())
                    .map(AudioPiece::getUri)
                    .findAny()
                    .isPresent()),
    REFERENCES_OF_ALERTS_TOLD(
            Kind.RECORDING,
            true,
            told -> told.topics().alerts().stream()
                    .anyMatch(alert -> !alert.getAudio().isEmpty())),
    REFERENCES_IN_ROWS(
            Kind.RECORDING,
            told -> told.rows().utterances().stream()
                    .anyMatch(row -> !row.texts("audio_uris").isEmpty())),
    WORDS_IN_ROWS(
            Kind.RECORDING,
            told -> told.rows().utterances().stream()
                    .anyMatch(row -> FixedTranscriber.WORD.equals(row.columns().get("text")))),
    WINDOWS_TOLD(
            Kind.EMOTION,
            true,
            told -> told.topics().insights().stream()
                    .anyMatch(second -> !second.getWindows().isEmpty())),
    ALERTS_TOLD(Kind.EMOTION, true, told -> !told.topics().alerts().isEmpty()),
    MOODS_OF_THE_ENDED_CALL(
            Kind.EMOTION,
            told -> told.topics().end().getLegs().stream()
                    .anyMatch(leg -> !leg.getMoods().isEmpty())),
    MOODS_IN_THE_ROW_OF_THE_CALL(
            Kind.EMOTION, told -> told.rows().call().columns().get("mood_windows") != null),
    MOODS_IN_ROWS_OF_UTTERANCES(
            Kind.EMOTION,
            told -> told.rows().utterances().stream()
                    .anyMatch(row -> row.columns().get("mood") != null)),
    ROWS_OF_WINDOWS(Kind.EMOTION, told -> !told.windowRows().isEmpty()),
    QUESTIONS_ABOUT_VOICEPRINTS(
            Kind.BIOMETRICS, true, told -> !told.topics().requests().isEmpty()),
    VOICES_TOLD(
            Kind.BIOMETRICS, true, told -> told.topics().insights().stream().anyMatch(second -> second.getVoice() > 0)),
    VOICES_OF_THE_ENDED_CALL(
            Kind.BIOMETRICS,
            told -> told.topics().end().getLegs().stream()
                    .map(EndedLeg::getVoices)
                    .anyMatch(voices -> !voices.isEmpty())),
    VOICES_IN_ROWS(
            Kind.BIOMETRICS,
            told -> told.rows().utterances().stream()
                    .anyMatch(row -> row.columns().get("voice") != null));

    final Kind needs;
    /** Whether a withdrawal leaves what was told before: topics forget by retention. */
    final boolean outlives;

    @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
    private final Predicate<Told> shows;

    Output(Kind needs, Predicate<Told> shows) {
        this(needs, false, shows);
    }

    Output(Kind needs, boolean outlives, Predicate<Told> shows) {
        this.needs = needs;
        this.outlives = outlives;
        this.shows = shows;
    }

    /** Whether it may be there, and, since what is tested would else never be seen, must be. */
    boolean isDue(ConsentedCall call) {
        return allows(call) && (this != REFERENCES_OF_ALERTS_TOLD || ALERTS_TOLD.allows(call));
    }

    private boolean allows(ConsentedCall call) {
        Standing standing = call.kind() == needs ? call.standing() : Standing.GIVEN;
        return standing.allows() || (standing == Standing.WITHDRAWN && outlives);
    }

    boolean shows(Told told) {
        return shows.test(told);
    }
}
