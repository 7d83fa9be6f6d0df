package io.undertone.udfs.words;

/** What became of the words of an utterance. */
public enum TextStatus {
    TRANSCRIBED,
    /** The transcriber heard no words in it. */
    EMPTY,
    /** It heard only words that nobody can have said: they were dropped. */
    INVENTED,
    /** There was no answer. */
    FAILED,
    /** None of its audio was kept, or none of it can be read any more. */
    NO_AUDIO
}
