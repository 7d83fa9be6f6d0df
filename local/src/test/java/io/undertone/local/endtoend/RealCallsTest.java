package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.LegRecording;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.conversation.Interval;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.conversation.SilenceStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real calls, from the gateway to the rows and files that are left of them. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealCallsTest {
    private static final String MIXED = "callytics_01_mono";
    /** How exactly the reference's times were set by ear. */
    private static final long PADDING_SAMPLES = 2_400;

    private final TestSystem system;
    private final PlayedCall mixed;
    private final PlayedCall legs;

    RealCallsTest(TestSystem system) throws Exception {
        this.system = system;
        this.mixed =
                system.play(Recordings.plain(Recordings.of("real-mixed", LegRecording.mixed(Recordings.real(MIXED)))));
        this.legs = system.play(Recordings.plain(Recordings.of(
                "real-legs",
                LegRecording.customer(Recordings.real("auto_repairs_40_caller")),
                LegRecording.agent(Recordings.real("auto_repairs_40_agent")))));
    }

    @Test
    void every_frame_is_accounted_for() {
        for (PlayedCall call : List.of(mixed, legs)) {
            call.assertFramesAccountedFor();
            assertThat(call.database().call().count("frames_played"))
                    .isEqualTo(call.sent().media());
        }
    }

    @Test
    void both_stores_hold_every_row_once() {
        for (PlayedCall call : List.of(mixed, legs)) {
            call.assertStoresAgree();
            assertThat(call.database().utterances()).isNotEmpty();
            assertThat(call.database().silences()).isNotEmpty();
        }
    }

    @Test
    void the_mixed_call_speaks_in_every_turn_and_hardly_outside() throws IOException {
        List<Interval> turns = Recordings.turns(MIXED);
        List<Interval> utterances =
                mixed.database().utterances().stream().map(RealCallsTest::span).toList();

        double outside = shareOutside(utterances, turns);
        System.out.printf(
                "%s: %d turns, %d utterances, %.1f %% of the speech outside the turns +-0.3 s%n",
                MIXED, turns.size(), utterances.size(), 100 * outside);
        assertThat(turns)
                .hasSize(9)
                .allSatisfy(turn -> assertThat(utterances).anyMatch(utterance -> overlap(utterance, turn) > 0));
        assertThat(outside).isLessThan(0.1);
    }

    @Test
    void the_figures_of_silence_can_be_computed_from_the_rows() {
        for (PlayedCall call : List.of(mixed, legs)) {
            Row row = call.database().call();
            assertThat(call.database().silences().stream()
                            .map(silence -> new Interval(silence.sample("begin_s"), silence.sample("end_s"))))
                    .isEqualTo(gaps(call.database().utterances()));
            long[] lengths = call.database().silences().stream()
                    .mapToLong(silence -> silence.sample("net_s"))
                    .toArray();
            assertFigures(row, SilenceStatistics.of(lengths, 8_000, SilenceSettings.DEFAULTS));
        }
    }

    @Test
    void moods_are_read_of_the_customer_alone_and_nobody_is_taken_for_frustrated() throws Exception {
        Map<String, Integer> windows = new HashMap<>();
        var codec = new AvroCodec();
        for (var record : Topics.read(system.brokers(), "call-insights")) {
            CallInsight insight = codec.decode(record.value(), CallInsight.class);
            windows.merge(
                    insight.getCallId() + " " + insight.getLegId(),
                    insight.getWindows().size(),
                    Integer::sum);
        }
        assertThat(windows.get("real-legs customer")).isGreaterThan(50);
        assertThat(windows)
                .as("of an agent, and of somebody whose role was guessed")
                .containsEntry("real-legs agent", 0)
                .containsEntry("real-mixed mixed", 0);
        for (var record : Topics.read(system.brokers(), "frustration-events")) {
            FrustrationEvent alert = codec.decode(record.value(), FrustrationEvent.class);
            assertThat(alert.getCallId() + " " + alert.getRuleId()).doesNotMatch("real-.* frustration");
        }
    }

    @Test
    void every_piece_of_audio_is_what_was_said_there() throws IOException {
        for (PlayedCall call : List.of(mixed, legs)) {
            var files = system.audioFiles(call.script());
            assertThat(files).isNotEmpty().hasSize((int) call.database().call().count("pieces_stored"));
            for (var file : files) {
                AudioFile piece = AudioFile.read(file);
                assertThat(piece.samples())
                        .as(file.toString())
                        .isEqualTo(heard(call.script().recording(), piece));
            }
        }
    }

    @Test
    void the_pieces_of_an_utterance_tile_it() throws IOException {
        for (Row utterance : legs.database().utterances()) {
            Interval covered = covered(utterance);
            assertThat(covered.fromSample()).isEqualTo(utterance.sample("begin_s"));
            assertThat(covered.toSample()).isEqualTo(utterance.sample("end_s"));
        }
    }

    /** Where one speaker follows another without a pause, a piece may belong to both. */
    @Test
    void the_pieces_of_an_utterance_on_a_mixed_leg_cover_it() throws IOException {
        for (Row utterance : mixed.database().utterances()) {
            Interval covered = covered(utterance);
            assertThat(covered.fromSample()).isLessThanOrEqualTo(utterance.sample("begin_s"));
            assertThat(covered.toSample()).isGreaterThanOrEqualTo(utterance.sample("end_s"));
        }
    }

    /** What its pieces hold, without gaps. */
    private static Interval covered(Row utterance) throws IOException {
        AudioFile first = AudioFile.read(utterance.texts("audio_uris").get(0));
        long reached = first.span().fromSample();
        for (String uri : utterance.texts("audio_uris")) {
            AudioFile piece = AudioFile.read(uri);
            assertThat(piece.legId()).isEqualTo(utterance.text("leg_id"));
            assertThat(piece.span().fromSample()).as(uri).isEqualTo(reached);
            assertThat(piece.span().samples()).isLessThanOrEqualTo(4 * 8_000);
            reached = piece.span().toSample();
        }
        return new Interval(first.span().fromSample(), reached);
    }

    private static Interval span(Row utterance) {
        return new Interval(utterance.sample("begin_s"), utterance.sample("end_s"));
    }

    private static long overlap(Interval a, Interval b) {
        return Math.max(0, Math.min(a.toSample(), b.toSample()) - Math.max(a.fromSample(), b.fromSample()));
    }

    private static double shareOutside(List<Interval> utterances, List<Interval> turns) {
        long all = 0;
        long outside = 0;
        for (Interval utterance : utterances) {
            for (long sample = utterance.fromSample(); sample < utterance.toSample(); sample++) {
                all++;
                outside += isOutside(sample, turns) ? 1 : 0;
            }
        }
        return (double) outside / all;
    }

    private static boolean isOutside(long sample, List<Interval> turns) {
        return turns.stream()
                .noneMatch(turn ->
                        turn.fromSample() - PADDING_SAMPLES <= sample && sample < turn.toSample() + PADDING_SAMPLES);
    }

    /** What lies between the utterances of all legs, by a sweep of its own. */
    private static List<Interval> gaps(List<Row> utterances) {
        List<Interval> speech = utterances.stream()
                .map(RealCallsTest::span)
                .sorted(Comparator.comparingLong(Interval::fromSample))
                .toList();
        var gaps = new ArrayList<Interval>();
        long spokenUntil = speech.get(0).toSample();
        for (Interval utterance : speech) {
            if (spokenUntil < utterance.fromSample()) {
                gaps.add(new Interval(spokenUntil, utterance.fromSample()));
            }
            spokenUntil = Math.max(spokenUntil, utterance.toSample());
        }
        return gaps;
    }

    private static void assertFigures(Row call, SilenceStatistics expected) {
        assertThat(call.count("silence_count")).isEqualTo(expected.count());
        assertFigure(call, "silence_total_s", expected.totalSeconds());
        assertFigure(call, "silence_mean_s", expected.meanSeconds());
        assertFigure(call, "silence_median_s", expected.medianSeconds());
        assertFigure(call, "silence_std_s", expected.sigmaSeconds());
        assertFigure(call, "silence_q1_s", expected.q1Seconds());
        assertFigure(call, "silence_q3_s", expected.q3Seconds());
        assertFigure(call, "silence_iqr_s", expected.iqrSeconds());
        assertFigure(call, "silence_max_s", expected.maxSeconds());
        assertFigure(call, "silence_threshold_std_s", expected.thresholdStdSeconds());
        assertFigure(call, "silence_threshold_iqr_s", expected.thresholdIqrSeconds());
        assertFigure(call, "silence_total_std_s", expected.totalStdSeconds());
        assertFigure(call, "silence_total_iqr_s", expected.totalIqrSeconds());
    }

    private static void assertFigure(Row call, String column, @Nullable Double expected) {
        assertThat(expected).as(column).isNotNull();
        assertThat(call.number(column)).as(column).isCloseTo(Objects.requireNonNull(expected), within(1e-9));
    }

    /** The recording at a piece's place, as μ-law brings it over. */
    private static short[] heard(CallRecording recording, AudioFile piece) {
        LegRecording leg = recording.legs().stream()
                .filter(each -> each.legId().equals(piece.legId()))
                .findFirst()
                .orElseThrow();
        short[] heard = new short[(int) piece.span().samples()];
        for (int i = 0; i < heard.length; i++) {
            short said = leg.samples()[(int) piece.span().fromSample() + i];
            heard[i] = G711.decodeMuLaw(G711.encodeMuLaw(said));
        }
        return heard;
    }
}
