package io.undertone.udfs.words;

import java.util.List;

/** Transcripts as servers give them. */
final class Heard {
    private Heard() {}

    static Transcript text(String text) {
        var transcript = new Transcript();
        transcript.text = text;
        return transcript;
    }

    static Transcript segments(Segment... segments) {
        var transcript = new Transcript();
        transcript.segments = List.of(segments);
        transcript.text = String.join(
                "", transcript.segments.stream().map(segment -> segment.text).toList());
        return transcript;
    }

    static Transcript words(String text, Word... words) {
        var transcript = text(text);
        transcript.words = List.of(words);
        return transcript;
    }

    static Word word(double begin, double end, String text) {
        return new Word(begin, end, text, null);
    }

    static SiftedTranscript sifted(Transcript transcript) {
        return new SiftedTranscript(transcript, List.of());
    }
}
