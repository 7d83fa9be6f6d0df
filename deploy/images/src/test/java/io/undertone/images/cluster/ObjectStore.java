package io.undertone.images.cluster;

import static org.awaitility.Awaitility.await;

import io.undertone.images.Project;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3-compatible store and an Iceberg REST catalog, in a process of their own, and how the job is led to them. */
final class ObjectStore implements AutoCloseable {
    static final String BUCKET = "undertone";
    static final String ACCESS_KEY = "access-key-of-this-run";
    static final String SECRET_KEY = "secret-key-of-this-run";

    /** AWS's client sends trailers with checksums that this store, and others that are not AWS, cannot read. */
    private static final String CHECKSUMS = "AWS_REQUEST_CHECKSUM_CALCULATION";

    static final String WHEN_REQUIRED = "when_required";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FlinkProcess process;
    private final int storePort;
    private final int catalogPort;

    private ObjectStore(FlinkProcess process, int storePort, int catalogPort) {
        this.process = process;
        this.storePort = storePort;
        this.catalogPort = catalogPort;
    }

    /** @param database where the catalog keeps which tables there are */
    static ObjectStore start(Path directory, String database, String user, String password) throws IOException {
        int storePort = freePort();
        int catalogPort = freePort();
        FlinkProcess process = FlinkProcess.start(
                Files.createDirectories(directory),
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, Project.stores())),
                "io.undertone.stores.Stores",
                List.of(),
                Map.of(
                        "S3_PORT",
                        Integer.toString(storePort),
                        "S3_BUCKET",
                        BUCKET,
                        "S3_ACCESS_KEY",
                        ACCESS_KEY,
                        "S3_SECRET_KEY",
                        SECRET_KEY,
                        "CATALOG_PORT",
                        Integer.toString(catalogPort),
                        "CATALOG_DATABASE",
                        database,
                        "CATALOG_USER",
                        user,
                        "CATALOG_PASSWORD",
                        password,
                        "CATALOG_WAREHOUSE",
                        "s3://%s/lake".formatted(BUCKET),
                        CHECKSUMS,
                        WHEN_REQUIRED));
        var store = new ObjectStore(process, storePort, catalogPort);
        await("store and catalog").atMost(PATIENCE).until(store::answers);
        return store;
    }

    String endpoint() {
        return "http://127.0.0.1:" + storePort;
    }

    /** Lake and audio, as {@code deploy/kubernetes/base/undertone.yaml} has them: keys come from the environment. */
    Places places() {
        return new Places("""
                {catalog: rest, uri: "http://127.0.0.1:%d", warehouse: "s3://%s/lake", properties: {\
                io-impl: org.apache.iceberg.aws.s3.S3FileIO, s3.endpoint: "%s", s3.path-style-access: true, \
                client.region: us-east-1}}""".formatted(catalogPort, BUCKET, endpoint()), "s3://%s/audio".formatted(BUCKET), "");
    }

    /** Checkpoints, as {@code deploy/kubernetes/base/every-leg.yaml} has them. */
    StateStore state() throws IOException {
        return new StateStore(
                """
                s3.endpoint: %s
                s3.endpoint.region: us-east-1
                s3.path.style.access: true
                execution.checkpointing.dir: s3://%s/checkpoints""".formatted(endpoint(), BUCKET),
                List.of(Project.lakeOnS3().toString()),
                Map.of(
                        "FLINK_PLUGINS_DIR",
                        Project.plugins().toString(),
                        CHECKSUMS,
                        WHEN_REQUIRED,
                        "AWS_REGION",
                        "us-east-1",
                        "AWS_ACCESS_KEY_ID",
                        ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        SECRET_KEY));
    }

    @Override
    public void close() {
        process.close();
    }

    /** The catalog starts last. */
    private boolean answers() {
        process.requireAlive();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), catalogPort));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
