package io.undertone.gateway;

import java.time.Duration;

/**
 * How patient a watch is.
 *
 * @param look from one look at the folder to the next
 * @param rest so long a file must not have changed to be complete
 * @param partner so long the recording of one leg waits for that of the other
 */
record WatchTimes(Duration look, Duration rest, Duration partner) {
    static final WatchTimes USUAL = new WatchTimes(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(1));
}
