package io.undertone.job.live;

import io.undertone.job.inference.ModelStage;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.Voiceprint;
import io.undertone.udfs.voices.VoiceWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered items of a call as they reach the tracker: facts, seconds, windows, utterances, the end. */
final class TrackedItems {
    static final String AGENT_ID = "agent-7";
    static final long WAIT_MILLIS = 10_000;

    private static final int SECOND = 8_000;
    private static final int DIMENSIONS = 256;

    private final CallId id;
    private long number;
    private int windows;

    TrackedItems(CallId id) {
        this.id = id;
    }

    static TrackingSettings settings() {
        Path root = Path.of(System.getProperty("undertone.root"));
        var directories = new ModelDirectories(
                root.resolve("models").toString(), root.resolve("models/.cache").toString());
        var cpu = new Execution(List.of(Provider.CPU), 1L << 30);
        var stage = new ModelStage(directories, "undertone-speaker", cpu, new Batching(1, 1), 8, 5_000);
        return new TrackingSettings(stage, (tenant, given) -> given == null || given, WAIT_MILLIS);
    }

    /** A whole call in which the agent is named: 20 s, a second of insight for each leg, a window and two utterances. */
    List<CallProduct> call() {
        List<CallProduct> items = new ArrayList<>(List.of(facts(AGENT_ID)));
        for (int second = 0; second < 20; second++) {
            items.add(insight(KnownCall.AGENT, second));
            if (second == 5) {
                items.add(window(KnownCall.AGENT, 0, 0));
                items.add(utterance(KnownCall.AGENT, 0, 5));
            }
            if (second == 15) {
                items.add(utterance(KnownCall.AGENT, 10, 14));
            }
        }
        items.add(ended());
        return items;
    }

    CallProduct facts(@Nullable String agent) {
        var facts = new CallFacts();
        facts.parties.put(KnownCall.AGENT, party(Role.AGENT, agent));
        facts.parties.put(KnownCall.CUSTOMER, party(Role.CUSTOMER, null));
        return CallProduct.facts(id, KnownCall.ORIGIN, number++, facts);
    }

    CallProduct insight(String leg, long second) {
        var levels = new LevelReading(second, null, -30, -20, 0.01, 0);
        return CallProduct.insight(KnownCall.ORIGIN, number++, Insight.of(id, leg, Role.UNKNOWN, true, levels));
    }

    /** Three seconds of the voice that has the given direction. */
    CallProduct window(String leg, int second, int direction) {
        var window = new VoiceWindow();
        window.legId = leg;
        window.number = ++windows;
        window.from = (long) second * SECOND;
        window.to = window.from + 3 * SECOND;
        window.centre = window.from + 3 * SECOND / 2;
        window.speechSamples = 94 * 256;
        window.speechFrames = 94L * windows;
        window.teaches = true;
        CallProduct asked = CallProduct.window(id, KnownCall.ORIGIN, number++, window, new byte[0]);
        return asked.heard(direction(direction));
    }

    CallProduct utterance(String leg, int from, int to) {
        var utterance = new UtteranceFacts();
        utterance.legId = leg;
        utterance.begin = (long) from * SECOND;
        utterance.end = (long) to * SECOND;
        return CallProduct.utterance(id, KnownCall.ORIGIN, number++, utterance);
    }

    /** One frame of speech. */
    CallProduct speech(String leg, long position) {
        var block = SpeechBlock.of(leg);
        block.add(position, new byte[256], 0, 1);
        return CallProduct.speech(id, KnownCall.ORIGIN, number++, block);
    }

    CallProduct recall(String leg, long from) {
        return CallProduct.recall(id, KnownCall.ORIGIN, number++, new Recall(leg, from));
    }

    CallProduct ended() {
        return CallProduct.ended(id, KnownCall.ORIGIN, number++, KnownCall.endedFacts(id, 0));
    }

    /** What the voices leg answers. */
    CallProduct voiceprint(float @Nullable [] embedding) {
        var reply = new VoiceprintReply();
        reply.id = id;
        reply.origin = KnownCall.ORIGIN;
        reply.voiceprint = new Voiceprint();
        reply.voiceprint.speakerId = AGENT_ID;
        reply.voiceprint.model = VoiceprintModel.of("undertone-speaker", "1");
        reply.voiceprint.embedding = embedding;
        return reply.product();
    }

    static float[] direction(int dimension) {
        float[] voice = new float[DIMENSIONS];
        voice[dimension] = 1;
        return voice;
    }

    private static PartyFacts party(Role role, @Nullable String speaker) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        party.speakerId = speaker;
        return party;
    }
}
