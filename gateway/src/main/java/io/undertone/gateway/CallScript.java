package io.undertone.gateway;

import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Every record that a gateway would send for a recorded call, in the order of sending: STARTED, the legs' frames and
 * the events among them, END_OF_STREAM of each leg where it ends, ENDED.
 *
 * <p>Records are made as they are asked for: a long call costs its samples and no more. Iterating again repeats them.
 */
public final class CallScript implements Iterable<ScriptedRecord> {
    private final CallRecording recording;
    private final Instant start;
    private final ScriptSettings settings;
    private final Interruptions interruptions;

    /** Throws IllegalArgumentException where an interruption does not fit the recording. */
    public CallScript(CallRecording recording, Instant start, ScriptSettings settings) {
        this.recording = recording;
        this.start = start.truncatedTo(ChronoUnit.MICROS);
        this.settings = settings;
        this.interruptions = new Interruptions(recording, settings);
    }

    public CallRecording recording() {
        return recording;
    }

    public Instant start() {
        return start;
    }

    ScriptSettings settings() {
        return settings;
    }

    /** The wall clock at a sample of the call. */
    Instant at(long sample) {
        return start.plus(MediaTime.micros(sample), ChronoUnit.MICROS);
    }

    /** An id that another telling repeats. */
    String id(String what) {
        return Ids.of(recording.tenant(), recording.callId(), settings.seed(), what)
                .toString();
    }

    @Override
    public Iterator<ScriptedRecord> iterator() {
        return new Telling();
    }

    /** Merges tracks and events by time of sending; at one moment frames by capture time and leg, then events. */
    private final class Telling implements Iterator<ScriptedRecord> {
        private final EventWriter writer = new EventWriter(CallScript.this);
        private final Deque<PlannedEvent> events = new ArrayDeque<>();
        private final List<LegTrack> tracks;
        private boolean told;

        Telling() {
            tracks = recording.legs().stream()
                    .map(leg -> new LegTrack(CallScript.this, leg, interruptions))
                    .toList();
            events.add(PlannedEvent.atOnce(CallEventType.STARTED, 0));
            events.addAll(interruptions.events());
        }

        @Override
        public boolean hasNext() {
            return !told;
        }

        @Override
        public ScriptedRecord next() {
            if (told) {
                throw new NoSuchElementException("the call has ended");
            }
            LegTrack track = earliest();
            PlannedEvent event = events.peek();
            if (track != null && (event == null || track.nextSentSample() <= event.sentSample())) {
                return new ScriptedRecord(MediaTime.micros(track.nextSentSample()), track.next());
            }
            return event == null ? ended() : written(events.remove());
        }

        private @Nullable LegTrack earliest() {
            LegTrack earliest = null;
            for (LegTrack track : tracks) {
                if (!track.ended() && (earliest == null || track.comesBefore(earliest))) {
                    earliest = track;
                }
            }
            return earliest;
        }

        private ScriptedRecord written(PlannedEvent event) {
            CallEvent value = event.type() == CallEventType.STARTED
                    ? writer.started()
                    : writer.event(event.type(), event.atSample());
            return new ScriptedRecord(MediaTime.micros(event.sentSample()), value);
        }

        private ScriptedRecord ended() {
            told = true;
            var lastSequence = new LinkedHashMap<String, Long>();
            long end = 0;
            for (LegTrack track : tracks) {
                lastSequence.put(track.name(), track.lastSequence());
                end = Math.max(end, track.nextSentSample());
            }
            return new ScriptedRecord(MediaTime.micros(end), writer.ended(end, lastSequence));
        }
    }
}
