package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerQualityTest {
    private static final List<Voice> TOLD_APART =
            List.of(voice("ann", 0), voice("ann", 10), voice("bob", 80), voice("bob", 90), voice("bob", 85));

    /** Ann's second voice is nearer to Bob's than to her own first. */
    private static final List<Voice> MISTAKEN =
            List.of(voice("ann", 0), voice("ann", 60), voice("bob", 80), voice("bob", 90));

    @Test
    void several_recordings_of_a_speaker_are_compared_with_each_other() {
        assertThat(Comparison.of(List.of("ann", "bob", "ann"))).isSameAs(Comparison.RECORDINGS);
        SpeakerQuality quality = SpeakerQuality.of(Comparison.RECORDINGS, TOLD_APART, MISTAKEN);
        assertThat(quality.eerWhole()).isZero();
        // At cos 20°: 1 of 4 different pairs is accepted, 1 of 2 same pairs refused; at cos 30°: 2 of 4, 1 of 2.
        assertThat(quality.eerThreeSeconds()).isEqualTo(0.5);
        assertThat(quality.eerHalves()).isNull();
    }

    @Test
    void single_recordings_are_compared_by_their_stretches() {
        assertThat(Comparison.of(List.of("ann", "bob"))).isSameAs(Comparison.STRETCHES);
        SpeakerQuality quality = SpeakerQuality.of(Comparison.STRETCHES, MISTAKEN, TOLD_APART);
        assertThat(quality.eerWhole()).isNull();
        assertThat(quality.eerThreeSeconds()).isZero();
        assertThat(quality.eerHalves()).isEqualTo(0.5);
    }

    @Test
    void all_pairs_of_three_seconds_are_counted() {
        SpeakerQuality quality = SpeakerQuality.of(Comparison.RECORDINGS, List.of(), TOLD_APART);
        assertThat(quality.pairs()).isEqualTo(10);
        assertThat(quality.samePairs()).isEqualTo(4);
    }

    @Test
    void what_has_no_pairs_of_one_speaker_has_no_rate() {
        List<Voice> strangers = List.of(voice("ann", 0), voice("bob", 90));
        assertThat(SpeakerQuality.of(Comparison.RECORDINGS, strangers, strangers)
                        .eerWhole())
                .isNull();
    }

    private static Voice voice(String speaker, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Voice(speaker, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }
}
