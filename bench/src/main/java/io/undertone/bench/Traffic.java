package io.undertone.bench;

import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import java.util.List;

/**
 * What {@link CopyPublisher} sends: so many calls at once, of two legs each, as arguments of a process.
 *
 * @param voices whether the callers consent to voice biometrics: without it no model is asked about voices
 * @param moods whether they consent to the analysis of emotions: without it no model is asked about moods
 */
record Traffic(String name, int calls, int seconds, int frameMillis, Speed speed, boolean voices, boolean moods) {
    static final int PLAIN_FRAME_MILLIS = ScriptSettings.RECOMMENDED_FRAME_MILLIS;

    /** Frames of 100 ms at real time. */
    static Traffic plain(String name, int calls, int seconds, boolean voices) {
        return new Traffic(name, calls, seconds, PLAIN_FRAME_MILLIS, Speed.REAL_TIME, voices, true);
    }

    static Traffic parse(List<String> arguments) {
        return new Traffic(
                arguments.get(0),
                Integer.parseInt(arguments.get(1)),
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)),
                Speed.parse(arguments.get(4)),
                Boolean.parseBoolean(arguments.get(5)),
                Boolean.parseBoolean(arguments.get(6)));
    }

    /** Starts to send; whoever asked reads what has been sent on the console. */
    Process publishTo(String brokers) throws Exception {
        return ChildJvm.of(CopyPublisher.class, "-Xmx3g")
                .with(
                        brokers,
                        name,
                        "" + calls,
                        "" + seconds,
                        "" + frameMillis,
                        speed.toString(),
                        "" + voices,
                        "" + moods)
                .start(ProcessBuilder.Redirect.INHERIT);
    }

    long callSeconds() {
        return (long) calls * seconds;
    }

    /** One for each second of each leg. */
    long insights() {
        return 2 * callSeconds();
    }
}
