package io.undertone.udfs.redaction;

/** What one voice of a leg said in one go. */
public record SpokenLine(String leg, int voice, String text) {
    boolean sameSpeaker(SpokenLine other) {
        return voice == other.voice && leg.equals(other.leg);
    }
}
