/** The services that Undertone needs, inside this JVM: broker, database and Flink cluster, and the three together. */
@NullMarked
package io.undertone.local.system;

import org.jspecify.annotations.NullMarked;
