package io.undertone.local.demo;

import io.undertone.job.config.FrustrationConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.page.Thresholds;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelCards;
import io.undertone.udfs.moods.MoodThresholds;
import java.nio.file.Path;

/** What rule {@code frustration} goes by: the card of the emotion model, but for what the configuration says. */
final class FrustrationThresholds {
    private FrustrationThresholds() {}

    static Thresholds of(UndertoneConfig config, String tenant) {
        ModelCard card = new ModelCards(Path.of(config.models().directory()))
                .find(config.models().emotion());
        FrustrationConfig own = config.alertsOf(tenant).frustration();
        MoodThresholds inForce = MoodThresholds.of(card.thresholds()).with(own.enter(), own.high(), own.exit());
        return new Thresholds(inForce.enter(), inForce.high(), inForce.exit());
    }
}
