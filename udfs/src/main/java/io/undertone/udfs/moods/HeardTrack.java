package io.undertone.udfs.moods;

/** Whom an alert would be about: a track with the leg and the call that it is part of. */
record HeardTrack(JudgedCall call, String legId, JudgedLeg leg, MoodTrack track) {}
