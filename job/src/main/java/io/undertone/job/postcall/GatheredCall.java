package io.undertone.job.postcall;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with its utterances and the emotion windows that may be kept.
 *
 * @param origin of its header
 * @param complete false when utterances were missing after all patience
 */
public record GatheredCall(
        EndedCallFacts ended,
        @Nullable RecordOrigin origin,
        List<UtteranceFacts> utterances,
        List<WindowFacts> windows,
        boolean complete) {}
