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

    /** Spoken seconds heard, each with its emotion window: the number of the last. */
    public int windows;
    /** Judged since they were last taken. */
    public List<JudgedWindow> untaken = new ArrayList<>();
    /** Lost ratios of the last seconds of media, the latest last. */
    public List<Double> lost = new ArrayList<>();
    /** Latest last. */
    public List<PieceFacts> pieces = new ArrayList<>();
    /** By rule: the number of the last episode. */
    public Map<String, Integer> episodes = new HashMap<>();
    /** One for each role that was heard. */
    public List<MoodTrack> tracks = new ArrayList<>();
    /** The role of {@link #tracks} that was heard last. */
    public @Nullable Role heardLast;

    public JudgedLeg() {}

    /** Notes a second and the number of its window, which comes with scores or a failure. */
    void hear(SpokenSecond second, boolean hasScores, boolean hasFailure) {
        if (hasScores == hasFailure) {
            throw new IllegalArgumentException(
                    "window %d of leg %s: need either scores or a failure, got scores=%s failure=%s"
                            .formatted(second.window, second.legId, hasScores, hasFailure));
        }
        if (second.window != windows + 1) {
            throw new IllegalStateException(
                    "window %d of leg %s comes after window %d".formatted(second.window, second.legId, windows));
        }
        windows = second.window;
    }

    /** There is somebody on it whose moods are read, or might be. */
    boolean isRead() {
        return windows > 0;
    }

    /** The track of a role, which was heard last from now on. */
    MoodTrack hearing(Role role) {
        heardLast = role;
        MoodTrack known = lastTrack();
        if (known == null) {
            known = new MoodTrack(role);
            tracks.add(known);
        }
        return known;
    }

    @Nullable
    MoodTrack lastTrack() {
        for (MoodTrack track : tracks) {
            if (track.role == heardLast) {
                return track;
            }
        }
        return null;
    }

    void lose(double ratio) {
        lost.add(ratio);
        if (lost.size() > MEDIA_SECONDS) {
            lost.remove(0);
        }
    }

    /** Mean of the last seconds of media, rounded; 0 before the first. */
    double lostRatio() {
        double sum = 0;
        for (double ratio : lost) {
            sum += ratio;
        }
        return lost.isEmpty() ? 0 : Rounded.score(sum / lost.size());
    }

    void keep(PieceFacts piece) {
        pieces.add(piece);
        if (pieces.size() > MOST_PIECES) {
            pieces.remove(0);
        }
    }

    /** Nothing stays of what was read of anybody's moods. */
    void forget() {
        tracks.clear();
        untaken.clear();
        heardLast = null;
    }
}
