package io.undertone.udfs.conversation;

/**
 * One utterance on the call's timeline.
 *
 * @param participant key of who speaks, the same for all their utterances; on a mixed leg it comes from the voice
 * @param number the utterance's number on its leg, from 1
 * @param mixedLeg whether the leg carries several participants at once
 */
public record Talk(String legId, String participant, Speaker speaker, int number, Interval span, boolean mixedLeg) {

    public Talk {
        if (legId.isBlank() || participant.isBlank()) {
            throw new IllegalArgumentException(
                    "need a leg and a participant, got leg='%s' participant='%s'".formatted(legId, participant));
        }
        if (number < 1) {
            throw new IllegalArgumentException("utterances are numbered from 1, got %d".formatted(number));
        }
    }
}
