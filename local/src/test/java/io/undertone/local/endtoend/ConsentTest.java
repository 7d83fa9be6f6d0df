package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.Consent;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether audio is kept hangs on what the customer said; where nothing was said, on a policy that ships as "required". */
@ExtendWith(SharedSystem.class)
class ConsentTest {
    private final TestSystem system;

    ConsentTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void with_consent_there_are_pieces_of_every_utterance() throws Exception {
        PlayedCall call = play("recording-given", new Consent(true, false, false));

        assertThat(system.audioFiles(call.script())).isNotEmpty().hasSize((int)
                call.database().call().count("pieces_stored"));
        assertThat(call.database().utterances())
                .isNotEmpty()
                .allMatch(utterance -> !utterance.texts("audio_uris").isEmpty());
    }

    @Test
    void a_refusal_leaves_utterances_without_audio() throws Exception {
        assertThatNoAudioIsKept(play("recording-refused", new Consent(false, true, true)), false);
    }

    @Test
    void silence_is_no_consent() throws Exception {
        assertThatNoAudioIsKept(play("recording-unset", new Consent()), null);
    }

    private void assertThatNoAudioIsKept(PlayedCall call, @Nullable Boolean said) throws IOException {
        assertThat(system.filesOf(call.script())).isEmpty();
        Row row = call.database().call();
        assertThat(row.columns().get("consent_recording")).isEqualTo(said);
        assertThat(row.count("pieces_stored")).isZero();
        assertThat(row.count("pieces_lost")).isZero();
        assertThat(call.database().utterances())
                .isNotEmpty()
                .allMatch(utterance -> utterance.texts("audio_uris").isEmpty());
        call.assertStoresAgree();
    }

    private PlayedCall play(String callId, Consent consent) throws Exception {
        return system.play(new CallScript(Recordings.sample(callId), Instant.now(), ScriptSettings.plain(consent)));
    }
}
