package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of audio pieces: {@code directory/tenant/yyyy-MM-dd/call/start-part/leg/begin-end.wav}. A function of call and position, so
 * that a replay overwrites what it wrote before, and a prefix names all pieces of a call.
 */
public final class PieceNames {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private static final Pattern PIECE = Pattern.compile("\\d{9,18}-\\d{9,18}\\.wav");

    private static final int LONGEST_NAME = 200;

    private PieceNames() {}

    /** Where the samples {@code [begin, end)} of a leg are kept. */
    public static String uri(String directory, CallId id, String legId, long begin, long end) {
        return String.join("/", ofLeg(directory, id, legId), String.format(Locale.ROOT, "%09d-%09d.wav", begin, end));
    }

    /** Where all pieces of a leg of it are kept. */
    public static String ofLeg(String directory, CallId id, String legId) {
        return ofPart(directory, id) + "/" + escape(legId);
    }

    /** Where the piece of that name begins; none of ours begins at {@link Long#MAX_VALUE}. */
    public static long beginOf(String file) {
        return PIECE.matcher(file).matches() ? Long.parseLong(file.substring(0, file.indexOf('-'))) : Long.MAX_VALUE;
    }

    /** Where all pieces of a part of a call are kept, and nothing of any other. */
    public static String ofPart(String directory, CallId id) {
        Instant start = Instant.ofEpochSecond(0, Math.multiplyExact(id.startMicros, 1_000L));
        return String.join(
                "/",
                directory.endsWith("/") ? directory.substring(0, directory.length() - 1) : directory,
                escape(id.tenantId),
                DAY.format(start),
                escape(id.callId),
                id.startMicros + "-" + id.part);
    }

    /** Ids may hold anything but separators; what file systems or URIs could take for something else is spelled in hex. */
    private static String escape(String id) {
        StringBuilder name = new StringBuilder(id.length());
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (plain || (c == '.' && name.length() > 0)) {
                name.append(c);
            } else {
                name.append("=%02X".formatted((int) c));
            }
        }
        return name.length() <= LONGEST_NAME ? name.toString() : shortened(name.toString(), id);
    }

    /**
     * File systems end at 255 bytes a name: a long one keeps its beginning, and a hash that tells it apart. No other id is spelled
     * with two equals signs.
     */
    private static String shortened(String name, String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return name.substring(0, LONGEST_NAME - 34) + "==" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
