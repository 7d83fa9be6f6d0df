package io.undertone.job.report;

import io.undertone.schema.Call;
import io.undertone.schema.CallLeg;
import io.undertone.schema.CallVoice;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import java.util.Map;

/** Roles that an analyst found out, where legs and voices of a call's row stand without one. */
final class LegRoles {
    private final Call call;

    LegRoles(Call call) {
        this.call = call;
    }

    /** @param roles by leg and voice */
    void describe(Map<String, String> roles) {
        for (CallLeg leg : call.getLegs()) {
            String ofLeg = roles.get(leg.getLegId() + "/0");
            if (ofLeg != null && isUnknown(leg.getRole())) {
                leg.setRole(ofLeg);
                leg.setRoleSource(RoleSource.LLM.name());
            }
            for (CallVoice voice : leg.getVoices()) {
                String role = roles.get(leg.getLegId() + "/" + voice.getVoice());
                if (role != null && isUnknown(voice.getRole())) {
                    voice.setRole(role);
                    voice.setRoleSource(RoleSource.LLM.name());
                }
            }
        }
    }

    private static boolean isUnknown(String role) {
        return role.equals(Role.UNKNOWN.name());
    }
}
