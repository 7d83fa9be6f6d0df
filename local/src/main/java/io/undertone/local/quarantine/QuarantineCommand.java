package io.undertone.local.quarantine;

import picocli.CommandLine.Command;

/** {@code undertone quarantine}. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Puts calls aside that crash a leg, and releases them. docs/quarantine.md says what that means.",
        subcommands = {AddCommand.class, RemoveCommand.class, ListCommand.class})
public final class QuarantineCommand {}
