package io.undertone.local.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Hears a word in every half second that is not silent. Which one, each of its samples decides. */
final class HeardLevels {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER_BYTES = 44;
    private static final int RATE = 8_000;
    private static final int WORD_SAMPLES = RATE / 2;
    /** Mean of absolute samples: what lies between two utterances is digital silence. */
    private static final int QUIET = 30;

    private static final String[] WORDS = {
        "angry",
        "broken",
        "delivery",
        "happy",
        "hello",
        "invoice",
        "order",
        "perfect",
        "please",
        "refund",
        "terrible",
        "thanks",
        "today",
        "waiting",
        "wonderful",
        "wrong"
    };

    private HeardLevels() {}

    /** What is said in the recording within a form, with the times of its words. */
    static byte[] transcript(byte[] form) throws IOException {
        ShortBuffer samples = recording(form);
        ObjectNode answer = JSON.createObjectNode().put("language", "english");
        ArrayNode words = answer.putArray("words");
        var text = new StringJoiner(" ");
        int count = samples.remaining();
        for (int from = 0; from < count; from += WORD_SAMPLES) {
            int to = Math.min(count, from + WORD_SAMPLES);
            String word = word(samples, from, to);
            if (word != null) {
                text.add(word);
                ObjectNode timed = words.addObject().put("word", word);
                timed.put("start", (double) from / RATE).put("end", (double) to / RATE);
            }
        }
        return JSON.writeValueAsBytes(answer.put("text", text.toString()).put("duration", (double) count / RATE));
    }

    /** The form is multipart; a recording in it is WAV as the job writes it. */
    private static ShortBuffer recording(byte[] form) {
        int at = new String(form, StandardCharsets.ISO_8859_1).indexOf("RIFF");
        ByteBuffer wav = ByteBuffer.wrap(form, at, form.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
        int bytes = wav.getInt(HEADER_BYTES - Integer.BYTES);
        return wav.slice(HEADER_BYTES, bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static @Nullable String word(ShortBuffer samples, int from, int to) {
        long sum = 0;
        int hash = 1;
        for (int i = from; i < to; i++) {
            sum += Math.abs(samples.get(i));
            hash = 31 * hash + samples.get(i);
        }
        return sum < (long) QUIET * (to - from) ? null : WORDS[(hash ^ hash >>> 16) & (WORDS.length - 1)];
    }
}
