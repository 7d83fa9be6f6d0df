package io.undertone.gateway;

import org.apache.avro.specific.SpecificRecord;

/**
 * An AudioFrame or a CallEvent, and when a gateway would send it.
 *
 * @param atMicros microseconds from the call's start: a frame leaves when its last sample has been captured
 */
public record ScriptedRecord(long atMicros, SpecificRecord value) {}
