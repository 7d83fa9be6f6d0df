package io.undertone.udfs.redaction;

/**
 * Words of a passage, from one token to another, that say what comes.
 *
 * @param sure whether they are said of little else
 */
record Cue(CueKind kind, boolean sure, int first, int last) {}
