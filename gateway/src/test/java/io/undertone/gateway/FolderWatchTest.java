package io.undertone.gateway;

import static io.undertone.gateway.Calls.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schema.CallEventType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files that are put into a watched folder. */
final class FolderWatchTest {
    @TempDir
    Path parent;

    private Watching watch;

    @BeforeEach
    void watch() throws IOException {
        watch = new Watching(parent);
    }

    @Test
    void a_recording_is_published_when_it_has_not_changed_for_three_seconds() throws Exception {
        watch.put("complaint.wav", 1);
        watch.stage.at(2.5, () -> assertThat(watch.sink.sent).isEmpty());

        watch.until(3.5);

        assertThat(watch.names()).containsExactly("complaint");
        assertThat(watch.events(CallEventType.ENDED)).hasSize(1);
        assertThat(watch.out.toString()).contains("published complaint-").contains("(complaint.wav): 0.5 s of audio");
    }

    @Test
    void a_file_that_is_still_being_written_is_left_until_its_size_rests() throws Exception {
        Path whole = WavFiles.mono(parent.resolve("whole.wav"), 8_000, noise(0.5, 1));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = watch.folder.resolve("slow.wav");
        for (int second = 0; second < 8; second++) {
            int from = bytes.length * second / 8;
            int to = bytes.length * (second + 1) / 8;
            watch.stage.at(second + 0.5, () -> append(file, bytes, from, to));
        }
        watch.stage.at(10.4, () -> assertThat(watch.sink.sent).isEmpty());

        watch.until(12);

        assertThat(watch.names()).containsExactly("slow");
        assertThat(watch.legs()).containsExactly("mixed");
    }

    @Test
    void a_file_that_is_written_over_in_its_own_length_has_not_come_to_rest() throws Exception {
        Path file = watch.put("call.wav", 1);
        watch.stage.at(2.5, () -> Watching.written(file, Watching.WRITTEN.plusSeconds(1)));
        watch.stage.at(4.9, () -> assertThat(watch.sink.sent).isEmpty());

        watch.until(7);

        assertThat(watch.names()).containsExactly("call");
    }

    @Test
    void what_was_published_is_not_published_again_after_a_restart() throws Exception {
        watch.put("one.wav", 1);
        watch.until(5);
        watch.put("two.wav", 2);

        watch.until(5).until(5);

        assertThat(watch.names()).containsExactly("one", "two");
    }

    @Test
    void a_file_that_is_only_touched_is_no_new_one_but_another_content_is() throws Exception {
        Path file = watch.put("call.wav", 1);
        watch.until(5);
        Watching.written(file, Watching.NOW);
        watch.until(5).until(5);
        assertThat(watch.calls()).hasSize(1);

        Watching.written(watch.put("call.wav", 2), Watching.WRITTEN.plusSeconds(1));
        watch.until(5);

        assertThat(watch.names()).containsExactly("call", "call");
        assertThat(watch.calls()).doesNotHaveDuplicates();
    }

    @Test
    void a_touched_leg_is_no_leg_that_a_new_one_waits_for() throws Exception {
        Path agent = watch.put("x_agent.wav", 1);
        watch.put("x_customer.wav", 2);
        watch.until(5);
        Watching.written(agent, Watching.NOW);
        Watching.written(watch.put("x_customer.wav", 3), Watching.WRITTEN.plusSeconds(1));

        watch.until(70);

        assertThat(watch.names()).containsExactly("x", "x");
        assertThat(watch.calls()).doesNotHaveDuplicates();
    }

    @Test
    void an_id_is_a_function_of_name_and_content() throws Exception {
        watch.put("a.wav", 1);
        watch.put("b.wav", 1);
        watch.until(5);
        var elsewhere = new Watching(parent.resolve("elsewhere"));
        elsewhere.put("a.wav", 1);
        elsewhere.until(5);

        assertThat(watch.calls()).hasSize(2).doesNotHaveDuplicates().containsAll(elsewhere.calls());
    }

    @Test
    void two_channels_are_customer_and_agent() throws Exception {
        Watching.written(
                WavFiles.stereo(watch.folder.resolve("both.wav"), noise(0.5, 1), noise(0.5, 2)), Watching.WRITTEN);

        watch.until(5);

        assertThat(watch.legs()).containsExactlyInAnyOrder("customer", "agent");
    }

    @Test
    void a_call_ended_when_its_last_file_was_written() throws Exception {
        Watching.written(watch.put("x_agent.wav", noise(2, 1)), Watching.WRITTEN.plusSeconds(10));
        watch.put("x_customer.wav", noise(1, 2));

        watch.until(5);

        assertThat(watch.events(CallEventType.STARTED).get(0).getEventTime())
                .isEqualTo(Watching.WRITTEN.plusSeconds(8));
        assertThat(watch.events(CallEventType.ENDED).get(0).getEventTime()).isEqualTo(Watching.WRITTEN.plusSeconds(10));
    }

    @Test
    void a_call_of_which_the_file_is_from_the_future_ended_now() throws Exception {
        Watching.written(watch.put("call.wav", 1), Watching.NOW.plusSeconds(3_600));

        watch.until(5);

        assertThat(watch.events(CallEventType.ENDED).get(0).getEventTime()).isEqualTo(Watching.NOW);
    }

