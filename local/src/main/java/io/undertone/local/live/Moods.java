package io.undertone.local.live;

/** How probable each mood is, 0 to 1. */
public record Moods(double negative, double neutral, double positive) {}
