package io.undertone.local.watch;

import io.undertone.gateway.BrokerOptions;
import io.undertone.local.command.WrongUse;
import io.undertone.local.live.LiveTopics;
import io.undertone.local.page.Pages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone watch}: the open calls as they are now. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the open calls, a line each, once a second until Ctrl-C: who speaks, how loudly, in what mood, and",
            "whether somebody should step in. Where the output is no terminal, lines are appended every five seconds."
        })
public final class WatchCommand implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--tenant", paramLabel = "ID", description = "Calls of this tenant only.")
    private @Nullable String tenant;

    @Option(names = "--call", paramLabel = "ID", description = "This call only.")
    private @Nullable String call;

    @Option(
            names = "--since",
            defaultValue = "240",
            paramLabel = "MINUTES",
            description = "How far back to read, to know open calls from their beginning (default: ${DEFAULT-VALUE}).")
    private int sinceMinutes;

    @Option(
            names = "--html",
            paramLabel = "DIR|FILE.html",
            description = "Keep a page of each open call in this directory, or with --call the page of that call.")
    private @Nullable Path html;

    @Option(names = "--once", description = "Show what is open now, and end.")
    private boolean once;

    @Option(names = "--for", paramLabel = "SECONDS", description = "End after so long.")
    private @Nullable Integer seconds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        WatchedCalls watched = WrongUse.guard(spec, this::watched);
        Clock clock = Clock.systemUTC();
        OpenPages pages = html == null ? null : new OpenPages(Pages.to(html, null));
        try (var topics = LiveTopics.since(clock.instant().minus(Duration.ofMinutes(sinceMinutes)), broker.address())) {
            var watch = new Watch(topics, watched, pages, clock);
            watch.catchUp();
            show(watch);
            watch.finish();
            if (topics.unreadable() > 0) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "%d records are of a release that this one does not know: they are not shown%n",
                                topics.unreadable());
            }
        }
        return 0;
    }

    private void show(Watch watch) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (once) {
            Board.of(watch.refreshed(), Integer.MAX_VALUE).forEach(out::println);
            out.flush();
            return;
        }
        Duration span = seconds == null ? FOR_EVER : Duration.ofSeconds(seconds);
        boolean terminal = Boolean.getBoolean("undertone.terminal");
        try (Display display = terminal ? new ScreenDisplay(out) : new LineDisplay(out)) {
            // Ctrl-C ends the JVM from here: the terminal must be given back all the same.
            Runtime.getRuntime().addShutdownHook(new Thread(display::close, "leave-screen"));
            watch.show(display, span);
        }
    }

    private WatchedCalls watched() {
        if (html != null && Pages.isFile(html) && call == null) {
            throw new IllegalArgumentException("--html %s is one page: name the call by --call".formatted(html));
        }
        if (sinceMinutes < 0 || (seconds != null && seconds < 0)) {
            throw new IllegalArgumentException("--since and --for need 0 or more");
        }
        return new WatchedCalls(tenant, call);
    }
}
