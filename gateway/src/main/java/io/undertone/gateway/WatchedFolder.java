package io.undertone.gateway;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A folder into which others put recordings. Folders in it, and what is named as unfinished, are not looked at. */
final class WatchedFolder {
    /** What programs that copy or load down append until they are done; a name that begins with a dot says the same. */
    private static final Set<String> UNFINISHED = Set.of(".part", ".filepart", ".crdownload", ".tmp");

    private final Path folder;

    WatchedFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder at %s to watch".formatted(folder.toAbsolutePath()));
        }
        this.folder = folder;
    }

    Path file(FileStamp stamp) {
        return folder.resolve(stamp.name());
    }

    /** Files that hold something, by name. */
    List<FileStamp> files() throws IOException {
        var files = new ArrayList<FileStamp>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> !isUnfinished(file))) {
            for (Path file : all) {
                stamp(file).filter(stamp -> stamp.size() > 0).ifPresent(files::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(FileStamp::name));
        return files;
    }

    /** Whether the file is still as it was. */
    boolean holds(FileStamp stamp) throws IOException {
        return stamp(file(stamp)).filter(stamp::equals).isPresent();
    }

    private static Optional<FileStamp> stamp(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
            var stamp = new FileStamp(file.getFileName().toString(), attributes.size(), modified);
            return attributes.isRegularFile() ? Optional.of(stamp) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away since it was listed
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
    }
}
