/** The tables: rows into Iceberg and PostgreSQL. */
@NullMarked
package io.undertone.job.store;

import org.jspecify.annotations.NullMarked;
