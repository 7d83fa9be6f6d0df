package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.moods.EmotionState;
import io.undertone.udfs.moods.JudgedWindow;
import io.undertone.udfs.tracking.SpeakerNow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was heard on one leg in one second of media. A POJO: it may have to wait, in state, for what came before it. */
public class Insight implements Keyed {
    public CallId id = new CallId();
    public String legId = "";
    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    public boolean speaking;
    /** Of the call's timeline. */
    public long second;
    /** See {@link LevelReading} for this and the levels below. */
    public @Nullable Double momentaryLufs;

    public double rmsDbfs;
    public double peakDbfs;
    public double meanAbsolute;
    public double lostRatio;
    /** Who spoke last on the leg, as far as known by then. */
    public SpeakerLabel speaker = SpeakerLabel.UNKNOWN;
    /** Number of that voice on its leg, from 1; 0 where voices are not compared, or not yet. */
    public int voice;

    public @Nullable String speakerId;
    public @Nullable Double speakerScore;

    public EmotionState emotion = EmotionState.NONE;
    /** Smoothed probabilities of NEGATIVE, NEUTRAL and POSITIVE of who was last judged on the leg; empty where nobody was. */
    public List<Double> moods = new ArrayList<>();
    /** Of that speaker's last second of speech, over the own baseline; null before there is one. */
    public @Nullable Double loudnessDeltaDb;
    /** Id and version of the model that was asked; null where no moods are read. */
    public @Nullable String emotionModel;
    /** The model's own classes, in the order of the windows' scores; empty where there are no windows. */
    public List<String> classLabels = new ArrayList<>();
    /** Judged since the second before. */
    public List<JudgedWindow> windows = new ArrayList<>();

    public Insight() {}

    static Insight of(CallId id, String legId, Role role, boolean speaking, LevelReading levels) {
        var insight = new Insight();
        insight.id = id;
        insight.legId = legId;
        insight.role = role;
        insight.speaking = speaking;
        insight.second = levels.second();
        insight.momentaryLufs = levels.momentaryLufs();
        insight.rmsDbfs = levels.rmsDbfs();
        insight.peakDbfs = levels.peakDbfs();
        insight.meanAbsolute = levels.meanAbsolute();
        insight.lostRatio = levels.lostRatio();
        return insight;
    }

    /** The same second before anything was known of moods. */
    Insight withoutMoods() {
        var copy = new Insight();
        copy.id = id;
        copy.legId = legId;
        copy.role = role;
        copy.roleSource = roleSource;
        copy.speaking = speaking;
        copy.second = second;
        copy.momentaryLufs = momentaryLufs;
        copy.rmsDbfs = rmsDbfs;
        copy.peakDbfs = peakDbfs;
        copy.meanAbsolute = meanAbsolute;
        copy.lostRatio = lostRatio;
        copy.speaker = speaker;
        copy.voice = voice;
        copy.speakerId = speakerId;
        copy.speakerScore = speakerScore;
        return copy;
    }

    void saidBy(SpeakerNow now) {
        role = now.role();
        roleSource = now.source();
        speaker = now.label();
        voice = now.voice();
        speakerId = now.speakerId();
        speakerScore = now.score();
    }

    @Override
    public String key() {
        return id.key();
    }
}
