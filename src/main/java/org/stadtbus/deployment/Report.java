package org.stadtbus.deployment;

import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Collects findings, each once, by file and line; checks run at the same time. */
final class Report {
    private final SortedSet<LintFinding> findings = new ConcurrentSkipListSet<>();

    /** A finding at a place in a file. */
    void at(YamlFile file, String pointer, String sentence) {
        at(file.path(), file.line(pointer), sentence);
    }

    /** A finding about a file or folder as a whole. */
    void at(String path, String sentence) {
        at(path, 0, sentence);
    }

    void at(String path, int line, String sentence) {
        findings.add(new LintFinding(path, line, sentence));
    }

    List<LintFinding> findings() {
        return List.copyOf(findings);
    }
}
