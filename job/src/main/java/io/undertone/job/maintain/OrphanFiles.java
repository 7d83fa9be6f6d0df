package io.undertone.job.maintain;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files in a table's directory that no snapshot has: what failed attempts wrote, and what may yet be committed. Age tells them apart. */
final class OrphanFiles {
    private final Table table;

    OrphanFiles(Table table) {
        this.table = table;
    }

    /** Those that were last written before. The directory is listed first: what is committed meanwhile is known to the table then. */
    List<FileInfo> before(long millis) throws IOException {
        if (!(table.io() instanceof SupportsPrefixOperations store)) {
            throw new IOException("the store of %s cannot list files".formatted(table.name()));
        }
        var old = new ArrayList<FileInfo>();
        for (FileInfo file : store.listPrefix(table.location())) {
            if (file.createdAtMillis() < millis) {
                old.add(file);
            }
        }
        table.refresh();
        Set<String> known = known();
        old.removeIf(file -> known.contains(path(file.location())));
        return old;
    }

    void delete(List<FileInfo> files) {
        files.forEach(file -> table.io().deleteFile(file.location()));
    }

    private Set<String> known() throws IOException {
        var known = new HashSet<String>();
        var manifests = new HashSet<ManifestFile>();
        for (Snapshot snapshot : table.snapshots()) {
            known.add(path(snapshot.manifestListLocation()));
            manifests.addAll(snapshot.allManifests(table.io()));
        }
        for (ManifestFile manifest : manifests) {
            known.add(path(manifest.path()));
            try (CloseableIterable<String> files = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                files.forEach(file -> known.add(path(file)));
            }
        }
        ReachableFileUtil.metadataFileLocations(table, false).forEach(file -> known.add(path(file)));
        ReachableFileUtil.statisticsFilesLocations(table).forEach(file -> known.add(path(file)));
        known.add(path(ReachableFileUtil.versionHintLocation(table)));
        return known;
    }

    /** A store has many spellings of itself (s3, s3a, file:/, file:///): of one path, none is an orphan. */
    private static String path(String location) {
        return location.contains(":") ? URI.create(location.replace(" ", "%20")).getPath() : location;
    }
}
