package io.undertone.udfs.speech;

/** Takes what an {@link UtteranceBuilder} makes: the pieces of an utterance in order, then the utterance. */
public interface UtteranceSink {
    /** These samples belong to that utterance; they lie within the last 4 s of what was heard. */
    void piece(long fromSample, long toSample, int utterance);

    void utterance(ClosedUtterance closed);
}
