package io.undertone.local.command;

import io.undertone.udfs.audio.UnsupportedAudioException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells what the user got wrong (exit code 2) from what failed (exit code 1). */
public final class WrongUse {
    private WrongUse() {}

    /** Reads something that the user gave: what it refuses is the user's to mend, in the words of who refused. */
    public static <T> T guard(CommandSpec command, Callable<T> reading) throws Exception {
        try {
            return reading.call();
        } catch (IllegalArgumentException | UnsupportedAudioException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
