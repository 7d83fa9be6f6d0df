package io.undertone.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.live.CallItem;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.CompletionState;
import io.undertone.job.live.Insight;
import io.undertone.job.live.MediaRecord;
import io.undertone.job.live.PendingErasures;
import io.undertone.job.live.TrackedPart;
import io.undertone.job.live.VoiceprintReply;
import io.undertone.job.postcall.AlertRecord;
import io.undertone.job.postcall.CallPart;
import io.undertone.job.postcall.DueAudio;
import io.undertone.job.postcall.GatheredCall;
import io.undertone.job.postcall.KeptAudio;
import io.undertone.job.postcall.VerdictRecord;
import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.reanalysis.Reanalysis;
import io.undertone.job.report.ReportedAudio;
import io.undertone.job.runtime.Filled;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Written;
import io.undertone.job.voices.EnrolmentResult;
import io.undertone.job.voices.KeptVoice;
import io.undertone.job.voices.VoiceAnswer;
import io.undertone.job.voices.VoiceRecord;
import io.undertone.job.words.TranscribedPack;
import io.undertone.udfs.call.CallState;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.GatherState;
import io.undertone.udfs.enrolment.VoiceState;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.AssemblyCallState;
import io.undertone.udfs.speech.LevelsCallState;
import io.undertone.udfs.speech.SpeechCallState;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.WindowedCall;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.UtteranceWords;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What flows between steps, and what they remember, is written field by field: nothing falls to Kryo. */
final class SerializableTypesTest {
    private static Stream<Class<?>> elements() {
        return Stream.of(
                MediaRecord.class,
                CallItem.class,
                CallProduct.class,
                Insight.class,
                VoiceprintReply.class,
                Rejected.class,
                VoiceRecord.class,
                KeptVoice.class,
                EnrolmentResult.class,
                VoiceAnswer.class,
                CallPart.class,
                AlertRecord.class,
                VerdictRecord.class,
                GatheredCall.class,
                Reanalysis.class,
                TranscribedPack.class,
                ReportedAudio.class,
                DueAudio.class);
    }

    private static Stream<Class<?>> states() {
        return Stream.of(
                CallState.class,
                SpeechCallState.class,
                LevelsCallState.class,
                AssemblyCallState.class,
                WindowedCall.class,
                TrackedPart.class,
                CompletionState.class,
                PendingErasures.class,
                KeptAudio.class,
                VoiceState.class,
                GatherState.class,
                UtteranceFacts.class,
                WindowFacts.class,
                EndedCallFacts.class,
                KeptCall.class,
                Pack.class,
                UtteranceWords.class);
    }

    private static Stream<Class<?>> all() {
        return Stream.concat(elements(), states());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_field_down_to_the_last_is_known_to_flink(Class<?> type) {
        assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
        assertThat(Written.serializer(type))
                .as("a serializer without generic types")
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void with_everything_set_it_comes_back_as_it_went(Class<T> type) throws Exception {
        assertRoundTrip(type, Filled.entirely(type));
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void with_every_null_that_may_be_it_comes_back_as_it_went(Class<T> type) throws Exception {
        assertRoundTrip(type, Filled.barely(type));
    }

    @ParameterizedTest
    @MethodSource("states")
    void state_is_no_record_because_only_pojos_may_change(Class<?> type) {
        assertThat(type.isRecord()).isFalse();
    }

    @Test
    void a_field_that_would_fall_to_kryo_is_refused() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Written.serializer(WithOptional.class))
                .withMessageContaining("java.util.Optional");
    }

    /** What the check is there to refuse. */
    public static final class WithOptional {
        public Optional<String> maybe = Optional.empty();

        public WithOptional() {}
    }

    private static <T> void assertRoundTrip(Class<T> type, T value) throws Exception {
        TypeSerializer<T> serializer = Written.serializer(type);
        T copy = InstantiationUtil.deserializeFromByteArray(
                serializer, InstantiationUtil.serializeToByteArray(serializer, value));
        assertThat(copy).isNotSameAs(value).usingRecursiveComparison().isEqualTo(value);
        assertThat(serializer.copy(value)).usingRecursiveComparison().isEqualTo(value);
    }
}
