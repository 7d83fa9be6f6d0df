package io.undertone.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Publishes each new recording of a folder once, one call after the other, until it is asked to stop.
 *
 * <p>A call is noted when the broker has all of it. If that note is lost in a crash, the call is published again with the
 * same ids and times, of which the job drops what it has seen.
 */
final class FolderWatch {
    private final Inbox inbox;
    private final WatchedCallReader reader;
    private final CallPublisher publisher;
    private final WatchNews news;

    FolderWatch(Inbox inbox, WatchedCallReader reader, CallPublisher publisher, WatchNews news) {
        this.inbox = inbox;
        this.reader = reader;
        this.publisher = publisher;
        this.news = news;
    }

    void run(StopSwitch stop) throws IOException, InterruptedException {
        while (!stop.isRequested()) {
            for (WatchedCall call : inbox.ready(stop.nanos())) {
                if (!stop.isRequested()) {
                    publish(call);
                }
            }
            stop.waitUntil(inbox.nextLook(stop.nanos()));
        }
        news.stopped();
    }

    private void publish(WatchedCall call) throws IOException, InterruptedException {
        Optional<CallScript> script = reader.read(call);
        if (script.isPresent()) {
            script.get().recording().notes().forEach(news::note);
            PublishTally tally = publisher.publish(List.of(script.get()), Progress.SILENT);
            inbox.done(call);
            news.published(call, tally);
        }
    }
}
