package io.undertone.job.postcall;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.Opened;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;

/** One call as the live leg hands it over: a header and utterances, apart. */
final class Parts {
    static final String LEG = "customer";

    private final CallId id;

    Parts(String callId) {
        this.id = new CallId("acme", callId, CallHarness.START_MILLIS * 1_000, 0);
    }

    /** The header, which announces so many utterances. */
    CallPart ended(int utterances) {
        CallPart part = part();
        var ended = new EndedCallFacts();
        ended.id = id;
        var leg = new LegSummary();
        leg.legId = LEG;
        leg.utterances = utterances;
        leg.utteranceRecords = utterances;
        ended.legs.add(leg);
        part.ended = ended;
        return part;
    }

    CallPart utterance(int number) {
        CallPart part = part();
        var utterance = new UtteranceFacts();
        utterance.legId = LEG;
        utterance.number = number;
        utterance.begin = number * 8_000L;
        utterance.end = utterance.begin + 4_000;
        part.utterance = utterance;
        return part;
    }

    /** The header, which announces so many records of so many utterances. */
    CallPart ended(int utterances, int records) {
        CallPart part = ended(utterances);
        Opened.of(part.ended).legs.get(0).utteranceRecords = records;
        return part;
    }

    /** Ends so many samples later as its version is high. */
    CallPart utterance(int number, int version) {
        CallPart part = utterance(number);
        Opened.of(part.utterance).version = version;
        Opened.of(part.utterance).end += version;
        return part;
    }

    /** The header, which announces so many utterances and so many emotion windows. */
    CallPart endedWithMoods(int utterances, int windows) {
        CallPart part = ended(utterances);
        Opened.of(part.ended).legs.get(0).emotionWindows = windows;
        return part;
    }

    /** A second and a half after the one before it. */
    CallPart window(int number) {
        CallPart part = part();
        var window = new WindowFacts();
        window.legId = LEG;
        window.number = number;
        window.begin = number * 12_000L;
        window.end = window.begin + 24_000;
        window.role = Role.CUSTOMER;
        window.moods = new double[] {0.25, 0.5, 0.25};
        window.smoothed = new double[] {0.125, 0.625, 0.25};
        part.window = window;
        return part;
    }

    /** The whole of it, as it was kept with so many utterances and one missing. */
    CallPart kept(int revision, int utterances) {
        CallPart part = part();
        part.revision = revision;
        var kept = new KeptCall();
        kept.ended = Opened.of(ended(utterances + 1).ended);
        for (int number = 1; number <= utterances; number++) {
            kept.utterances.add(Opened.of(utterance(number).utterance));
        }
        part.kept = kept;
        return part;
    }

    private CallPart part() {
        var part = new CallPart();
        part.id = id;
        part.origin.recordMillis = Long.MAX_VALUE / 2; // no backlog, whatever the test's clock says
        return part;
    }
}
