package io.undertone.gateway;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.FrameType;
import io.undertone.schemas.AvroCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** A call's records, encoded, with faults; their times never go back. */
final class FaultyScript implements Iterator<OutgoingRecord> {
    private final Iterator<ScriptedRecord> script;
    private final Faults faults;
    private final int mostPlaces;
    private final SplittableRandom random;
    private final Deque<OutgoingRecord> ready = new ArrayDeque<>();
    private final DisplacedRecords displaced = new DisplacedRecords(ready::add);

    FaultyScript(CallScript script, Faults faults, int mostPlaces) {
        CallRecording call = script.recording();
        this.script = script.iterator();
        this.faults = faults;
        this.mostPlaces = mostPlaces;
        this.random = new SplittableRandom(
                Ids.of(call.tenant(), call.callId(), faults.seed(), "faults").getMostSignificantBits());
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || script.hasNext();
    }

    @Override
    public OutgoingRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the call has ended");
        }
        while (ready.isEmpty()) {
            take(script.next());
        }
        return ready.remove();
    }

    private void take(ScriptedRecord scripted) {
        byte[] value = AvroCodec.encode(scripted.value());
        if (scripted.value() instanceof AudioFrame frame) {
            boolean media = frame.getFrameType() == FrameType.MEDIA;
            long mediaMicros = media ? MediaTime.micros(frame.getDurationSamples()) : 0;
            Fate fate = media ? draw() : Fate.CONTROL;
            pass(frame, new OutgoingRecord(scripted.atMicros(), value, fate, mediaMicros));
        } else {
            ready.add(new OutgoingRecord(scripted.atMicros(), value, Fate.CONTROL, 0));
        }
    }

    private void pass(AudioFrame frame, OutgoingRecord record) {
        String leg = frame.getLegId();
        if (frame.getFrameType() == FrameType.END_OF_STREAM) {
            displaced.release(leg, record.atMicros());
        }
        switch (record.fate()) {
            case REORDERED -> {}
            case DUPLICATE -> ready.add(record.with(Fate.MEDIA));
            case CORRUPTED -> ready.add(Corruption.of(record, random));
            default -> ready.add(record);
        }
        displaced.advance(leg, record.atMicros());
        if (record.fate() == Fate.REORDERED || record.fate() == Fate.DUPLICATE) {
            // A second copy may come at any time: where frames are too long to be displaced it follows the next one.
            displaced.add(leg, record, 1 + random.nextInt(Math.max(1, mostPlaces)));
        }
    }

    private Fate draw() {
        double drawn = random.nextDouble() * 100;
        double lost = faults.lose();
        double duplicate = lost + faults.duplicate();
        double reordered = duplicate + faults.reorder();
        double corrupted = reordered + faults.corrupt();
        if (drawn < lost) return Fate.LOST;
        if (drawn < duplicate) return Fate.DUPLICATE;
        if (drawn < reordered) return Fate.REORDERED;
        return drawn < corrupted ? Fate.CORRUPTED : Fate.MEDIA;
    }
}
