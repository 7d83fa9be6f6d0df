package io.undertone.gateway;

import static io.undertone.gateway.Calls.script;
import static io.undertone.gateway.Calls.twoLegs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.FrameType;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
    private final CallRecording call = twoLegs("c-1", 60, 60);

    @Test
    void without_faults_every_record_leaves_as_scripted() throws Exception {
        CallScript script = script(call, 100);

        assertThat(read(sent(Faults.NONE, script))).isEqualTo(Calls.told(script));
    }

    @Test
    void each_fault_strikes_its_share_of_the_media() {
        List<OutgoingRecord> out = all(new Faults(4, 3, 2, 1, 11), script(twoLegs("c-1", 200, 200), 20));

        double media = 2 * 200 / 0.02;
        assertThat(count(out, Fate.LOST) / media).isCloseTo(0.04, within(0.005));
        assertThat(count(out, Fate.DUPLICATE) / media).isCloseTo(0.03, within(0.005));
        assertThat(count(out, Fate.REORDERED) / media).isCloseTo(0.02, within(0.005));
        assertThat(count(out, Fate.CORRUPTED) / media).isCloseTo(0.01, within(0.005));
    }

    @Test
    void when_all_media_is_lost_events_pauses_and_ends_of_streams_still_come() throws Exception {
        var held = new CallRecording("acme", "c-1", call.legs(), List.of(Stretch.ofSeconds(10, 12)), List.of());

        List<SpecificRecord> sent = read(sent(new Faults(100, 0, 0, 0, 1), script(held, 100)));

        assertThat(sent)
                .isEqualTo(Calls.told(script(held, 100)).stream()
                        .filter(each -> !(each instanceof AudioFrame frame) || frame.getFrameType() != FrameType.MEDIA)
                        .toList());
        assertThat(sent).hasSize(4 + 2 * 20 + 2);
    }

    @ParameterizedTest
    @CsvSource({"20, 3", "100, 3", "150, 2", "200, 1", "399, 1"})
    void a_reordered_frame_comes_at_most_so_many_places_late_that_the_job_still_waits_for_it(int millis, int most)
            throws Exception {
        CallScript script = script(call, millis);

        List<SpecificRecord> sent = read(sent(new Faults(0, 0, 20, 0, 5), script));

        assertThat(sent).containsExactlyInAnyOrderElementsOf(Calls.told(script));
        assertThat(sent.get(sent.size() - 1)).isEqualTo(Calls.told(script).get(sent.size() - 1));
        assertThat(latenesses(sent)).contains((long) most).allMatch(late -> late <= most);
    }

    @Test
    void no_frame_comes_after_the_end_of_its_stream() throws Exception {
        var ended = new ArrayList<String>();
        for (SpecificRecord record : read(sent(new Faults(0, 50, 50, 0, 3), script(call, 100)))) {
            if (record instanceof AudioFrame frame) {
                assertThat(ended).doesNotContain(frame.getLegId());
                if (frame.getFrameType() == FrameType.END_OF_STREAM) ended.add(frame.getLegId());
            }
        }
        assertThat(ended).containsExactlyInAnyOrder("customer", "agent");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void a_duplicate_repeats_a_record_that_was_sent_before(int frameMillis) {
        List<OutgoingRecord> out = all(new Faults(0, 10, 0, 0, 5), script(call, frameMillis));

        var sent = new ArrayList<byte[]>();
        for (OutgoingRecord record : out) {
            if (record.fate() == Fate.DUPLICATE) assertThat(sent).contains(record.value());
            sent.add(record.value());
        }
        assertThat(count(out, Fate.DUPLICATE)).isPositive();
    }

    @Test
    void a_corrupted_record_is_refused_by_the_reader_in_every_way_that_a_reader_has() {
        var codec = new AvroCodec();
        var reasons = EnumSet.noneOf(UnreadableRecordException.Reason.class);

        for (OutgoingRecord record : all(new Faults(0, 0, 0, 100, 5), script(call, 100))) {
            if (record.fate() != Fate.CORRUPTED) continue;
            try {
                assertThat(codec.decode(record.value())).as("what was read").isNull();
            } catch (UnreadableRecordException e) {
                reasons.add(e.reason());
            }
        }

        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        UnreadableRecordException.Reason.NOT_SINGLE_OBJECT,
                        UnreadableRecordException.Reason.UNKNOWN_SCHEMA,
                        UnreadableRecordException.Reason.CORRUPT);
    }

    @Test
    void times_never_go_back() {
        assertThat(all(new Faults(10, 20, 30, 5, 5), script(call, 100)))
                .extracting(OutgoingRecord::atMicros)
                .isSorted();
    }

    @Test
    void the_seed_and_the_call_alone_decide() {
        var faults = new Faults(5, 5, 5, 5, 21);
        List<Fate> fates = fates(faults, call);

        assertThat(fates(faults, call)).isEqualTo(fates);
        assertThat(fates(new Faults(5, 5, 5, 5, 22), call)).isNotEqualTo(fates);
        assertThat(fates(faults, call.renamed("c-2"))).isNotEqualTo(fates);
    }

    @Test
    void percentages_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Faults(-1, 0, 0, 0, 0)).hasMessage("need 0 to 100 % of lose, got -1.0");
        assertThatThrownBy(() -> new Faults(0, 0, 0, Double.NaN, 0)).hasMessage("need 0 to 100 % of corrupt, got NaN");
        assertThatThrownBy(() -> new Faults(60, 0, 60, 0, 0)).hasMessageContaining("at most 100 % in sum");
    }

    @Test
    void frames_too_long_to_be_displaced_in_time_are_refused() {
        assertThatThrownBy(() -> new Faults(0, 0, 1, 0, 0).over(script(call, 400)))
                .hasMessage("reordering needs frames shorter than 400 ms, got 400 ms");
    }

    private static List<OutgoingRecord> all(Faults faults, CallScript script) {
        var all = new ArrayList<OutgoingRecord>();
        faults.over(script).forEachRemaining(all::add);
        return all;
    }

    private static List<OutgoingRecord> sent(Faults faults, CallScript script) {
        return all(faults, script).stream()
                .filter(record -> record.fate() != Fate.LOST)
                .toList();
    }

    private static List<Fate> fates(Faults faults, CallRecording call) {
        return all(faults, script(call, 100)).stream().map(OutgoingRecord::fate).toList();
    }

    private static long count(List<OutgoingRecord> records, Fate fate) {
        return records.stream().filter(record -> record.fate() == fate).count();
    }

    private static List<SpecificRecord> read(List<OutgoingRecord> records) throws UnreadableRecordException {
        var codec = new AvroCodec();
        var read = new ArrayList<SpecificRecord>();
        for (OutgoingRecord record : records) read.add(codec.decode(record.value()));
        return read;
    }

    /** By how many sequences each frame comes after the newest one of its leg. */
    private static List<Long> latenesses(List<SpecificRecord> records) {
        var newest = new HashMap<String, Long>();
        var latenesses = new ArrayList<Long>();
        for (SpecificRecord record : records) {
            if (record instanceof AudioFrame frame) {
                long seen = newest.merge(frame.getLegId(), frame.getSequence(), Math::max);
                latenesses.add(seen - frame.getSequence());
            }
        }
        return latenesses;
    }
}
