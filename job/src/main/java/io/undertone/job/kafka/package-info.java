/** Kafka's edge: Avro in, Avro out, dead letters. */
@NullMarked
package io.undertone.job.kafka;

import org.jspecify.annotations.NullMarked;
