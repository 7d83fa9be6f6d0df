package io.undertone.job.kafka;

import io.undertone.job.voices.EnrolmentResult;
import io.undertone.job.voices.KeptVoice;
import io.undertone.job.voices.VoiceAnswer;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.udfs.enrolment.Voiceprint;
import org.jspecify.annotations.Nullable;

/** How each kind of element of the voices leg stands in its topic. */
final class VoiceForms {
    private VoiceForms() {}

    static final class OfVoiceprint implements RecordWriter.Form<KeptVoice> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(KeptVoice voice) {
            return voice.key();
        }

        @Override
        public @Nullable SpeakerVoiceprint value(KeptVoice voice) {
            Voiceprint voiceprint = voice.voiceprint();
            return voiceprint == null ? null : VoiceContract.write(voice.tenantId(), voice.speakerId(), voiceprint);
        }

        /** A tombstone that is written again has the time of the one that it repeats: what came between counts. */
        @Override
        public @Nullable Long atMillis(KeptVoice voice) {
            return voice.voiceprint() == null ? voice.atMillis() : null;
        }
    }

    static final class OfResult implements RecordWriter.Form<EnrolmentResult> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(EnrolmentResult result) {
            return result.key();
        }

        @Override
        public EnrollmentResult value(EnrolmentResult result) {
            return VoiceContract.write(result);
        }
    }

    static final class OfAnswer implements RecordWriter.Form<VoiceAnswer> {
        private static final long serialVersionUID = 1;

        @Override
        public String key(VoiceAnswer answer) {
            return answer.id().key();
        }

        @Override
        public VoiceprintAnswer value(VoiceAnswer answer) {
            return VoiceContract.write(answer);
        }
    }
}
