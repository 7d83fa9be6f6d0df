package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.PublishTally;

/** A call that was published, and what became of it. */
record PlayedCall(CallScript script, PublishTally sent, WrittenCall database, WrittenCall lake) {
    /** Every frame that was sent, or should have been, has one fate in the call's row. */
    void assertFramesAccountedFor() {
        Row call = database.call();
        long received = call.count("frames_received");
        long lost = call.count("frames_lost");
        System.out.printf(
                "%s: received %d, lost %d, duplicate %d, late %d, refused %d, withheld %d, played %d%n",
                script.recording().callId(),
                received,
                lost,
                call.count("frames_duplicate"),
                call.count("frames_late"),
                call.count("frames_refused"),
                call.count("frames_withheld"),
                call.count("frames_played"));
        assertThat(received).isEqualTo(sent.media() - sent.lost() - sent.corrupted() + sent.duplicated());
        assertThat(lost).isEqualTo(sent.lost() + sent.corrupted());
        assertThat(call.count("frames_duplicate")).isEqualTo(sent.duplicated());
        assertThat(received + lost)
                .isEqualTo(call.count("frames_duplicate")
                        + call.count("frames_late")
                        + call.count("frames_refused")
                        + call.count("frames_withheld")
                        + call.count("frames_played"));
    }

    /** Both stores hold the same rows, each once. */
    void assertStoresAgree() {
        assertThat(database.calls()).hasSize(1);
        assertThat(lake.calls()).isEqualTo(database.calls());
        assertThat(lake.utterances()).doesNotHaveDuplicates().isEqualTo(database.utterances());
        assertThat(lake.silences()).doesNotHaveDuplicates().isEqualTo(database.silences());
    }
}
