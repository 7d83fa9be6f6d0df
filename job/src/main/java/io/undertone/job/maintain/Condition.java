package io.undertone.job.maintain;

import java.util.List;

/**
 * Which rows of the database.
 *
 * @param sql with a question mark for each value
 * @param values arrays of text among them
 */
public record Condition(String sql, List<?> values) {}
