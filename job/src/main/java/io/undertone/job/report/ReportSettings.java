package io.undertone.job.report;

import io.undertone.udfs.redaction.RedactionSettings;
import java.io.Serializable;
import java.util.Map;

/**
 * How reports are written.
 *
 * @param transcribes whether there is a transcriber
 * @param redaction of tenants who are not in {@code tenants}
 * @param longestPartChars of a dialogue that is analysed at once
 */
public record ReportSettings(
        boolean transcribes, RedactionSettings redaction, Map<String, RedactionSettings> tenants, int longestPartChars)
        implements Serializable {
    public ReportSettings {
        tenants = Map.copyOf(tenants);
    }
}
