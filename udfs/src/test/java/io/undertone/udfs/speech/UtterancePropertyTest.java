package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is heard, in random order and length: what holds of every utterance and piece. */
class UtterancePropertyTest {
    private Listener leg = new Listener();
    private UtteranceSettings settings = UtteranceSettings.defaults();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void utterances_hold_what_was_settled_as_speech_and_no_more(long seed) {
        hear(seed);

        assertOrderedAndWithinTheLimit();
        assertEveryFrameOfSpeechIsInOne();
        assertUtterancesAreSpeechPaddedAndJoined();
        assertSplitsAreAtTheLeastLikelyFrame();
        assertPiecesTileUtterances();
        assertSumsAreThoseOfTheFrames();
        assertStateIsBounded();
    }

    /** Half a dozen settings; talk of up to 40 s, pauses around every limit, thresholds grazed, gaps. */
    private void hear(long seed) {
        Random random = new Random(seed);
        settings = seed % 3 == 0 ? new UtteranceSettings(320, 6_000, 2_000) : UtteranceSettings.defaults();
        leg = new Listener(
                new SpeechSettings(
                        0.5f, 0.35f, seed % 2 == 0 ? 250 : 100, seed % 4 == 0 ? 200 : 100, seed % 5 == 0 ? 0 : 30),
                settings);
        while (leg.frames.size() < 40_000) {
            boolean talk = random.nextBoolean();
            int length = 1 + random.nextInt(talk ? (random.nextInt(4) == 0 ? 1_250 : 60) : 25);
            float middle = talk ? 0.75f : 0.2f;
            for (int i = 0; i < length; i++) {
                float probability = Math.min(1, Math.max(0, middle + 0.2f * (float) random.nextGaussian()));
                frame(random, VadFrame.SAMPLES, Math.round(probability * 50) / 50f);
            }
            if (random.nextInt(40) == 0) {
                frame(random, 1 + random.nextInt(VadFrame.SAMPLES), random.nextFloat());
                leg.gap(1 + random.nextInt(20_000));
            }
        }
        leg.gap(0);
    }

    private void frame(Random random, int samples, float probability) {
        leg.frame(
                samples, probability, random.nextInt(1_000), random.nextInt(5) == 0 ? random.nextInt(samples + 1) : 0);
    }

    private void assertOrderedAndWithinTheLimit() {
        long to = 0;
        int number = 0;
        for (ClosedUtterance closed : leg.utterances) {
            assertThat(closed.number()).isEqualTo(++number);
            assertThat(closed.fromSample()).isGreaterThanOrEqualTo(to).isLessThan(closed.toSample());
            assertThat(closed.toSample() - closed.fromSample()).isLessThanOrEqualTo(settings.maxSamples());
            to = closed.toSample();
        }
        assertThat(number).isGreaterThan(100);
        assertThat(to).isLessThanOrEqualTo(leg.heardTo());
    }

    private void assertEveryFrameOfSpeechIsInOne() {
        int at = 0;
        for (Listener.Frame frame : leg.frames) {
            while (at < leg.utterances.size() && leg.utterances.get(at).toSample() <= frame.from) {
                at++;
            }
            if (frame.speech) {
                assertThat(leg.utterances.get(at).fromSample()).isLessThanOrEqualTo(frame.from);
                assertThat(leg.utterances.get(at).toSample()).isGreaterThanOrEqualTo(frame.from + frame.samples);
            }
        }
    }

    /** The parts of a split, put together again, are the speech that pauses shorter than the limit join, padded. */
    private void assertUtterancesAreSpeechPaddedAndJoined() {
        List<long[]> expected = leg.expected(settings);
        int at = 0;
        for (int i = 0; i < expected.size(); i++) {
            ClosedUtterance last = leg.utterances.get(at++);
            long from = last.fromSample();
            while (at < leg.utterances.size() && leg.utterances.get(at).fromSample() == last.toSample()) {
                last = leg.utterances.get(at++);
            }
            long limit = last.fromSample() + settings.maxSamples() - settings.maxSamples() % VadFrame.SAMPLES;
            long to = Math.min(expected.get(i)[1], limit);
            assertThat(new long[] {from, last.toSample()})
                    .as("utterance %d", i + 1)
                    .containsExactly(expected.get(i)[0], to);
        }
        assertThat(leg.utterances).hasSize(at);
    }

    private void assertSplitsAreAtTheLeastLikelyFrame() {
        int splits = 0;
        for (int i = 1; i < leg.utterances.size(); i++) {
            ClosedUtterance first = leg.utterances.get(i - 1);
            long split = first.toSample();
            if (leg.utterances.get(i).fromSample() != split) {
                continue;
            }
            splits++;
            long by = first.fromSample() + settings.maxSamples();
            float lowest = leg.at(split).probability;
            for (Listener.Frame frame : leg.between(by - settings.pieceSamples(), by - 1)) {
                assertThat(frame.probability).isGreaterThanOrEqualTo(lowest);
                assertThat(frame.from < split && frame.probability == lowest).isFalse();
            }
        }
        assertThat(splits).isGreaterThan(10);
    }

    private void assertPiecesTileUtterances() {
        int at = 0;
        for (ClosedUtterance closed : leg.utterances) {
            long[] bounds = closed.pieceBounds();
            assertThat(bounds[0]).isEqualTo(closed.fromSample());
            assertThat(bounds[bounds.length - 1]).isEqualTo(closed.toSample());
            for (int i = 1; i < bounds.length; i++) {
                assertThat(leg.pieces.get(at++)).containsExactly(bounds[i - 1], bounds[i], closed.number());
                if (i < bounds.length - 1) {
                    assertThat(bounds[i] - bounds[i - 1]).isEqualTo(settings.pieceSamples());
                }
            }
            assertThat(bounds[bounds.length - 1] - bounds[bounds.length - 2])
                    .isLessThanOrEqualTo(settings.pieceSamples());
        }
        assertThat(leg.pieces).hasSize(at);
        assertThat(leg.longestReach()).isGreaterThan(settings.pieceSamples());
    }

    private void assertSumsAreThoseOfTheFrames() {
        for (ClosedUtterance closed : leg.utterances) {
            double energy = 0;
            double probability = 0;
            int concealed = 0;
            List<Listener.Frame> frames = leg.between(closed.fromSample(), closed.toSample() - 1);
            for (Listener.Frame frame : frames) {
                energy += frame.energy;
                probability += frame.probability;
                concealed += frame.concealed;
            }
            long samples = closed.toSample() - closed.fromSample();
            assertThat(closed.weightedMeanSquare()).isEqualTo(energy / samples, within(1e-9));
            assertThat(closed.concealedSamples()).isEqualTo(concealed);
            assertThat(closed.meanProbability()).isEqualTo((float) (probability / frames.size()), within(1e-6f));
        }
    }

    private void assertStateIsBounded() {
        assertThat(leg.state.probability).hasSize(FrameHistory.FRAMES);
        assertThat(leg.state.energy).hasSize(FrameHistory.FRAMES);
        assertThat(leg.state.concealed).hasSize(FrameHistory.FRAMES);
        assertThat(leg.state.pieceBounds).hasSize(32);
        assertThat(leg.state.unsettledFrames).isZero();
        assertThat(leg.state.open || leg.state.hearing || leg.state.speaking).isFalse();
    }
}
