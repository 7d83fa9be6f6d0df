package io.undertone.job.config;

import java.io.Serializable;

/** Whose emotions may be read. */
public record OthersConfig(boolean beyondCustomers) implements Serializable {}
