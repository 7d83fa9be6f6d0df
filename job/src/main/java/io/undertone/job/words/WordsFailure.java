package io.undertone.job.words;

/** Why a pack has no words. */
public enum WordsFailure {
    /** No connection, or a server that fails by itself (5xx), or one that failed so often that it is left alone for a while. */
    UNREACHABLE,
    /** No answer in the time that there is for all attempts together. */
    TIMEOUT,
    /** The server asked to come back later, until there was no time left (429, 503). */
    BUSY,
    /** The server does not take the request (other 4xx), or wants it sent to somebody else. */
    REFUSED,
    /** What came is no answer as the API has them. */
    BROKEN_ANSWER,
    /** The answer is longer than any pack's can be, or the request is for the server. */
    TOO_LARGE,
    /** None of the pack's audio could be read. */
    NO_AUDIO
}
