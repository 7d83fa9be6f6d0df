package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the mood of whoever has one role on a leg, whatever the number of that voice. Of fixed size: a probability
 * for each class of the model, 16 stretches of the call, an open alert for each rule. A POJO: keyed state.
 */
public class MoodTrack {
    public Role role = Role.UNKNOWN;
    /** By the last second that was heard, like all about the speaker. */
    public RoleSource roleSource = RoleSource.UNKNOWN;

    public SpeakerLabel speaker = SpeakerLabel.UNKNOWN;
    public @Nullable String speakerId;
    public @Nullable Double speakerScore;
    /** All speech so far. */
    public long speechSamples;

    public SmoothedMoods smoothed = new SmoothedMoods();
    public LoudnessBaseline loudness = new LoudnessBaseline();
    public MoodTally tally = new MoodTally();
    /** By rule. */
    public Map<String, Watch> watches = new HashMap<>();

    public MoodTrack() {}

    MoodTrack(Role role) {
        this.role = role;
    }

    Watch watch(Rule rule) {
        return watches.computeIfAbsent(rule.id(), any -> new Watch());
    }
}