    @Test
    void a_bad_file_is_named_once_and_the_others_are_published() throws Exception {
        Files.writeString(watch.folder.resolve("bad.wav"), "hello");
        Files.write(watch.folder.resolve("cut.wav"), new byte[] {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'A', 'V', 'E'});
        watch.put("a|b.wav", 1);
        watch.put("good.wav", 2);

        watch.until(10);

        assertThat(watch.names()).containsExactly("good");
        assertThat(watch.err.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("left out %s:".formatted(watch.folder.resolve("bad.wav"))))
                .anyMatch(line -> line.startsWith("left out %s:".formatted(watch.folder.resolve("cut.wav"))))
                .anyMatch(line -> line.contains("a|b.wav: call_id"));
        assertThat(watch.out.toString()).contains("stopped: 1 calls published, 3 files left out");
    }

    @Test
    void a_bad_file_that_is_mended_is_published() throws Exception {
        Files.writeString(watch.folder.resolve("call.wav"), "hello");
        watch.stage.at(6, () -> watch.put("call.wav", 1));

        watch.until(12);

        assertThat(watch.names()).containsExactly("call");
    }

    @Test
    void a_leg_beside_a_bad_one_is_published_alone_after_a_minute() throws Exception {
        watch.put("x_agent.wav", 1);
        Files.writeString(watch.folder.resolve("x_customer.wav"), "hello");
        watch.stage.at(59, () -> assertThat(watch.sink.sent).isEmpty());

        watch.until(62);

        assertThat(watch.names()).containsExactly("x");
        assertThat(watch.legs()).containsExactly("agent");
        assertThat(watch.err.toString()).contains("x_customer.wav");
    }

    @Test
    void two_channels_under_the_name_of_one_leg_are_left_out() throws Exception {
        WavFiles.stereo(watch.folder.resolve("x_agent.wav"), noise(0.5, 1), noise(0.5, 2));

        watch.until(70);

        assertThat(watch.calls()).isEmpty();
        assertThat(watch.err.toString()).contains("x_agent.wav: it has 2 channels, but a name of one leg");
    }

    @Test
    void folders_and_empty_hidden_and_unfinished_files_are_nobodys() throws Exception {
        Files.createDirectories(watch.folder.resolve("old.wav"));
        Files.createFile(watch.folder.resolve("empty.wav"));
        for (String name : List.of(".hidden.wav", "call.wav.part", "call.wav.TMP", "call.crdownload")) {
            watch.put(name, 1);
        }

        watch.until(70);

        assertThat(watch.sink.sent).isEmpty();
        assertThat(watch.err.toString()).isEmpty();
    }

    @Test
    void a_file_that_is_taken_away_in_between_is_forgotten() throws Exception {
        Path file = watch.put("gone.wav", 1);
        watch.stage.at(2.5, () -> Files.delete(file));
        watch.stage.at(4.5, () -> watch.put("gone.wav", 1));
        watch.stage.at(7.4, () -> assertThat(watch.sink.sent).isEmpty());

        watch.until(9);

        assertThat(watch.names()).containsExactly("gone");
        assertThat(watch.err.toString()).isEmpty();
    }

    @Test
    void a_file_that_changes_while_another_call_is_published_is_looked_at_again() throws Exception {
        watch.put("one.wav", noise(10, 1));
        watch.put("two.wav", 2);
        watch.speed = Speed.REAL_TIME;
        watch.stage.at(8, () -> Watching.written(watch.put("two.wav", 3), Watching.NOW));

        watch.until(30);

        var elsewhere = new Watching(parent.resolve("elsewhere"));
        elsewhere.put("two.wav", 3);
        assertThat(watch.calls()).hasSize(2).containsAll(elsewhere.until(5).calls());
    }

    @Test
    void asked_to_stop_it_sends_the_rest_of_the_call_at_once_and_begins_no_other() throws Exception {
        watch.put("one.wav", noise(60, 1));
        watch.put("two.wav", noise(60, 2));
        watch.speed = Speed.REAL_TIME;

        watch.until(10);

        assertThat(watch.stoppedAt).isBetween(10.0, 10.2);
        assertThat(watch.names()).containsExactly("one");
        assertThat(watch.events(CallEventType.ENDED)).hasSize(1);
        assertThat(watch.out.toString()).contains("stopped: 1 calls published, 0 files left out");
        watch.speed = Speed.MAX;
        assertThat(watch.until(10).names()).containsExactly("one", "two");
    }

    @Test
    void a_call_that_the_broker_did_not_take_is_sent_again_record_by_record() throws Exception {
        watch.put("call.wav", 1);
        var failing = new CollectingSink() {
            @Override
            public void flush() throws IOException {
                throw new IOException("no broker");
            }
        };
        assertThatThrownBy(() -> watch.until(5, failing)).hasMessage("no broker");

        watch.until(5);

        assertThat(values(watch.sink)).isEqualTo(values(failing)).isNotEmpty();
    }

    @Test
    void a_folder_that_goes_away_is_no_empty_one() throws Exception {
        watch.stage.at(2.5, () -> Files.delete(watch.folder));

        assertThatThrownBy(() -> watch.until(5)).isInstanceOf(IOException.class).hasMessageContaining("calls");
    }

    private static List<ByteBuffer> values(CollectingSink sink) {
        return sink.sent.stream().map(each -> ByteBuffer.wrap(each.value())).toList();
    }

    private static void append(Path file, byte[] bytes, int from, int to) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes, from, to - from);
        }
    }
}
