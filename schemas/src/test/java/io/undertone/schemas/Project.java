package io.undertone.schemas;

import java.nio.file.Path;

/** Where the files of this module lie. */
final class Project {

    private Project() {}

    static Path module() {
        String root = System.getProperty("undertone.root");
        if (root == null) {
            throw new IllegalStateException(
                    "expected the system property undertone.root, the directory of the root pom");
        }
        return Path.of(root, "schemas");
    }

    static Path resources() {
        return module().resolve("src/main/resources/io/undertone/schemas");
    }

    static Path golden() {
        return module().resolve("src/test/resources/io/undertone/schemas/golden");
    }
}
