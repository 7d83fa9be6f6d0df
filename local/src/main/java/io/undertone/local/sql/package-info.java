/** Questions to the lake in SQL. */
@NullMarked
package io.undertone.local.sql;

import org.jspecify.annotations.NullMarked;
