package org.stadtbus.cli.journal;

import picocli.CommandLine.Command;

/** {@code stadtbus journal}: what can be done with the journal without the hub. */
@Command(
        name = "journal",
        description = "Das Journal prüfen, ohne den Hub zu starten.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyCommand.class)
public final class JournalCommand {}
