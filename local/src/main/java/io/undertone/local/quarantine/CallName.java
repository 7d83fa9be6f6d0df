package io.undertone.local.quarantine;

import io.undertone.schemas.CallKey;
import java.util.List;

/** A call as people write it: {@code tenant|call} as logs have it, or with a slash, which no shell minds. No id holds either. */
record CallName(String tenantId, String callId) {
    static final String DESCRIPTION = "TENANT/CALL, or 'TENANT|CALL' as the log has it.";

    static List<CallName> parse(List<String> calls) {
        return calls.stream().map(CallName::parse).toList();
    }

    private static CallName parse(String call) {
        String[] ids = call.split("[|/]", -1);
        if (ids.length != 2) {
            throw new IllegalArgumentException("need TENANT/CALL, got '%s'".formatted(call));
        }
        return new CallName(CallKey.requirePlainId("tenant_id", ids[0]), CallKey.requirePlainId("call_id", ids[1]));
    }

    String key() {
        return CallKey.of(tenantId, callId);
    }
}
