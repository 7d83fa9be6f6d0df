package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.MILLIS;

import io.undertone.udfs.call.CallSignal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A call of two legs with every fault that a network and a gateway know, repeatable by its seed: loss, copies, reordering within
 * and beyond the window, damage, reconnects, secure pauses, holds, outages beyond the time-out, and any kind of end.
 *
 * <p>The gateway's clock does not drift, so that every frame has one right place. A frame is secret when it lies between pause and
 * resumption or within the padding after it; it is always sent after the pause was announced. Streams of a leg arrive in the order
 * in which they began: which of two unknown ones is the newer, no record says.
 */
final class RandomCall {
    static final List<String> LEGS = List.of("customer", "agent");
    private static final int PADDING = 500;
    private static final int LONGEST_DELAY = 3_000;
    private static final List<Damage> DAMAGES = List.of(Damage.values());

    final List<Sent> records = new ArrayList<>();
    final Map<String, Long> lastSequences = new HashMap<>();
    final long endMillis;
    private final Random random;
    private final int[] streams = new int[LEGS.size()];
    private final long[] began = new long[LEGS.size()];
    private final int[] next = new int[LEGS.size()];
    private long now;
    /** No faults of order until then: which record opens a part is part of the call's identity. */
    private long calmUntil = 200;

    private boolean pausing;
    private boolean holding;
    private long secretUntil = -1;

    RandomCall(long seed) {
        random = new Random(seed);
        records.add(Sent.signal(Kind.STARTED, 0));
        int steps = 300 + random.nextInt(600);
        for (int step = 0; step < steps; step++) {
            step();
            now += MILLIS;
            if (chance(0.002)) {
                now += outage();
                calmUntil = now + 200;
            }
        }
        endMillis = now;
        end();
        records.sort(Comparator.comparingLong(Sent::arrivalMillis));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Beyond the time-out and within the memory of a closed call, or, without a secret to keep, beyond both. */
    private long outage() {
        boolean forgotten = !pausing && now > secretUntil && chance(0.2);
        return forgotten ? 900_000 : 70_000;
    }

    private void step() {
        if (chance(pausing ? 0.03 : 0.005)) {
            records.add(Sent.signal(pausing ? Kind.SECURE_RESUME : Kind.SECURE_PAUSE, now));
            secretUntil = pausing ? now + PADDING : Long.MAX_VALUE;
            pausing = !pausing;
        }
        if (chance(holding ? 0.03 : 0.003)) {
            records.add(Sent.signal(holding ? Kind.RESUMED : Kind.HOLD, now));
            holding = !holding;
        }
        for (int leg = 0; leg < LEGS.size(); leg++) {
            if (now - began[leg] > LONGEST_DELAY && chance(0.004)) {
                reconnect(leg);
            }
            frame(leg);
        }
    }

    private void reconnect(int leg) {
        if (chance(0.5)) {
            send(key(leg), FrameKind.END_OF_STREAM, Damage.NONE, 0);
        }
        streams[leg]++;
        began[leg] = now;
        next[leg] = 0;
    }

    private void frame(int leg) {
        Sent.Key key = key(leg);
        FrameKind kind = kind();
        boolean calm = now < calmUntil;
        boolean damaged = !calm && kind == FrameKind.MEDIA && chance(0.02);
        Damage damage = damaged ? DAMAGES.get(random.nextInt(DAMAGES.size())) : Damage.NONE;
        next[leg]++;
        if (!calm && chance(0.04)) {
            return;
        }
        send(key, kind, damage, calm ? 0 : delay());
        if (!calm && damage != Damage.SEQUENCE && chance(0.04)) {
            send(key.copied(1), kind, Damage.NONE, random.nextInt(LONGEST_DELAY));
        }
    }

    private FrameKind kind() {
        double dice = random.nextDouble();
        if (dice < 0.03) {
            return FrameKind.LOST;
        }
        if (dice < 0.06) {
            return FrameKind.PAUSED;
        }
        return dice < 0.10 ? FrameKind.SILENCE : FrameKind.MEDIA;
    }

    private long delay() {
        double dice = random.nextDouble();
        if (dice < 0.02) {
            return 600L + random.nextInt(2_000);
        }
        return dice < 0.15 ? random.nextInt(350) : 0;
    }

    private Sent.Key key(int leg) {
        return new Sent.Key(leg, streams[leg], next[leg], 0, now < secretUntil, now);
    }

    private void send(Sent.Key key, FrameKind kind, Damage damage, long delay) {
        TestFrame frame = TestFrame.media(LEGS.get(key.leg()), key.sequence()).of(kind).stream(
                        "stream-" + key.stream(), 0)
                .captured(now)
                .offset(now - began[key.leg()])
                .but(built -> {
                    key.stamp(built);
                    damage.befall(built);
                });
        records.add(new Sent(now + MILLIS + delay, frame, null, kind == FrameKind.MEDIA ? key : null));
    }

    /** With streams that say that they end or not, and with an announcement that is complete, empty or missing. */
    private void end() {
        for (int leg = 0; leg < LEGS.size(); leg++) {
            if (chance(0.5)) {
                send(key(leg), FrameKind.END_OF_STREAM, Damage.NONE, 0);
                next[leg]++;
            }
            if (chance(0.7)) {
                lastSequences.put(LEGS.get(leg) + "/stream-" + streams[leg], next[leg] - 1L);
            }
        }
        if (chance(0.8)) {
            records.add(Sent.signal(chance(0.8) ? Kind.ENDED : Kind.ABORTED, now + MILLIS));
        }
    }
}
