package org.stadtbus.cli.standards;

import picocli.CommandLine.Command;

/** {@code stadtbus standards …}. */
@Command(
        name = "standards",
        description = "Spielt amtliche Standards ein und zeigt, welche gelten.",
        mixinStandardHelpOptions = true,
        subcommands = {AddCommand.class, ListCommand.class, CodeListCommand.class})
public final class StandardsCommand {}
