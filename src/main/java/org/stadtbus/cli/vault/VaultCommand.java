package org.stadtbus.cli.vault;

import picocli.CommandLine.Command;

/** {@code stadtbus vault …}. */
@Command(
        name = "vault",
        description = "Pflegt den Tresor.",
        mixinStandardHelpOptions = true,
        subcommands = {RotateCommand.class, CollectCommand.class})
public final class VaultCommand {}
