package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.reanalysis.Reanalysis;
import io.undertone.job.runtime.Filled;
import io.undertone.schema.ReanalysisRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.moods.WindowFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a call says all that was gathered of it, and a request says which call. */
final class KeptCallContractTest {
    private static final int SECONDS_OF_FOUR_HOURS = 4 * 3_600;

    static Stream<KeptCall> calls() {
        return ContractsTest.endedCalls().map(ended -> {
            var call = new KeptCall();
            call.ended = ended;
            call.complete = true;
            ContractsTest.utterances().forEach(call.utterances::add);
            call.windows.add(Filled.entirely(WindowFacts.class));
            call.windows.add(Filled.barely(WindowFacts.class));
            call.windows.get(1).moods = new double[0];
            return call;
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_is_read_as_it_was_written(KeptCall call) {
        assertThat(KeptCallContract.read(KeptCallContract.write(call)))
                .usingRecursiveComparison()
                .isEqualTo(call);
        call.complete = false;
        assertThat(KeptCallContract.read(KeptCallContract.write(call)).complete).isFalse();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void the_same_call_gives_the_same_bytes(KeptCall call) {
        assertThat(KeptCallContract.write(call)).isEqualTo(KeptCallContract.write(call));
    }

    @Test
    void a_call_of_four_hours_takes_little_beside_its_audio() {
        EndedCallFacts ended = ContractsTest.endedCalls().findFirst().orElseThrow();
        var call = new KeptCall();
        call.ended = ended;
        for (int second = 0; second < SECONDS_OF_FOUR_HOURS; second++) {
            WindowFacts window = Filled.entirely(WindowFacts.class);
            window.number = second + 1;
            window.begin = second * 8_000L;
            window.end = window.begin + 24_000;
            call.windows.add(window);
        }
        byte[] file = KeptCallContract.write(call);
        System.out.printf("%d emotion windows are kept in %d kB%n", SECONDS_OF_FOUR_HOURS, file.length / 1_000);
        assertThat(file).hasSizeLessThan(2_000_000);
        assertThat(KeptCallContract.read(file).windows).hasSize(SECONDS_OF_FOUR_HOURS);
    }

    @Test
    void a_file_without_a_header_is_no_call() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeptCallContract.read(new byte[200]));
        assertThatIllegalArgumentException().isThrownBy(() -> KeptCallContract.read(new byte[0]));
    }

    @Test
    void a_request_names_a_part_of_a_call_and_a_revision() throws Exception {
        Reanalysis request = read(request("c-1", 2)).get(0);
        assertThat(request.unusable).isNull();
        assertThat(request.id.key() + "|" + request.id.partKey()).isEqualTo("acme|c-1|1767607200123456|1");
        assertThat(request.revision).isEqualTo(2);
        assertThat(request.origin.offset).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"c-1, 0", "c-1, -1", "c-1, 1000001", "a/b, 1"})
    void a_request_that_cannot_be_is_unusable(String callId, int revision) throws Exception {
        List<Reanalysis> read = read(request(callId, revision));
        assertThat(read).extracting(request -> request.unusable).containsExactly("IMPLAUSIBLE_REQUEST");
    }

    private static List<Reanalysis> read(ReanalysisRequest request) throws Exception {
        return new ArrayList<>(Records.readAll(new ReanalysisReader(), AvroCodec.encode(request)));
    }

    private static ReanalysisRequest request(String callId, int revision) {
        Instant start = CallTimes.instant(1_767_607_200_123_456L);
        return new ReanalysisRequest("acme", callId, start, 1, revision, start.plusSeconds(60));
    }
}
