/** Publishes recordings to Kafka as a telephone gateway would: in one order, at any speed, with faults on request. */
@NullMarked
package io.undertone.gateway;

import org.jspecify.annotations.NullMarked;
