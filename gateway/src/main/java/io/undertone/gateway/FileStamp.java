package io.undertone.gateway;

/**
 * A file as it stands: one that is being written has another stamp each time it is looked at.
 *
 * @param name within its folder
 * @param modifiedMicros when it was last written, after the epoch
 */
record FileStamp(String name, long size, long modifiedMicros) {}
