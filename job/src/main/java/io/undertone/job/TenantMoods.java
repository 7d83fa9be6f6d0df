package io.undertone.job;

import io.undertone.job.config.AlertsConfig;
import io.undertone.job.config.PrivacyConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.live.TenantRules;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.MoodRule;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.moods.MoodRights;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenants' policies for reading emotions, and nothing else of the configuration: it travels with the job. */
final class TenantMoods implements MoodRule {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TenantMoods.class);

    /** Stands for all tenants without a section of their own. */
    static final String EVERYBODY = "alerts";

    private final ConsentRule consent;
    private final EmotionPolicy everybody;
    private final HashMap<String, EmotionPolicy> tenants = new HashMap<>();

    TenantMoods(UndertoneConfig config) {
        consent = TenantConsent.toEmotion(config);
        everybody = policy(config.privacy());
        config.tenants().keySet().forEach(tenant -> tenants.put(tenant, policy(config.privacyOf(tenant))));
    }

    @Override
    public MoodRights in(String tenantId, CallFacts facts) {
        Boolean given = facts.emotionConsent();
        return MoodRights.of(tenants.getOrDefault(tenantId, everybody), given, consent.allows(tenantId, given));
    }

    /** What holds of each tenant that has something of its own, and under {@link #EVERYBODY} of all others. */
    static Map<String, TenantRules> rules(UndertoneConfig config) {
        Map<String, TenantRules> rules = new TreeMap<>();
        rules.put(EVERYBODY, rules(config.privacy(), config.alerts()));
        for (String tenant : config.tenants().keySet()) {
            rules.put("tenants." + tenant, rules(config.privacyOf(tenant), config.alertsOf(tenant)));
        }
        return rules;
    }

    static TenantRules rules(PrivacyConfig privacy, AlertsConfig alerts) {
        return new TenantRules(
                policy(privacy),
                alerts.frustration().enter(),
                alerts.frustration().high(),
                alerts.frustration().exit(),
                alerts.raisedVoice().enterDb(),
                alerts.raisedVoice().exitDb());
    }

    /** Says aloud where more than customers' emotions are read. */
    static void report(UndertoneConfig config) {
        rules(config).forEach((tenant, rules) -> {
            if (rules.policy() == EmotionPolicy.EVERYBODY) {
                LOG.warn(
                        "privacy.emotion.beyond_customers is set ({}): emotions of agents and of people in unknown roles are "
                                + "read where they agreed. In the EU an employer may not do so: AI Act, article 5(1)(f)",
                        tenant.equals(EVERYBODY) ? "all tenants without a section of their own" : tenant);
            }
        });
    }

    private static EmotionPolicy policy(PrivacyConfig privacy) {
        return privacy.emotion().beyondCustomers() ? EmotionPolicy.EVERYBODY : EmotionPolicy.CUSTOMERS;
    }
}
