package org.stadtbus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One way to break the good folder and what lint says to it.
 *
 * @param name what is broken
 * @param file the file that is changed
 * @param find text in it that is replaced; empty: the file is written anew
 * @param replace what stands there then; {@link #DELETED}: the file is deleted
 * @param finding the line lint prints
 */
record LintCase(String name, String file, String find, String replace, String finding) {
    static final String DELETED = "\u0000";

    void breakIn(Path home) throws IOException {
        Path path = home.resolve(file);
        if (DELETED.equals(replace)) {
            Files.delete(path);
        } else if (find.isEmpty()) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, replace);
        } else {
            String text = Files.readString(path);
            assertThat(text).as("what %s replaces", name).contains(find);
            Files.writeString(path, text.replace(find, replace));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
