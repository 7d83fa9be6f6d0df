package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Recall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A secure pause is announced behind its media: of what it hides, nothing stays and nothing goes out any more. */
class RecalledSpeechTest {
    private static final String LEG = "customer";
    private static final int SECOND_FRAMES = 31;
    private static final CallId ID = new CallId("acme", "c-1", 0, 0);

    private final SpeechSettings speech = SpeechSettings.defaults();
    private final UtteranceAssembly assembly =
            new UtteranceAssembly(speech, UtteranceSettings.defaults(), "file:///audio");
    private final AssemblyCallState call = new AssemblyCallState();
    private final VadGate gate = new VadGate(speech);
    private final VadState vad = new VadState();
    private final List<PieceFacts> pieces = new ArrayList<>();
    private final List<byte[]> audio = new ArrayList<>();
    private final List<UtteranceFacts> utterances = new ArrayList<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private long position;

    @Test
    void the_open_utterance_ends_where_the_recall_begins_and_its_last_piece_too() {
        speak(2, 1_000);
        long secret = position;
        speak(1, 9_000);
        recall(secret);

        assertThat(utterances)
                .singleElement()
                .satisfies(one -> assertThat(one.end).isEqualTo(secret));
        assertThat(pieces)
                .singleElement()
                .satisfies(piece -> assertThat(piece.end).isEqualTo(secret));
        assertThat(erasures).isEmpty();
        assertNothingSecretGoesOut();
    }

    @Test
    void pieces_that_were_sent_already_are_erased_from_there_on() {
        speak(4, 1_000);
        long secret = position;
        speak(8, 9_000);
        int sent = pieces.size();
        recall(secret);

        assertThat(pieces).as("none is sent behind the recall").hasSize(sent);
        assertThat(erasures).singleElement().satisfies(erasure -> {
            assertThat(erasure.from).isEqualTo(secret);
            assertThat(erasure.pieces)
                    .isNotEmpty()
                    .allSatisfy(piece -> assertThat(piece.end).isGreaterThan(secret));
            assertThat(erasure.pieces.get(0).begin).isLessThan(secret);
        });
        assertThat(utterances).singleElement().satisfies(one -> {
            assertThat(one.end).isEqualTo(secret);
            assertThat(one.pieces)
                    .isNotEmpty()
                    .allSatisfy(piece -> assertThat(piece.begin).isLessThan(secret));
        });
        assertThat(call.erasures).isEqualTo(1);
    }

    @Test
    void of_an_utterance_that_is_all_secret_nothing_goes_out() {
        long secret = position;
        speak(5, 9_000);
        recall(secret);

        assertThat(utterances).isEmpty();
        assertThat(erasures)
                .singleElement()
                .satisfies(erasure -> assertThat(erasure.pieces).hasSameSizeAs(pieces));
    }

    @Test
    void what_is_said_behind_it_is_kept_as_ever() {
        long secret = position;
        speak(5, 9_000);
        recall(secret);
        pieces.clear();
        audio.clear();
        position += 8_000;
        speak(4, 1_000);
        pause();

        assertThat(utterances)
                .singleElement()
                .satisfies(one -> assertThat(one.pieces).hasSameSizeAs(pieces));
        assertNothingSecretGoesOut();
    }

    @Test
    void a_recall_that_reaches_beyond_memory_erases_all_of_the_leg() {
        for (int minute = 0; minute < 12; minute++) {
            speak(5, 1_000);
            pause();
        }
        long heard = position;
        recall(8_000);

        assertThat(erasures).singleElement().satisfies(erasure -> {
            assertThat(erasure.directory).isEqualTo(PieceNames.ofLeg("file:///audio", ID, LEG));
            assertThat(erasure.until).isEqualTo(heard);
        });
        assertThat(Objects.requireNonNull(call.legs.get(LEG)).kept).isEmpty();
    }

    @Test
    void memory_of_pieces_is_bounded() {
        for (int minute = 0; minute < 100; minute++) {
            speak(5, 1_000);
            pause();
        }
        assertThat(Objects.requireNonNull(call.legs.get(LEG)).kept).hasSizeLessThan(20);
    }

    @Test
    void a_withdrawal_erases_what_was_stored_once_and_keeps_nothing_of_the_open_utterance() {
        speak(5, 1_000);
        assembly.withdraw(ID, call, new Kept());
        assembly.withdraw(ID, call, new Kept());
        int sent = pieces.size();
        hear(SECOND_FRAMES, 0.9f, 1_000, false);
        hear(20, 0.05f, 0, false);

        assertThat(pieces).hasSize(sent);
        assertThat(utterances)
                .singleElement()
                .satisfies(one -> assertThat(one.pieces).isEmpty());
        assertThat(erasures).singleElement().satisfies(erasure -> {
            assertThat(erasure.directory).isEqualTo(PieceNames.ofLeg("file:///audio", ID, LEG));
            assertThat(pieces).allSatisfy(piece -> assertThat(piece.begin).isLessThan(erasure.until));
        });
        assertThat(Objects.requireNonNull(call.legs.get(LEG)).ring.held).isZero();
    }

    @Test
    void a_refusal_of_what_was_never_recorded_erases_nothing() {
        hear(4 * SECOND_FRAMES, 0.9f, 1_000, false);
        assembly.withdraw(ID, call, new Kept());
        assertThat(erasures).isEmpty();
    }

    private void speak(int seconds, int sample) {
        hear(seconds * SECOND_FRAMES, 0.9f, sample, true);
    }

    private void pause() {
        hear(20, 0.05f, 0, true);
    }

    /** As it comes out of speech detection: the recall, then a cut. */
    private void recall(long from) {
        assembly.recall(ID, call, new Recall(LEG, from), new Kept());
        VadGate.Edge[] edges = {gate.cut(vad)};
        var cut = new SpeechFrames(LEG, position, new short[0], new float[0], edges, new byte[0], new short[0], true);
        assembly.hear(ID, call, cut, new double[0], true, new Kept());
    }

    private void assertNothingSecretGoesOut() {
        for (byte[] muLaw : audio) {
            for (byte sample : muLaw) {
                assertThat(Math.abs(G711.decodeMuLaw(sample))).isLessThan(2_000);
            }
        }
    }

    private void hear(int count, float probability, int sample, boolean recording) {
        for (int i = 0; i < count; i++) {
            VadGate.Edge[] edges = {gate.advance(vad, probability)};
            byte[] unsettled = {(byte) gate.unsettledFrames(vad)};
            short[] samples = new short[VadFrame.SAMPLES];
            Arrays.fill(samples, (short) sample);
            var frames = new SpeechFrames(
                    LEG, position, samples, new float[] {probability}, edges, unsettled, new short[1], false);
            assembly.hear(ID, call, frames, new double[] {1}, recording, new Kept());
            position += VadFrame.SAMPLES;
        }
    }

    private final class Kept implements UtteranceAssembly.Output {
        @Override
        public void piece(PieceFacts piece, byte[] muLaw) {
            pieces.add(piece);
            audio.add(muLaw);
        }

        @Override
        public void utterance(UtteranceFacts utterance) {
            utterances.add(utterance);
        }

        @Override
        public void erase(Erasure erasure) {
            erasures.add(erasure);
        }
    }
}
