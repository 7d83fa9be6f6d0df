package io.undertone.job.access;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;

/** Whether a directory of a file system can be looked into: with wrong keys it cannot. */
public final class FileAccess {
    private FileAccess() {}

    /**
     * Requires that the directory can be looked into.
     *
     * @param what of the configuration names the directory
     * @throws AccessDeniedException if the store says who we are, and that we may not
     */
    public static void require(String what, String directory) throws AccessDeniedException, IOException {
        URI uri = URI.create(directory);
        try {
            FileSystem.get(uri).exists(new Path(uri));
        } catch (java.nio.file.AccessDeniedException e) {
            throw new AccessDeniedException(
                    "%s: the store refuses %s%s. Its keys are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment, or s3.access-key and s3.secret-key of Flink's configuration; its address is s3.endpoint there (docs/security.md)"
                            .formatted(what, directory, reason(e)));
        } catch (UnsupportedFileSystemSchemeException e) {
            // Of this process alone: the plug-in is in the cluster's image.
        }
    }

    private static String reason(java.nio.file.AccessDeniedException e) {
        return e.getMessage() == null
                ? ""
                : " (" + e.getMessage().lines().findFirst().orElse("") + ")";
    }
}
