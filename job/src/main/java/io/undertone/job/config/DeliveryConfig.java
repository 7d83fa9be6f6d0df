package io.undertone.job.config;

import java.io.Serializable;

/** How alerts reach their consumers. */
public record DeliveryConfig(AlertDelivery delivery, int transactionTimeoutMs) implements Serializable {
    public DeliveryConfig {
        Need.atLeast(1, "transaction_timeout_ms", transactionTimeoutMs);
    }
}
