/** The Iceberg tables: their catalog, their schemas from the Avro records, their rows. */
@NullMarked
package io.undertone.job.lake;

import org.jspecify.annotations.NullMarked;
