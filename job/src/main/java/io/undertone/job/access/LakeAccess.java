package io.undertone.job.access;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;

/** Whether the catalog lets us in, and the store that its tables lie in: they are two services with keys of their own. */
public final class LakeAccess {
    private LakeAccess() {}

    /**
     * Looks at a file of the first table that is there.
     *
     * @throws AccessDeniedException if one of them says that we may not
     */
    public static void require(LakeConfig config) throws AccessDeniedException, IOException {
        try {
            Catalog catalog = new Lake(config).catalogLoader().loadCatalog();
            try {
                look(config, catalog);
            } finally {
                if (catalog instanceof Closeable connection) {
                    connection.close();
                }
            }
        } catch (NotAuthorizedException | ForbiddenException e) {
            throw new AccessDeniedException(
                    "lake: the catalog at %s refuses us (%s). It asks for lake.properties.credential or lake.properties.token (docs/security.md)"
                            .formatted(config.uri(), e.getMessage()));
        } catch (RESTException e) {
            throw new IOException("lake: the catalog at %s: %s".formatted(config.uri(), e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void look(LakeConfig config, Catalog catalog) throws AccessDeniedException, IOException {
        var lake = new Lake(config);
        for (LakeTable each : LakeTable.values()) {
            TableIdentifier name = lake.table(each.tableName());
            if (catalog.tableExists(name)) {
                look(config, catalog.loadTable(name));
                return;
            }
        }
    }

    private static void look(LakeConfig config, Table table) throws AccessDeniedException, IOException {
        String file = ((HasTableOperations) table).operations().current().metadataFileLocation();
        try {
            table.io().newInputFile(file).exists();
        } catch (RuntimeException e) {
            if (!isRefusal(e)) {
                throw new IOException(
                        "lake: the store%s did not show %s: %s".formatted(address(config), file, e.getMessage()), e);
            }
            throw new AccessDeniedException(
                    "lake: the store%s refuses %s (%s). Its keys are lake.properties.s3.access-key-id and lake.properties.s3.secret-access-key, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment (docs/security.md)"
                            .formatted(address(config), file, e.getMessage()));
        }
    }

    private static String address(LakeConfig config) {
        String endpoint = config.properties().get("s3.endpoint");
        return endpoint == null ? "" : " at " + endpoint;
    }

    /** By its words: the classes of the store's client are not the job's. */
    private static boolean isRefusal(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Status Code: 403") || message.contains("Unable to load credentials");
    }
}
