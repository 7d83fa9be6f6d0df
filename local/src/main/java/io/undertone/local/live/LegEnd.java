package io.undertone.local.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a call that has ended.
 *
 * @param utterances how many its header announces; {@code emotionWindows} likewise
 * @param emotionWithdrawn why what was read of its moods is taken back; null where it is not
 */
public record LegEnd(
        String legId,
        String role,
        int utterances,
        int emotionWindows,
        @Nullable String emotionWithdrawn,
        List<SpeakerMood> moods) {}
