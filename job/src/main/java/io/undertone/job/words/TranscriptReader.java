package io.undertone.job.words;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.udfs.words.Segment;
import io.undertone.udfs.words.Transcript;
import io.undertone.udfs.words.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of {@code /v1/audio/transcriptions}: with words and segments, with segments, or with text alone. Words stand beside the
 * segments (OpenAI) or within them (servers on faster-whisper).
 *
 * <p>Only {@code text} must be there; what is there must be of its type, or it is no answer.
 */
final class TranscriptReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build()
            .readerFor(JsonNode.class);

    private TranscriptReader() {}

    static Transcript read(byte[] answer) throws BrokenAnswerException {
        JsonNode root = tree(answer);
        var transcript = new Transcript();
        transcript.text = text(root, "text");
        transcript.language = root.path("language").isTextual()
                ? Languages.answered(root.path("language").textValue())
                : null;
        JsonNode segments = list(root, "segments");
        for (JsonNode segment : segments) {
            transcript.segments.add(segment(segment));
        }
        transcript.words = words(root);
        if (transcript.words.isEmpty()) {
            transcript.words = wordsWithin(segments);
        }
        return transcript;
    }

    /** Jackson's messages quote what they stumble over, so they go no further. */
    private static JsonNode tree(byte[] answer) throws BrokenAnswerException {
        JsonNode root;
        try {
            root = JSON.readValue(answer);
        } catch (IOException e) {
            throw new BrokenAnswerException("JSON and nothing else");
        }
        if (root == null || !root.isObject()) {
            throw new BrokenAnswerException("an object");
        }
        return root;
    }

    private static Segment segment(JsonNode from) throws BrokenAnswerException {
        var segment = new Segment();
        segment.begin = Math.max(0, number(from, "start"));
        segment.end = Math.max(segment.begin, number(from, "end"));
        segment.text = text(from, "text");
        segment.noSpeechProbability = optional(from, "no_speech_prob");
        segment.meanLogProbability = optional(from, "avg_logprob");
        segment.compressionRatio = optional(from, "compression_ratio");
        return segment;
    }

    private static List<Word> words(JsonNode parent) throws BrokenAnswerException {
        List<Word> words = new ArrayList<>();
        for (JsonNode from : list(parent, "words")) {
            double begin = Math.max(0, number(from, "start"));
            double end = Math.max(begin, number(from, "end"));
            words.add(new Word(begin, end, text(from, "word"), optional(from, "probability")));
        }
        return words;
    }

    /** None at all if one segment that says something has none: the segments' own times then tell of every word. */
    private static List<Word> wordsWithin(JsonNode segments) throws BrokenAnswerException {
        List<Word> words = new ArrayList<>();
        for (JsonNode segment : segments) {
            List<Word> within = words(segment);
            if (within.isEmpty() && !text(segment, "text").isBlank()) {
                return new ArrayList<>();
            }
            words.addAll(within);
        }
        return words;
    }

    private static JsonNode list(JsonNode parent, String name) throws BrokenAnswerException {
        JsonNode list = parent.path(name);
        if (list.isArray() || list.isNull() || list.isMissingNode()) {
            return list;
        }
        throw new BrokenAnswerException(name + " to be a list");
    }

    private static String text(JsonNode parent, String name) throws BrokenAnswerException {
        JsonNode text = parent.path(name);
        if (text.isTextual()) {
            return text.textValue();
        }
        throw new BrokenAnswerException(name + " to be a text");
    }

    private static double number(JsonNode parent, String name) throws BrokenAnswerException {
        Double number = optional(parent, name);
        if (number == null) {
            throw new BrokenAnswerException(name + " to be a number");
        }
        return number;
    }

    private static @Nullable Double optional(JsonNode parent, String name) throws BrokenAnswerException {
        JsonNode number = parent.path(name);
        if (number.isNull() || number.isMissingNode()) {
            return null;
        }
        if (number.isNumber() && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new BrokenAnswerException(name + " to be a number");
    }
}
