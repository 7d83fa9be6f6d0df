package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.undertone.schemas.UnreadableRecordException.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come from systems of others: whatever they are, they cost one dead letter and never the job. */
final class CorruptRecordsTest {

    private static final int MUTATIONS = 5_000;
    /** Classes loaded and lambdas linked on the way, the message, and 8 bytes of table for each announced item. */
    private static final long ALLOCATION_BASE_BYTES = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final AvroCodec codec = new AvroCodec();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void corrupt_bytes_give_a_record_or_a_refusal_and_nothing_else(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> sound = sound();
        Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
        int decoded = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = corrupted(sound.get(random.nextInt(sound.size())), random);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                codec.decode(bytes);
                decoded++;
            } catch (UnreadableRecordException e) {
                refusals.merge(e.reason(), 1, Integer::sum);
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as("mutation %d", i).isLessThan(ALLOCATION_BASE_BYTES + 100L * bytes.length);
        }
        assertThat(decoded).as("records that stayed readable").isPositive();
        assertThat(refusals)
                .containsKeys(
                        Reason.EMPTY,
                        Reason.NOT_SINGLE_OBJECT,
                        Reason.UNKNOWN_SCHEMA,
                        Reason.CORRUPT,
                        Reason.TRAILING_BYTES);
    }

    @Test
    void a_payload_that_claims_a_gigabyte_is_corrupt_and_costs_next_to_nothing() {
        byte[] frame = AvroCodec.encode(Frames.frame(0));
        int at = Frames.payloadLengthAt(frame);
        byte[] gigabyte = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08};
        byte[] bytes = Arrays.copyOf(frame, frame.length + gigabyte.length - 2);
        System.arraycopy(gigabyte, 0, bytes, at, gigabyte.length);
        System.arraycopy(frame, at + 2, bytes, at + gigabyte.length, frame.length - at - 2);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        var refusal = catchThrowableOfType(UnreadableRecordException.class, () -> codec.decode(bytes));

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATION_BASE_BYTES);
        assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT);
        assertThat(refusal).hasMessageContaining("AudioFrame version 1").hasMessageContaining("EOFException");
    }

    private static List<byte[]> sound() throws IOException {
        List<byte[]> sound = new ArrayList<>();
        for (ReleasedSchema version : ReleasedSchemas.shipped().all()) {
            sound.add(Golden.of(version).bytes());
            sound.add(AvroCodec.encode(Frames.frame(sound.size())));
        }
        return sound;
    }

    private static byte[] corrupted(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            case 2 -> bytes[random.nextInt(AvroCodec.HEADER_BYTES)] ^= (byte) (1 + random.nextInt(255));
            case 3 -> {
                bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
            }
            default -> {
                // Behind the header, where the lengths, counts and indices are; a set top bit makes a varint longer.
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    int at = AvroCodec.HEADER_BYTES + random.nextInt(bytes.length - AvroCodec.HEADER_BYTES);
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
