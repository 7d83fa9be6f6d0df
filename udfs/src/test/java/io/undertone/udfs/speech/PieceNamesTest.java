package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceNamesTest {
    private static final long START = 1_767_607_200_123_456L;
    /** Bytes in a name that every file system takes. */
    private static final int LONGEST = 255;

    @Test
    void a_piece_is_found_by_tenant_day_call_part_leg_and_place() {
        var id = new CallId("acme", "c-1", START, 2);
        assertThat(PieceNames.uri("s3://bucket/audio", id, "customer", 800, 24_800))
                .isEqualTo("s3://bucket/audio/acme/2026-01-05/c-1/1767607200123456-2/customer/000000800-000024800.wav");
    }

    @Test
    void a_directory_may_end_with_a_slash() {
        var id = new CallId("acme", "c-1", START, 0);
        assertThat(PieceNames.uri("file:///audio/", id, "agent", 0, 1))
                .isEqualTo(PieceNames.uri("file:///audio", id, "agent", 0, 1));
    }

    @Test
    void the_day_is_that_of_utc() {
        var lastSecond = new CallId("acme", "c-1", 1_767_657_599_999_999L, 0);
        var nextDay = new CallId("acme", "c-1", 1_767_657_600_000_000L, 0);
        assertThat(PieceNames.uri("/a", lastSecond, "agent", 0, 1)).contains("/2026-01-05/");
        assertThat(PieceNames.uri("/a", nextDay, "agent", 0, 1)).contains("/2026-01-06/");
    }

    @ParameterizedTest
    @CsvSource({
        "plain-ID_09.x, plain-ID_09.x",
        ".hidden, =2Ehidden",
        "..., =2E..",
        "a b, a=20b",
        "a%2Fb, a=252Fb",
        "a:b?c#d, a=3Ab=3Fc=23d",
        "a=2Eb, a=3D2Eb",
        "*, =2A",
        "ä, =C3=A4",
        "😀, =F0=9F=98=80"
    })
    void what_file_systems_or_uris_could_misread_is_spelled_in_hex(String id, String name) {
        assertThat(callName(id)).isEqualTo(name);
        assertThat(URI.create(PieceNames.uri("s3://bucket/audio", new CallId(id, id, START, 0), id, 0, 1))
                        .getPath())
                .isEqualTo(
                        "/audio/%s/2026-01-05/%s/%d-0/%s/000000000-000000001.wav".formatted(name, name, START, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ä", "€", "😀", " ", ".", "=", "%"})
    void the_longest_id_is_a_name_that_every_file_system_takes(String character) {
        String id = character.repeat(200 / character.getBytes(StandardCharsets.UTF_8).length);
        assertThat(callName(id).length()).isLessThanOrEqualTo(LONGEST);
        assertThat(callName(id)).matches("[A-Za-z0-9._=-]+").doesNotStartWith(".");
    }

    @Test
    void long_ids_that_differ_only_at_the_end_have_different_names() {
        String begin = "ä".repeat(90);
        Set<String> names = new HashSet<>();
        for (int call = 0; call < 1_000; call++) {
            names.add(callName(begin + call));
        }
        assertThat(names).hasSize(1_000);
    }

    @Test
    void no_other_id_is_spelled_like_a_shortened_one() {
        String shortened = callName("x".repeat(150) + "ä".repeat(25));
        assertThat(shortened).hasSize(200).startsWith("x".repeat(150));
        assertThat(callName(shortened)).isNotEqualTo(shortened);
    }

    @Test
    void a_replay_finds_the_same_name_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Set<String> names = new HashSet<>();
            for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.JAPAN)) {
                Locale.setDefault(locale);
                names.add(PieceNames.uri("/a", new CallId("acme", "ä", START, 0), "agent", 12, 34));
            }
            assertThat(names).hasSize(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String callName(String callId) {
        return PieceNames.uri("/a", new CallId("acme", callId, START, 0), "agent", 0, 1)
                .split("/", -1)[4];
    }

    @Test
    void all_pieces_of_a_leg_lie_in_its_directory_and_those_in_that_of_the_part() {
        var id = new CallId("acme", "c|1", START, 2);
        String piece = PieceNames.uri("file:///audio", id, "leg/1", 800, 24_800);
        assertThat(piece).startsWith(PieceNames.ofLeg("file:///audio", id, "leg/1") + "/");
        assertThat(PieceNames.ofLeg("file:///audio", id, "leg/1"))
                .startsWith(PieceNames.ofPart("file:///audio", id) + "/");
    }

    @Test
    void a_name_says_where_its_piece_begins_and_no_other_name_does() {
        assertThat(PieceNames.beginOf("000000800-000024800.wav")).isEqualTo(800);
        assertThat(PieceNames.beginOf("call.avro")).isEqualTo(Long.MAX_VALUE);
        assertThat(PieceNames.beginOf("800-24800.wav")).isEqualTo(Long.MAX_VALUE);
    }
}
