package io.undertone.local.demo;

/**
 * The calls of a run in four figures.
 *
 * @param mediaSeconds heard so far, of all calls in sum; legs of a call count once
 * @param speaking legs on which somebody speaks now
 * @param ended parts of calls whose header has been published
 */
record LiveCounts(int open, long mediaSeconds, long speaking, int ended) {}
