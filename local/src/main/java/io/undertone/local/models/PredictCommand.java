package io.undertone.local.models;

import picocli.CommandLine.Command;

/** {@code undertone models predict}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TASK",
        description = "Shows what a model makes of a recording.",
        subcommands = PredictEmotionCommand.class)
final class PredictCommand {}
