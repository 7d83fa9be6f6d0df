package io.undertone.udfs.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Takes out what a transcriber made up where nobody spoke: what it calls no speech and is unsure of, what it says over and over,
 * and what compresses as speech does not.
 */
public final class InventedWords {
    /** Whisper's own thresholds (transcribe.py: no_speech_threshold, logprob_threshold, compression_ratio_threshold). */
    private static final double NO_SPEECH = 0.6;

    private static final double UNSURE_LOG_PROBABILITY = -1;
    private static final double MOST_COMPRESSION = 2.4;

    /** Callers do say "hello?" three times into a dead line. */
    private static final int SAME_SEGMENTS = 4;

    private InventedWords() {}

    /** What is left of {@code transcript}, which stays as it is. */
    public static SiftedTranscript sift(Transcript transcript, double packSeconds) {
        List<Segment> segments = transcript.segments.isEmpty()
                ? List.of(new Segment(0, packSeconds, transcript.text))
                : transcript.segments;
        List<Segment> invented = invented(segments);
        return invented.isEmpty()
                ? new SiftedTranscript(transcript, invented)
                : new SiftedTranscript(without(transcript, segments, invented), invented);
    }

    private static List<Segment> invented(List<Segment> segments) {
        List<Segment> invented = new ArrayList<>();
        for (int from = 0, to; from < segments.size(); from = to) {
            to = endOfRun(segments, from);
            for (int i = from; i < to; i++) {
                boolean repeated = i > from && to - from >= SAME_SEGMENTS;
                Segment segment = segments.get(i);
                if (!segment.text.isBlank() && (repeated || isInvented(segment))) {
                    invented.add(segment);
                }
            }
        }
        return invented;
    }

    /** The first segment behind {@code from} that says something else. */
    private static int endOfRun(List<Segment> segments, int from) {
        List<String> words = WordForms.of(segments.get(from).text);
        int to = from + 1;
        while (to < segments.size() && words.equals(WordForms.of(segments.get(to).text))) {
            to++;
        }
        return to;
    }

    private static boolean isInvented(Segment segment) {
        boolean silent = segment.noSpeechProbability != null
                && segment.noSpeechProbability > NO_SPEECH
                && segment.meanLogProbability != null
                && segment.meanLogProbability < UNSURE_LOG_PROBABILITY;
        return silent || compression(segment) > MOST_COMPRESSION || Loops.isLoop(segment.text);
    }

    private static double compression(Segment segment) {
        return segment.compressionRatio != null ? segment.compressionRatio : ratio(segment.text);
    }

    /** As Whisper reckons it: bytes of UTF-8 over bytes of zlib. */
    static double ratio(String text) {
        byte[] plain = text.strip().getBytes(StandardCharsets.UTF_8);
        var deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[plain.length + 64];
            int compressed = 0;
            while (!deflater.finished()) {
                compressed += deflater.deflate(buffer);
            }
            return (double) plain.length / compressed;
        } finally {
            deflater.end();
        }
    }

    private static Transcript without(Transcript transcript, List<Segment> segments, List<Segment> invented) {
        var kept = new Transcript();
        kept.language = transcript.language;
        List<String> texts = new ArrayList<>();
        for (Segment segment : segments) {
            if (!invented.contains(segment)) {
                kept.segments.add(segment);
                texts.add(segment.text.strip());
            }
        }
        kept.text = String.join(" ", texts);
        for (Word word : transcript.words) {
            if (!invented.contains(segmentOf(word, segments))) {
                kept.words.add(word);
            }
        }
        return kept;
    }

    /** The one that most of the word lies in, or the nearest one. */
    private static Segment segmentOf(Word word, List<Segment> segments) {
        Segment most = segments.get(0);
        for (Segment segment : segments) {
            if (overlap(word, segment) > overlap(word, most)) {
                most = segment;
            }
        }
        return most;
    }

    private static double overlap(Word word, Segment segment) {
        return Math.min(word.end, segment.end) - Math.max(word.begin, segment.begin);
    }
}
