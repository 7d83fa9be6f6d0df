package io.undertone.gateway;

import java.util.Locale;

/**
 * What has been published. Of the media, {@code media - lost - corrupted + duplicated} records arrive and can be read.
 *
 * @param callsOpen whose ENDED has not been sent
 * @param records handed to the broker
 * @param media frames with audio that the gateways had to send, each once
 * @param lost of these, not sent
 * @param duplicated sent a second time
 * @param reordered of the media, sent later than in order
 * @param corrupted of the media, sent unreadable
 * @param mediaSeconds audio handed to the broker, over all legs, second copies left out
 */
public record PublishTally(
        int calls,
        int callsOpen,
        long records,
        long media,
        long lost,
        long duplicated,
        long reordered,
        long corrupted,
        double mediaSeconds) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "calls %d (open %d), %.1f s of audio, %d records; media %d, lost %d, duplicated %d, reordered %d,"
                        + " corrupted %d",
                calls,
                callsOpen,
                mediaSeconds,
                records,
                media,
                lost,
                duplicated,
                reordered,
                corrupted);
    }
}
