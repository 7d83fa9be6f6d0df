package io.undertone.local.models;

import picocli.CommandLine.Command;

/** {@code undertone models}. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, verifies, fetches, measures and tries models. docs/models.md has all of it.",
        subcommands = {
            ListCommand.class,
            VerifyCommand.class,
            FetchCommand.class,
            EvaluateCommand.class,
            PredictCommand.class
        })
public final class ModelsCommand {}
