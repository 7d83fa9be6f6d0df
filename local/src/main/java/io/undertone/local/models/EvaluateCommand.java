package io.undertone.local.models;

import picocli.CommandLine.Command;

/** {@code undertone models evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TASK",
        description = "Measures a model on recordings whose truth is known.",
        subcommands = {EvaluateSpeakerCommand.class, EvaluateEmotionCommand.class, EvaluateAlertsCommand.class})
final class EvaluateCommand {}
