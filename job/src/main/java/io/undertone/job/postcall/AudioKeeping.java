package io.undertone.job.postcall;

import io.undertone.udfs.call.AudioRetention;
import java.io.Serializable;
import java.util.HashMap;

/**
 * Where audio is kept, and for how long behind a report.
 *
 * @param directory URI that Flink's file systems know
 * @param tenants those who have it otherwise
 */
public record AudioKeeping(String directory, AudioRetention everybody, HashMap<String, AudioRetention> tenants)
        implements Serializable {
    AudioRetention of(String tenantId) {
        return tenants.getOrDefault(tenantId, everybody);
    }
}
