package io.undertone.udfs.evaluation;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.CallJudge;
import io.undertone.udfs.moods.JudgedCall;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.MoodWindows;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.moods.SpokenSecond;
import io.undertone.udfs.moods.WindowedMoods;
import io.undertone.udfs.speech.LegScan;
import io.undertone.udfs.speech.LevelsLegState;
import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.SettlingState;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechLegState;
import io.undertone.udfs.speech.SpeechLevels;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.tracking.SpeechGathering;
import io.undertone.udfs.tracking.WindowedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One call on its way through what the live leg's operators do, in their order. */
final class LiveHearing {
    /** 100 ms, as a gateway sends them. */
    private static final int CHUNK = 800;

    /** The customer's mood may be read, nobody else's. */
    private static final MoodRights RIGHTS = new MoodRights(true, false);

    private final MoodCall call;
    private final SpeechRounds rounds;
    private final Function<byte[], float[]> scores;
    private final CallJudge judge;

    private final CallFacts facts = LiveEar.facts();
    private final LevelsLegState levels = new LevelsLegState();
    private final WindowedCall gathered = new WindowedCall();
    private final WindowedMoods windowed = new WindowedMoods();
    private final JudgedCall judged;
    private final SettlingState settling = new SettlingState();
    private final SpokenTime speech = new SpokenTime();
    private final List<AlertFacts> alerts = new ArrayList<>();

    LiveHearing(MoodCall call, SpeechRounds rounds, Function<byte[], float[]> scores, CallJudge judge) {
        this.call = call;
        this.rounds = rounds;
        this.scores = scores;
        this.judge = judge;
        this.judged = new JudgedCall(new CallId("evaluation", call.name(), 0, 0));
    }

    HeardCall hear() {
        gathered.facts = facts;
        MoodWindows.know(windowed, facts, RIGHTS);
        judge.know(judged, facts, RIGHTS.consent(), alerts::add);
        frames().forEach(this::take);
        SpeechLevels.finish(levels, this::tick);
        judge.finish(judged, ended(), alerts::add);
        return new HeardCall(call, alerts, speech);
    }

    private List<SpeechFrames> frames() {
        var leg = new SpeechLegState();
        List<LegScan> scans = new ArrayList<>();
        short[] samples = call.samples();
        for (int at = 0; at < samples.length; at += CHUNK) {
            short[] chunk = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + CHUNK));
            scans.add(rounds.add(leg, new LegChunk(LiveEar.LEG, at, chunk.length, GapKind.NONE, chunk)));
        }
        scans.add(rounds.finish(leg, LiveEar.LEG));
        rounds.run();
        return scans.stream().map(LegScan::frames).toList();
    }

    private void take(SpeechFrames frames) {
        List<LevelReading> seconds = new ArrayList<>(1);
        double[] energies = SpeechLevels.measure(levels, frames, seconds::add);
        SettledSpeech.hear(settling, frames, (position, muLaw, at, energy) -> speech.add(position));
        SpeechGathering.hear(gathered, frames, energies, RIGHTS, true, this::window);
        seconds.forEach(this::tick);
    }

    private void window(SpeechBlock block) {
        var customer = facts.party(LiveEar.LEG);
        block.role = customer.role;
        block.roleSource = customer.roleSource;
        MoodWindows.hear(windowed, block, RIGHTS, this::judge);
    }

    private void judge(SpokenSecond second, byte[] muLaw) {
        judge.hear(judged, second, scores.apply(muLaw), null, alerts::add);
    }

    private void tick(LevelReading reading) {
        judge.tick(judged, LiveEar.LEG, reading.second(), reading.lostRatio(), alerts::add);
    }

    private EndedCallFacts ended() {
        var leg = new LegSummary();
        leg.legId = LiveEar.LEG;
        var ended = new EndedCallFacts();
        ended.id = judged.id;
        ended.facts = facts;
        ended.durationSamples = call.samples().length;
        ended.legs.add(leg);
        return ended;
    }
}
