package io.undertone.images;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the project stands, what it has built, and which versions its pom pins. */
public final class Project {
    private Project() {}

    public static Path root() {
        return Path.of(System.getProperty("undertone.root", "")).toAbsolutePath();
    }

    /** The jar that a cluster is given. */
    public static Path jar() {
        return built("deploy/images/target/undertone.jar");
    }

    /** The class path of a Flink process in the image. */
    public static List<String> flinkLib() throws IOException {
        return List.of(Files.readString(built("deploy/flink-lib/target/lib.classpath"))
                .strip()
                .split(File.pathSeparator, -1));
    }

    /** The class path of the S3-compatible store and the REST catalog of the tests. */
    public static List<String> stores() throws IOException {
        List<String> path = new ArrayList<>(
                List.of(root().resolve("deploy/stores/target/classes").toString()));
        path.addAll(List.of(Files.readString(built("deploy/stores/target/stores.classpath"))
                .strip()
                .split(File.pathSeparator, -1)));
        return path;
    }

    /** What a lake on S3 takes beside Flink's own class path. */
    public static Path lakeOnS3() throws IOException {
        return built("deploy/images/target/lake-s3/iceberg-aws-bundle-%s.jar".formatted(pinned("iceberg.version")));
    }

    /** The directory that Flink takes its file systems from. */
    public static Path plugins() {
        return root().resolve("deploy/images/target/plugins");
    }

    /** Of an element at the root's pom that occurs once, or first: its own version, a property. */
    public static String pinned(String element) throws IOException {
        Matcher found = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(element)))
                .matcher(Files.readString(root().resolve("pom.xml")));
        if (!found.find()) {
            throw new IllegalArgumentException("pom.xml has no <%s>".formatted(element));
        }
        return found.group(1);
    }

    private static Path built(String path) {
        Path file = root().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "%s is missing: mvn -pl deploy/images -am package makes it".formatted(file));
        }
        return file;
    }
}
