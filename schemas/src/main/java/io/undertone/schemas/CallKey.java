package io.undertone.schemas;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka key of every record about a call, and the rule for the ids in it. Ids come from systems of others and end
 * up in keys, file names and rows: one that could leave its place in any of these is refused.
 */
public final class CallKey {

    private static final int MAX_ID_BYTES = 200;
    /** How much of a refused id a message shows. */
    private static final int SHOWN_CHARACTERS = 60;

    private CallKey() {}

    /** {@code tenant|call}; the UTF-8 of it is the key. */
    public static String of(String tenantId, String callId) {
        return requirePlainId("tenant_id", tenantId) + '|' + requirePlainId("call_id", callId);
    }

    /** {@code tenant|speaker}; the UTF-8 of it is the key of every record about an enrolled voice. */
    public static String ofSpeaker(String tenantId, String speakerId) {
        return requirePlainId("tenant_id", tenantId) + '|' + requirePlainId("speaker_id", speakerId);
    }

    /** The id itself, if it is plain. {@code what} names its kind: tenant_id, call_id, leg_id, stream_id, speaker_id. */
    public static String requirePlainId(String what, String id) {
        String problem = problem(what, id);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return id;
    }

    /** What is wrong with the id, fit for a log or a dead letter; null if nothing is. */
    public static @Nullable String problem(String what, String id) {
        String flaw = flaw(id);
        if (flaw == null) {
            return null;
        }
        return ("%s %s: expected 1 to %d bytes of UTF-8 without '|', '/', '\\' or control characters, and neither '.'"
                        + " nor '..', got \"%s\"")
                .formatted(what, flaw, MAX_ID_BYTES, shown(id));
    }

    private static @Nullable String flaw(String id) {
        if (id.isBlank()) {
            return "is empty";
        }
        if (id.equals(".") || id.equals("..")) {
            return "is a path";
        }
        if (id.length() > MAX_ID_BYTES) {
            return "is too long";
        }
        boolean ascii = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '|' || c == '/' || c == '\\' || Character.isISOControl(c)) {
                return "holds a forbidden character at %d".formatted(i);
            }
            ascii &= c < 0x80;
        }
        return ascii ? null : flawBeyondAscii(id);
    }

    private static @Nullable String flawBeyondAscii(String id) {
        // An unpaired surrogate has no UTF-8: encoders put '?' there, and two ids would become one.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            return "is not well-formed Unicode";
        }
        return id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES ? "is too long" : null;
    }

    private static String shown(String id) {
        StringBuilder shown = new StringBuilder();
        id.codePoints().limit(SHOWN_CHARACTERS).map(CallKey::printable).forEach(shown::appendCodePoint);
        return id.codePointCount(0, id.length()) > SHOWN_CHARACTERS ? shown + "…" : shown.toString();
    }

    /** Control, format, separator and unassigned characters could forge a log line or turn the text around. */
    private static int printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> '?';
            default -> codePoint;
        };
    }
}
