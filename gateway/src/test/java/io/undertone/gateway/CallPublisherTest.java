package io.undertone.gateway;

import static io.undertone.gateway.Calls.START;
import static io.undertone.gateway.Calls.frames;
import static io.undertone.gateway.Calls.script;
import static io.undertone.gateway.Calls.twoLegs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallPublisherTest {
    private final CollectingSink sink = new CollectingSink();
    private final ImaginaryPacer pacer = new ImaginaryPacer();
    private final AvroCodec codec = new AvroCodec();

    @Test
    void a_call_reaches_the_sink_whole_under_its_key() throws Exception {
        CallScript call = script(twoLegs("c-1", 3, 3), 100);

        publisher(Speed.MAX, Faults.NONE).publish(List.of(call), Progress.SILENT);

        assertThat(sink.sent).extracting(CollectingSink.Sent::key).containsOnly("acme|c-1");
        assertThat(records()).isEqualTo(Calls.told(call));
        assertThat(sink.flushedAt).isEqualTo(sink.sent.size());
    }

    @ParameterizedTest
    @CsvSource({"1, 10_000", "4, 2_500", "8, 1_250", "0.25, 40_000"})
    void media_time_runs_at_the_speed_asked_for(String speed, String millis) throws Exception {
        publisher(Speed.parse(speed), Faults.NONE)
                .publish(List.of(script(twoLegs("c-1", 10, 10), 100)), Progress.SILENT);

        long last = pacer.waits.get(pacer.waits.size() - 1);
        assertThat(last / 1_000_000).isEqualTo(Long.parseLong(millis.replace("_", "")));
        assertThat(pacer.waits.get(100)).isCloseTo(last / 2, within(last / 50));
    }

    @Test
    void at_full_speed_nobody_waits_and_capture_times_advance_by_media() throws Exception {
        publisher(Speed.MAX, Faults.NONE).publish(List.of(script(twoLegs("c-1", 10, 10), 100)), Progress.SILENT);

        assertThat(pacer.waits).containsOnly(0L);
        AudioFrame end = (AudioFrame) records().get(sink.sent.size() - 2);
        assertThat(end.getCaptureTime()).isEqualTo(Calls.at(10));
    }

    @Test
    void a_call_that_starts_later_is_published_later() throws Exception {
        var first = script(twoLegs("c-1", 2, 2), 100);
        var second = new CallScript(twoLegs("c-2", 2, 2), START.plusSeconds(1), frames(100));

        publisher(new Speed(4), Faults.NONE).publish(List.of(second, first), Progress.SILENT);

        int begins = keys().indexOf("acme|c-2");
        assertThat(pacer.waits.get(begins)).isEqualTo(250_000_000L);
        assertThat(keys().indexOf("acme|c-1")).isZero();
        assertThat(pacer.waits.get(pacer.waits.size() - 1)).isEqualTo(750_000_000L);
    }

    @Test
    void a_thousand_calls_are_told_side_by_side_in_the_order_of_time() throws Exception {
        CallRecording call = twoLegs("c", 1, 1);
        List<CallScript> calls = IntStream.range(0, 1_000)
                .mapToObj(i -> new CallScript(call.renamed("c-" + i), START.plusMillis(i % 100), frames(100)))
                .toList();

        PublishTally tally = publisher(new Speed(8), Faults.NONE).publish(calls, Progress.SILENT);

        assertThat(tally.calls()).isEqualTo(1_000);
        assertThat(tally.callsOpen()).isZero();
        assertThat(tally.media()).isEqualTo(20_000);
        assertThat(tally.records()).isEqualTo(24_000).isEqualTo(sink.sent.size());
        assertThat(tally.mediaSeconds()).isEqualTo(2_000.0);
        assertThat(moments()).isSorted();
        assertThat(keys().stream().limit(2_000).distinct()).hasSize(1_000);
    }

    @Test
    void the_tally_says_what_will_arrive() throws Exception {
        PublishTally tally = publisher(Speed.MAX, new Faults(5, 6, 7, 8, 3))
                .publish(List.of(script(twoLegs("c-1", 60, 60), 100)), Progress.SILENT);

        long arrived = 0;
        long unreadable = 0;
        for (CollectingSink.Sent each : sink.sent) {
            try {
                if (codec.decode(each.value()) instanceof AudioFrame frame && frame.getPayload() != null) arrived++;
            } catch (UnreadableRecordException e) {
                unreadable++;
            }
        }
        assertThat(tally.media()).isEqualTo(1_200);
        assertThat(arrived).isEqualTo(tally.media() - tally.lost() - tally.corrupted() + tally.duplicated());
        assertThat(unreadable).isEqualTo(tally.corrupted());
        assertThat(tally.records()).isEqualTo(sink.sent.size());
        assertThat(List.of(tally.lost(), tally.duplicated(), tally.reordered(), tally.corrupted()))
                .allMatch(count -> count > 20);
        assertThat(tally.mediaSeconds()).isCloseTo(120 - tally.lost() * 0.1, within(0.001));
    }

    @Test
    void faults_of_a_call_do_not_depend_on_the_calls_beside_it() throws Exception {
        var faults = new Faults(5, 5, 5, 5, 3);
        CallScript call = script(twoLegs("c-1", 10, 10), 100);
        publisher(Speed.MAX, faults).publish(List.of(call), Progress.SILENT);
        List<ByteBuffer> alone = valuesOf("acme|c-1");
        sink.sent.clear();

        publisher(Speed.MAX, faults).publish(List.of(script(twoLegs("c-0", 10, 10), 100), call), Progress.SILENT);

        assertThat(valuesOf("acme|c-1")).isEqualTo(alone);
    }

    @Test
    void progress_is_heard_once_a_second_and_at_the_end() throws Exception {
        var heard = new ArrayList<PublishTally>();

        PublishTally last = publisher(Speed.REAL_TIME, Faults.NONE)
                .publish(List.of(script(twoLegs("c-1", 10, 4), 100)), heard::add);

        assertThat(heard).hasSizeBetween(10, 12);
        assertThat(heard.get(4).mediaSeconds()).isCloseTo(9.0, within(0.5));
        assertThat(heard.get(4).callsOpen()).isEqualTo(1);
        assertThat(heard).extracting(PublishTally::records).isSorted();
        assertThat(heard.get(heard.size() - 1)).isEqualTo(last);
    }

    @Test
    void a_sink_that_fails_ends_the_publication() {
        RecordSink broken = new RecordSink() {
            @Override
            public void send(byte[] key, byte[] value) throws IOException {
                throw new IOException("the broker is gone");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new CallPublisher(broken, Speed.MAX, Faults.NONE, pacer)
                        .publish(List.of(script(twoLegs("c-1", 1, 1), 100)), Progress.SILENT))
                .isInstanceOf(IOException.class)
                .hasMessage("the broker is gone");
    }

    @Test
    void no_calls_are_published_at_once() throws Exception {
        assertThat(publisher(Speed.REAL_TIME, Faults.NONE)
                        .publish(List.of(), Progress.SILENT)
                        .records())
                .isZero();
    }

    private CallPublisher publisher(Speed speed, Faults faults) {
        return new CallPublisher(sink, speed, faults, pacer);
    }

    private List<String> keys() {
        return sink.sent.stream().map(CollectingSink.Sent::key).toList();
    }

    private List<ByteBuffer> valuesOf(String key) {
        return sink.sent.stream()
                .filter(each -> each.key().equals(key))
                .map(each -> ByteBuffer.wrap(each.value()))
                .toList();
    }

    private List<SpecificRecord> records() throws UnreadableRecordException {
        var records = new ArrayList<SpecificRecord>();
        for (CollectingSink.Sent each : sink.sent) records.add(codec.decode(each.value()));
        return records;
    }

    /** When each record was due: a frame with its last sample, an event at its time. */
    private List<Instant> moments() throws UnreadableRecordException {
        return records().stream()
                .map(record -> record instanceof AudioFrame frame
                        ? frame.getCaptureTime().plusNanos(frame.getDurationSamples() * 125_000L)
                        : ((CallEvent) record).getEventTime())
                .toList();
    }
}
