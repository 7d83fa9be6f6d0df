/** Tests of Kafka's edge. */
@NullMarked
package io.undertone.job.kafka;

import org.jspecify.annotations.NullMarked;
