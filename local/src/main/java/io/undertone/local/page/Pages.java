package io.undertone.local.page;

import io.undertone.local.live.CallTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pages of calls: into a directory, a file for each part of a call, or all to one file. */
public final class Pages {
    private static final String SUFFIX = ".html";

    private final Path target;
    private final CallPage page;
    private final @Nullable Thresholds thresholds;

    private Pages(Path target, CallPage page, @Nullable Thresholds thresholds) {
        this.target = target;
        this.page = page;
        this.thresholds = thresholds;
    }

    /**
     * Makes the directory that pages will be in.
     *
     * @param thresholds to draw; null where nobody knows them
     */
    public static Pages to(Path target, @Nullable Thresholds thresholds) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path directory = isFile(absolute) ? absolute.getParent() : absolute;
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new Pages(absolute, CallPage.load(), thresholds);
    }

    /** Whether this names one page and not a directory of pages. */
    public static boolean isFile(Path target) {
        return target.toString().endsWith(SUFFIX);
    }

    /** Writes or replaces a call's page as a whole: a browser that reloads it never sees half of one. */
    public Path write(CallTimeline call) throws IOException {
        return write(call, null);
    }

    /**
     * Likewise, with what was said.
     *
     * @param dialogue as it was written; null while nobody has
     */
    public Path write(CallTimeline call, @Nullable List<PageLine> dialogue) throws IOException {
        Path file = isFile(target) ? target : target.resolve(PageName.of(call.part()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, page.of(PageData.of(call, thresholds, dialogue)));
        return Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where they are written to. */
    @Override
    public String toString() {
        return target.toString();
    }
}
