package io.undertone.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.reanalysis.KeepingSettings;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.voices.VoicesSettings;
import io.undertone.udfs.call.LifecycleSettings;
import io.undertone.udfs.enrolment.EnrolmentRules;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void the_shipped_configuration_says_what_the_pure_module_takes_for_granted() {
        LiveSettings live = Settings.live(config(Map.of()));
        assertThat(live.lifecycle()).isEqualTo(LifecycleSettings.DEFAULTS);
        assertThat(live.speech()).isEqualTo(SpeechSettings.defaults());
    }

    @Test
    void every_limit_reaches_the_place_that_its_key_names() {
        LiveSettings live = Settings.live(config(Map.of(
                "live.lifecycle.no_media_ms", 1,
                "live.lifecycle.ended_grace_ms", 2,
                "live.lifecycle.streams_ended_ms", 3,
                "live.lifecycle.hold_ms", 4,
                "live.lifecycle.call_ms", 5,
                "live.lifecycle.reopen_ms", 6,
                "live.lifecycle.secure_pause_padding_ms", 7,
                "live.lifecycle.stall_ms", 1_008,
                "live.lifecycle.backlog_ms", 9_009)));
        assertThat(live.lifecycle()).isEqualTo(new LifecycleSettings(1, 2, 3, 4, 5, 6, 7));
        assertThat(live.patience().stallMillis()).isEqualTo(1_008);
        assertThat(live.patience().backlogMillis()).isEqualTo(9_009);
    }

    @Test
    void the_post_call_leg_gathers_and_describes_as_configured() {
        var settings = Settings.postCall(config(Map.of(
                "post_call.patience_ms",
                1,
                "post_call.memory_ms",
                90_000_001,
                "post_call.silence.std_factor",
                0.5,
                "post_call.silence.iqr_factor",
                2.5)));
        assertThat(settings.gathering().patienceMillis()).isEqualTo(1);
        assertThat(settings.gathering().memoryMillis()).isEqualTo(90_000_001);
        assertThat(settings.silence().stdFactor()).isEqualTo(0.5);
        assertThat(settings.silence().iqrFactor()).isEqualTo(2.5);
    }

    @Test
    void calls_are_kept_beside_their_audio_and_few_at_once() {
        assertThat(Settings.postCall(config(Map.of("audio.attempts", 3))).keeping())
                .isEqualTo(new KeepingSettings("file:///audio", 8, 4, 3, 200, 30_000));
        assertThat(Settings.postCall(config(Map.of("audio.capacity", 2)))
                        .keeping()
                        .capacity())
                .isEqualTo(2);
    }

    @Test
    void nobody_who_was_not_asked_is_recorded_unless_the_policy_assumes_it() throws Exception {
        ConsentRule required = consent(Map.of());
        assertThat(required.allows("acme", null)).isFalse();
        assertThat(required.allows("acme", true)).isTrue();
        ConsentRule assumed = consent(Map.of("privacy.consent.recording", "assumed"));
        assertThat(assumed.allows("acme", null)).isTrue();
        assertThat(assumed.allows("acme", false)).isFalse();
    }

    @Test
    void a_tenant_has_a_policy_of_its_own() throws Exception {
        ConsentRule consent = consent(Map.of("tenants.acme.privacy.consent.recording", "assumed"));
        assertThat(consent.allows("acme", null)).isTrue();
        assertThat(consent.allows("globex", null)).isFalse();
    }

    @Test
    void the_voices_leg_hears_as_the_live_leg_does_and_remembers_for_as_long_as_a_call_may_last() {
        VoicesSettings voices = Settings.voices(config(Map.of(
                "live.speech.onset",
                0.75,
                "live.lifecycle.call_ms",
                5,
                "voices.min_speech_ms",
                5_000,
                "voices.max_clipped_share",
                0.5,
                "voices.memory_ms",
                7,
                "voices.capacity",
                3,
                "voices.timeout_ms",
                9,
                "models.speaker",
                "other")));
        assertThat(voices.speech().onset()).isEqualTo(0.75f);
        assertThat(voices.rules()).isEqualTo(new EnrolmentRules(5_000, 0.5));
        assertThat(voices.memory()).isEqualTo(new VoiceMemory(5, 7));
        assertThat(voices.model().capacity()).isEqualTo(3);
        assertThat(voices.model().timeoutMillis()).isEqualTo(9);
        assertThat(voices.model().card()).isEqualTo("other");
        assertThat(Settings.voices(config(Map.of())).rules()).isEqualTo(EnrolmentRules.DEFAULTS);
    }

    @Test
    void nobody_who_was_not_asked_is_known_by_voice_unless_the_policy_assumes_it() throws Exception {
        ConsentRule required = InstantiationUtil.clone(
                        Settings.voices(config(Map.of("privacy.consent.recording", "assumed"))))
                .consent();
        assertThat(required.allows("acme", null)).isFalse();
        ConsentRule assumed = Settings.voices(
                        config(Map.of("tenants.acme.privacy.consent.voice_biometrics", "assumed")))
                .consent();
        assertThat(assumed.allows("acme", null)).isTrue();
        assertThat(assumed.allows("acme", false)).isFalse();
        assertThat(assumed.allows("globex", null)).isFalse();
    }

    /** As it arrives on the task managers. */
    private static ConsentRule consent(Map<String, Object> settings) throws Exception {
        return InstantiationUtil.clone(Settings.live(config(settings)).recording());
    }

    private static UndertoneConfig config(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "kafka.bootstrap_servers", "kafka:9092",
                "audio.directory", "file:///audio",
                "lake.warehouse", "file:///lake",
                "postgres.url", "jdbc:postgresql://db/undertone",
                "postgres.user", "undertone",
                "postgres.password", "hush"));
        all.putAll(settings);
        return ConfigLoader.of(all);
    }
}
