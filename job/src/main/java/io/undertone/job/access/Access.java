package io.undertone.job.access;

import io.undertone.job.Leg;
import io.undertone.job.config.AlertDelivery;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.schemas.KafkaRight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every service of a leg whether it lets us in. One that does not answer is no refusal: a leg waits for it, and may be started
 * by a job manager that takes over while a broker is down.
 */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final UndertoneConfig config;
    private final List<String> refusals = new ArrayList<>();

    private Access(UndertoneConfig config) {
        this.config = config;
    }

    /** What a leg is refused, a line each. */
    public static List<String> refusals(Leg leg, UndertoneConfig config) throws InterruptedException {
        var access = new Access(config);
        access.kafka(leg);
        if (leg == Leg.LIVE || leg == Leg.POST_CALL) {
            access.ask(
                    () -> FileAccess.require("audio.directory", config.audio().directory()));
        }
        if (leg == Leg.POST_CALL) {
            access.ask(() -> LakeAccess.require(config.lake()));
            access.ask(() -> DatabaseAccess.require(config.postgres()));
        }
        return access.refusals;
    }

    private void kafka(Leg leg) throws InterruptedException {
        boolean transactions = config.live().alerts().delivery() == AlertDelivery.EXACTLY_ONCE;
        try (var kafka = new KafkaAccess(config.kafka())) {
            List<KafkaRight> missing = kafka.missing(leg.label(), transactions);
            if (!missing.isEmpty()) {
                refusals.add(kafka.explained("leg " + leg.label(), missing));
            }
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Kafka did not say what leg {} may do: {}", leg, reason(e));
        }
    }

    private void ask(Question question) {
        try {
            question.ask();
        } catch (AccessDeniedException e) {
            refusals.add(e.getMessage());
        } catch (IOException e) {
            LOG.warn("a store did not say whether it lets us in: {}", e.getMessage());
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    /** Of a store. */
    private interface Question {
        void ask() throws AccessDeniedException, IOException;
    }
}
