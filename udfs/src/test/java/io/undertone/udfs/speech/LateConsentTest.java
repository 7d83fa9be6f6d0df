package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audio is kept from the consent on, and nothing from before it, though the utterance began earlier. */
class LateConsentTest {
    private static final String LEG = "customer";
    /** Frames of 32 ms in 3.2 s: more than a piece of 3 s. */
    private static final int LONG = 100;
    /** Frames that close an utterance. */
    private static final int PAUSE = 20;

    private final SpeechSettings speech = SpeechSettings.defaults();
    private final UtteranceAssembly assembly =
            new UtteranceAssembly(speech, UtteranceSettings.defaults(), "file:///audio");
    private final AssemblyCallState call = new AssemblyCallState();
    private final VadGate gate = new VadGate(speech);
    private final VadState vad = new VadState();
    private final List<PieceFacts> pieces = new ArrayList<>();
    private final List<UtteranceFacts> utterances = new ArrayList<>();
    private long position;

    @Test
    void with_consent_from_the_start_the_pieces_hold_the_whole_utterance() {
        hear(LONG, 0.9f, true);
        hear(PAUSE, 0.05f, true);
        assertThat(pieces.get(0).begin).isEqualTo(utterance().begin);
        assertThat(pieces.get(pieces.size() - 1).end).isEqualTo(utterance().end);
    }

    @Test
    void a_consent_in_mid_utterance_keeps_only_pieces_that_begin_after_it() {
        hear(LONG, 0.9f, false);
        long consented = position;
        hear(2 * LONG, 0.9f, true);
        hear(PAUSE, 0.05f, true);

        assertThat(utterance().begin).isZero();
        assertThat(pieces)
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.begin).isGreaterThanOrEqualTo(consented));
        assertThat(utterance().pieces).usingRecursiveComparison().isEqualTo(pieces);
    }

    @Test
    void a_piece_that_would_reach_back_to_before_the_consent_is_not_kept_at_all() {
        hear(LONG / 2, 0.9f, false);
        hear(LONG / 4, 0.9f, true);
        hear(PAUSE, 0.05f, true);
        assertThat(pieces).isEmpty();
        assertThat(utterance().pieces).isEmpty();
    }

    @Test
    void the_padding_of_an_onset_is_of_before_the_consent_too() {
        hear(PAUSE, 0.05f, false);
        hear(LONG / 2, 0.9f, true);
        hear(PAUSE, 0.05f, true);
        assertThat(utterance().begin).isLessThan(PAUSE * 256L);
        assertThat(pieces).isEmpty();
    }

    @Test
    void a_consent_that_was_withdrawn_and_given_again_counts_from_the_second_time() {
        hear(LONG / 4, 0.9f, true);
        hear(1, 0.9f, false);
        long again = position;
        hear(2 * LONG, 0.9f, true);
        hear(PAUSE, 0.05f, true);
        assertThat(pieces)
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.begin).isGreaterThanOrEqualTo(again));
    }

    @Test
    void the_next_utterance_is_kept_whole() {
        hear(LONG / 2, 0.9f, false);
        hear(PAUSE, 0.05f, true);
        assertThat(pieces).isEmpty();
        utterances.clear();
        hear(LONG / 2, 0.9f, true);
        hear(PAUSE, 0.05f, true);
        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.begin).isEqualTo(utterance().begin);
            assertThat(piece.end).isEqualTo(utterance().end);
        });
    }

    private UtteranceFacts utterance() {
        assertThat(utterances).hasSize(1);
        return utterances.get(0);
    }

    private void hear(int count, float probability, boolean recording) {
        for (int i = 0; i < count; i++) {
            VadGate.Edge[] edges = {gate.advance(vad, probability)};
            byte[] unsettled = {(byte) gate.unsettledFrames(vad)};
            float[] probabilities = {probability};
            short[] samples = new short[VadFrame.SAMPLES];
            Arrays.fill(samples, (short) (probability > 0.5f ? 1_000 : 0));
            var frames = new SpeechFrames(LEG, position, samples, probabilities, edges, unsettled, new short[1], false);
            assembly.hear(new CallId("acme", "c-1", 0, 0), call, frames, new double[] {1}, recording, new Kept());
            position += VadFrame.SAMPLES;
        }
    }

    private final class Kept implements UtteranceAssembly.Output {
        @Override
        public void piece(PieceFacts piece, byte[] muLaw) {
            assertThat((long) muLaw.length).isEqualTo(piece.end - piece.begin);
            pieces.add(piece);
        }

        @Override
        public void utterance(UtteranceFacts utterance) {
            utterances.add(utterance);
        }

        @Override
        public void erase(Erasure erasure) {
            throw new AssertionError("nobody withdrew anything: " + erasure.directory);
        }
    }
}
