package io.undertone.gateway;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Tells on the console what a watch does: calls on the one writer, what is wrong with files on the other. */
final class WatchNews {
    private final PrintWriter out;
    private final PrintWriter err;
    private int published;
    private int leftOut;

    WatchNews(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void note(String note) {
        err.println(note);
    }

    void published(WatchedCall call, PublishTally tally) {
        published++;
        out.printf(
                "published %s (%s): %.1f s of audio, %d records%n",
                call.id(), call.fileNames(), tally.mediaSeconds(), tally.records());
        out.flush();
    }

    void leftOut(Path file, String why) {
        leftOut++;
        err.printf("left out %s: %s%n", file, why);
    }

    void stopped() {
        out.printf("stopped: %d calls published, %d files left out%n", published, leftOut);
        out.flush();
    }
}
