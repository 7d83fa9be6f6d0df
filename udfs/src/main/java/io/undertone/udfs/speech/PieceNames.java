package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names of audio pieces: {@code directory/tenant/yyyy-MM-dd/call/start-part/leg/begin-end.wav}. A function of call and position, so
 * that a replay overwrites what it wrote before, and a prefix names all pieces of a call.
 */
public final class PieceNames {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private PieceNames() {}

    /** Where the samples {@code [begin, end)} of a leg are kept. */
    public static String uri(String directory, CallId id, String legId, long begin, long end) {
        Instant start = Instant.ofEpochSecond(0, Math.multiplyExact(id.startMicros, 1_000L));
        return String.join(
                "/",
                directory.endsWith("/") ? directory.substring(0, directory.length() - 1) : directory,
                escape(id.tenantId),
                DAY.format(start),
                escape(id.callId),
                id.startMicros + "-" + id.part,
                escape(legId),
                "%09d-%09d.wav".formatted(begin, end));
    }

    /** Ids may hold anything but separators; file systems and URIs may not. */
    private static String escape(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
