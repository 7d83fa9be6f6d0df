package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.speech.PieceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the moods on one leg. Bounded: a track for each role, {@value #MEDIA_SECONDS} seconds of losses,
 * {@value #MOST_PIECES} pieces, and the windows since the last second of media, which took them. A POJO: keyed state.
 */
public class JudgedLeg {
    /** Over which lost media are averaged. */
    static final int MEDIA_SECONDS = 8;
    /** Of at most 4 s each: they cover what an alert is raised on. */
    static final int MOST_PIECES = 8;

    /** Emotion windows heard: the number of the last. */
    public int windows;
    /** Judged since they were last taken. */
    public List<JudgedWindow> untaken = new ArrayList<>();
    /** Lost ratios of the last seconds of media, the latest last. */
    public List<Double> lost = new ArrayList<>();
    /** End of the last second of media. */
    public long mediaTo;
    /** Latest last. */
    public List<PieceFacts> pieces = new ArrayList<>();
    /** By rule: the number of the last episode. */
    public Map<String, Integer> episodes = new HashMap<>();
    /** One for each role that was heard. */
    public List<MoodTrack> tracks = new ArrayList<>();
    /** The role of {@link #tracks} that was heard last. */
    public @Nullable Role heardLast;

    public JudgedLeg() {}
}
