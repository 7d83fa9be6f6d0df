package io.undertone.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.DeadLetter;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** One call three times: over a good network, over one that repeats and reorders, and over one that loses and corrupts. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class FaultyNetworkTest {
    private static final Faults UNTIDY = new Faults(0, 8, 8, 0, 1);
    private static final Faults LOSSY = new Faults(4, 0, 0, 4, 2);
    private static final String[] NAMES_THE_CALL = {"call_id", "audio_uris"};

    private final TestSystem system;
    private final PlayedCall good;
    private final PlayedCall untidy;
    private final PlayedCall lossy;

    FaultyNetworkTest(TestSystem system) throws Exception {
        this.system = system;
        Instant start = Instant.now();
        this.good = system.play(sample("good-network", start), Faults.NONE);
        this.untidy = system.play(sample("untidy-network", start), UNTIDY);
        this.lossy = system.play(sample("lossy-network", start), LOSSY);
    }

    @Test
    void every_frame_is_accounted_for() {
        for (PlayedCall call : List.of(good, untidy, lossy)) {
            call.assertFramesAccountedFor();
            call.assertStoresAgree();
        }
    }

    @Test
    void repeats_and_reordering_change_no_utterance() {
        assertThat(untidy.sent().duplicated()).isPositive();
        assertThat(untidy.sent().reordered()).isPositive();
        assertThat(untidy.database().call().count("frames_late")).isZero();
        assertThat(plain(untidy.database().utterances()))
                .isNotEmpty()
                .isEqualTo(plain(good.database().utterances()));
        assertThat(plain(untidy.database().silences()))
                .isEqualTo(plain(good.database().silences()));
    }

    @Test
    void what_is_lost_is_concealed_and_the_call_completes() {
        Row call = lossy.database().call();
        assertThat(lossy.sent().lost()).isPositive();
        assertThat(call.text("end_reason")).isEqualTo("ENDED");
        assertThat(call.text("utterance_status")).isEqualTo("COMPLETE");
        assertThat(call.count("frames_played")).isEqualTo(lossy.sent().media());
        assertThat(call.number("duration_s")).isEqualTo(good.database().call().number("duration_s"));
        assertThat(lossy.database().utterances()).anyMatch(utterance -> utterance.number("lost_ratio") > 0);
        assertThat(good.database().utterances()).allMatch(utterance -> utterance.number("lost_ratio") == 0);
    }

    @Test
    void every_unreadable_record_has_a_dead_letter_that_names_it() throws Exception {
        Map<Place, String> unreadable = unreadable("acme|lossy-network");
        assertThat(unreadable)
                .hasSize(Math.toIntExact(lossy.sent().corrupted()))
                .isNotEmpty();

        var letters = new ArrayList<DeadLetter>();
        for (var record : Topics.read(system.brokers(), "dead-letters")) {
            DeadLetter letter = new AvroCodec().decode(record.value(), DeadLetter.class);
            if (unreadable.containsKey(Place.of(letter))) {
                letters.add(letter);
            }
        }

        assertThat(letters).hasSameSizeAs(unreadable.keySet()).allSatisfy(letter -> {
            assertThat(letter.getStage()).isEqualTo("admit-media");
            assertThat(letter.getReason()).isEqualTo(unreadable.get(Place.of(letter)));
            assertThat(letter.getRecordBytes()).isPositive();
        });
        assertThat(letters).extracting(Place::of).doesNotHaveDuplicates();
    }

    /** Where a record lies. */
    private record Place(String topic, int partition, long offset) {
        static Place of(DeadLetter letter) {
            return new Place(letter.getTopic(), letter.getPartition(), letter.getOffset());
        }

        static Place of(ConsumerRecord<byte[], byte[]> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    /** A call's records that nobody can read, with what is wrong with each. */
    private Map<Place, String> unreadable(String key) {
        var unreadable = new HashMap<Place, String>();
        var codec = new AvroCodec();
        for (var record : Topics.read(system.brokers(), "call-media")) {
            if (new String(record.key(), UTF_8).equals(key)) {
                try {
                    codec.decode(record.value());
                } catch (UnreadableRecordException e) {
                    unreadable.put(Place.of(record), e.reason().name());
                }
            }
        }
        return unreadable;
    }

    private static List<Row> plain(List<Row> rows) {
        return rows.stream().map(row -> row.without(NAMES_THE_CALL)).toList();
    }

    private static CallScript sample(String callId, Instant start) throws Exception {
        return new CallScript(Recordings.sample(callId), start, ScriptSettings.plain(Recordings.CONSENT));
    }
}
