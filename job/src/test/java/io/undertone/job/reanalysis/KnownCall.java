package io.undertone.job.reanalysis;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;

/** A call of one utterance and one emotion window, as it was gathered. */
final class KnownCall {
    static final CallId ID = new CallId("acme", "c-1", 1_767_607_200_123_456L, 1);
    static final RecordOrigin ORIGIN = new RecordOrigin("ended-calls", 3, 17, 0, 900);

    private KnownCall() {}

    static KeptCall kept() {
        var call = new KeptCall();
        call.ended.id = ID;
        call.ended.durationSamples = 80_000;
        var leg = new LegSummary();
        leg.legId = "customer";
        leg.utterances = 1;
        leg.utteranceRecords = 1;
        leg.emotionWindows = 1;
        call.ended.legs.add(leg);
        call.ended.facts.parties.put(leg.legId, new PartyFacts());
        call.origin = ORIGIN;
        call.utterances.add(utterance());
        call.windows.add(window());
        call.complete = true;
        return call;
    }

    static Reanalysis request(int revision) {
        var request = new Reanalysis();
        request.id = ID;
        request.revision = revision;
        request.origin = new RecordOrigin("reanalysis-requests", 5, 7, 0, 60);
        return request;
    }

    private static UtteranceFacts utterance() {
        var utterance = new UtteranceFacts();
        utterance.legId = "customer";
        utterance.number = 1;
        utterance.begin = 8_000;
        utterance.end = 40_000;
        var piece = new PieceFacts();
        piece.uri = "file:///audio/piece.wav";
        piece.begin = 8_000;
        piece.end = 32_000;
        piece.stored = true;
        utterance.pieces.addAll(List.of(piece));
        return utterance;
    }

    private static WindowFacts window() {
        var window = new WindowFacts();
        window.legId = "customer";
        window.number = 1;
        window.begin = 8_000;
        window.end = 32_001;
        window.role = Role.CUSTOMER;
        window.smoothed = new double[] {0.125, 0.625, 0.25};
        return window;
    }
}
