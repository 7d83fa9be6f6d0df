package io.undertone.stores;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalogAdapter;
import org.apache.iceberg.rest.RESTCatalogServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/** An S3-compatible store with one bucket, in memory, and an Iceberg REST catalog whose tables lie there. Runs until it is killed. */
public final class Stores {
    private final Map<String, String> environment;

    private Stores(Map<String, String> environment) {
        this.environment = environment;
    }

    /** By variables of the environment, all of which are required. */
    public static void main(String[] arguments) throws Exception {
        var stores = new Stores(System.getenv());
        stores.startStore();
        stores.startCatalog();
    }

    private void startStore() throws Exception {
        BlobStore objects = ContextBuilder.newBuilder(
                        new TransientApiMetadata()) // by name, those that are left out are looked for too
                .credentials(required("S3_ACCESS_KEY"), required("S3_SECRET_KEY"))
                .overrides(new Properties())
                .build(BlobStoreContext.class)
                .getBlobStore();
        objects.createContainerInLocation(null, required("S3_BUCKET"));
        S3Proxy.builder()
                .blobStore(objects)
                .endpoint(endpoint())
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, required("S3_ACCESS_KEY"), required("S3_SECRET_KEY"))
                .build()
                .start();
    }

    private void startCatalog() throws Exception {
        var catalog = new JdbcCatalog();
        catalog.initialize(
                "stores",
                Map.of(
                        CatalogProperties.URI,
                        required("CATALOG_DATABASE"),
                        JdbcCatalog.PROPERTY_PREFIX + "user",
                        required("CATALOG_USER"),
                        JdbcCatalog.PROPERTY_PREFIX + "password",
                        required("CATALOG_PASSWORD"),
                        CatalogProperties.WAREHOUSE_LOCATION,
                        required("CATALOG_WAREHOUSE"),
                        CatalogProperties.FILE_IO_IMPL,
                        "org.apache.iceberg.aws.s3.S3FileIO",
                        "s3.endpoint",
                        endpoint().toString(),
                        "s3.path-style-access",
                        "true",
                        "s3.access-key-id",
                        required("S3_ACCESS_KEY"),
                        "s3.secret-access-key",
                        required("S3_SECRET_KEY"),
                        "client.region",
                        "us-east-1"));
        var context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(new RESTCatalogServlet(new RESTCatalogAdapter(catalog))), "/*");
        var server = new Server(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(required("CATALOG_PORT"))));
        server.setHandler(context);
        server.start();
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + required("S3_PORT"));
    }

    private String required(String variable) {
        return Objects.requireNonNull(environment.get(variable), variable);
    }
}
