package io.undertone.gateway;

import io.undertone.schema.CallEventType;
import io.undertone.udfs.audio.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a call is on hold or securely paused, and the events that say so. */
final class Interruptions {
    /** How early SECURE_PAUSE and how late SECURE_RESUME are sent when they alone protect. */
    private static final long MARGIN_SAMPLES = Recording.TELEPHONE_HZ;

    private final long lengthSamples;
    private final List<Stretch> holds;
    private final List<Stretch> securePauses;
    private final boolean mediaInSecurePause;

    Interruptions(CallRecording recording, ScriptSettings settings) {
        this.lengthSamples = recording.lengthSamples();
        this.holds = inCall("hold", Stream.concat(recording.holds().stream(), settings.holds().stream()), recording);
        this.securePauses = inCall("secure pause", settings.securePauses().stream(), recording);
        this.mediaInSecurePause = settings.mediaInSecurePause();
    }

    /** Whether a frame of these samples goes out without payload: one touched sample is enough. */
    boolean pause(long begin, long end) {
        return anyOverlaps(holds, begin, end) || (!mediaInSecurePause && anyOverlaps(securePauses, begin, end));
    }

    /** In the order in which they are sent. */
    List<PlannedEvent> events() {
        var events = new ArrayList<PlannedEvent>();
        for (Stretch hold : holds) {
            events.add(PlannedEvent.atOnce(CallEventType.HOLD, hold.beginSample()));
            events.add(PlannedEvent.atOnce(CallEventType.RESUMED, hold.endSample()));
        }
        long margin = mediaInSecurePause ? MARGIN_SAMPLES : 0;
        for (Stretch pause : securePauses) {
            long begin = Math.max(0, pause.beginSample() - margin);
            long end = Math.min(lengthSamples, pause.endSample() + margin);
            events.add(new PlannedEvent(begin, CallEventType.SECURE_PAUSE, pause.beginSample()));
            events.add(new PlannedEvent(end, CallEventType.SECURE_RESUME, pause.endSample()));
        }
        events.sort(Comparator.comparingLong(PlannedEvent::sentSample));
        return events;
    }

    /** In order, cut off where the call ends. */
    private static List<Stretch> inCall(String what, Stream<Stretch> stretches, CallRecording recording) {
        long length = recording.lengthSamples();
        var result = new ArrayList<Stretch>();
        for (Stretch stretch :
                stretches.sorted(Comparator.comparingLong(Stretch::beginSample)).toList()) {
            if (stretch.beginSample() >= length) {
                throw new IllegalArgumentException("%s %s begins after the end of call %s, which lasts %.1f s"
                        .formatted(what, stretch, recording.callId(), MediaTime.seconds(length)));
            }
            if (!result.isEmpty()
                    && stretch.beginSample() < result.get(result.size() - 1).endSample()) {
                throw new IllegalArgumentException("%s %s of call %s begins before the one at %s has ended"
                        .formatted(what, stretch, recording.callId(), result.get(result.size() - 1)));
            }
            result.add(new Stretch(stretch.beginSample(), Math.min(length, stretch.endSample())));
        }
        return result;
    }

    private static boolean anyOverlaps(List<Stretch> stretches, long begin, long end) {
        for (Stretch stretch : stretches) {
            if (stretch.overlaps(begin, end)) return true;
        }
        return false;
    }
}
