package org.stadtbus.cli.journal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Where the hub's settings say its journal is. */
@EnableConfigurationProperties(DataSourceProperties.class)
class JournalFiles {
    private final DataSourceProperties database;
    private final Path keys;

    JournalFiles(DataSourceProperties database, @Value("${stadtbus.keys:${stadtbus.data:data}/keys}") Path keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Opens the database; the caller closes it. */
    ReadOnlyDatabase database() {
        return ReadOnlyDatabase.open(
                database.determineUrl(), database.determineUsername(), database.determinePassword());
    }

    Path keys() {
        return keys;
    }
}
