package io.undertone.udfs.moods;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.SpeakerMood;

/** What an ended call keeps of its moods. Alerts that were raised before the moods were withdrawn count all the same. */
final class CallMoods {
    private CallMoods() {}

    static void write(JudgedCall call, EndedCallFacts ended) {
        ended.alerts =
                call.episodes.values().stream().mapToInt(Integer::intValue).sum();
        ended.highestSeverity = call.highestSeverity;
        ended.firstAlertSample = call.firstAlertSample;
        for (LegSummary summary : ended.legs) {
            JudgedLeg leg = call.leg(summary.legId);
            summary.emotionWindows = leg.windows;
            summary.emotionWithdrawn = leg.isRead() ? call.withdrawn : null;
            for (MoodTrack track : leg.tracks) {
                summary.moods.add(mood(track, ended.durationSamples));
            }
        }
    }

    private static SpeakerMood mood(MoodTrack track, long durationSamples) {
        var mood = new SpeakerMood();
        mood.role = track.role;
        mood.roleSource = track.roleSource;
        mood.speakerId = track.speakerId;
        track.tally.writeTo(mood, durationSamples);
        return mood;
    }
}
