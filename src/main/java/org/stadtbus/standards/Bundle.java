package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.validation.Schema;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;

/**
 * One official bundle at work: compiled at most once, on first need or by {@link #prepare()}, then shared by all threads.
 */
final class Bundle {

    /** Checkers kept for the next message; more run when more threads validate at once. */
    private static final int KEPT_CHECKERS = 16;

    private final BundleDescription description;
    private final BundleFiles files;
    private final Processor processor;
    private final HeaderReader header;
    private final XsdSentences sentences;
    private volatile @Nullable Compiled compiled;

    Bundle(BundleDescription description, BundleFiles files, Processor processor) {
        this.description = description;
        this.files = files;
        this.processor = processor;
        this.header = new HeaderReader(processor, description.header());
        this.sentences = new XsdSentences(description.title());
    }

    String id() {
        return description.id();
    }

    String title() {
        return description.title();
    }

    /** The standard this is a version of. */
    Optional<String> family() {
        return Optional.ofNullable(description.family());
    }

    Validity validity() {
        return Objects.requireNonNullElse(description.validity(), Validity.ALWAYS);
    }

    /** What the standard calls this version; the id where it belongs to no family. */
    String versionName() {
        return Objects.requireNonNullElse(description.version(), description.id());
    }

    /** The version a message says it follows. */
    Optional<String> version(byte[] content) {
        return header.version(content);
    }

    /** An official file of the bundle by its bare name. */
    Optional<Path> file(String name) {
        return files.find(name);
    }

    boolean installed() {
        return compiled != null || files.missing().isEmpty();
    }

    String installHint() {
        return description.install();
    }

    void prepare() {
        compiled();
    }

    /**
     * XML refused as such is refused even where the bundle is missing; business rules run on what the schema accepts.
     *
     * @param keepTree whether the caller wants the tree also where no business rule needs it
     */
    Reading read(byte[] content, boolean keepTree) {
        if (!installed()) {
            header.read(content);
            return new Reading(
                    new ValidationResult.Unchecked("%s ist nicht installiert (es fehlt: %s). %s"
                            .formatted(description.title(), String.join(", ", files.missing()), description.install())),
                    null);
        }
        return compiled().read(content, keepTree);
    }

    MessageHeader header(byte[] content) {
        return header.read(content);
    }

    private Compiled compiled() {
        Compiled ready = compiled;
        return ready == null ? compileOnce() : ready;
    }

    private synchronized Compiled compileOnce() {
        Compiled ready = compiled;
        if (ready == null) {
            Schema schema = new SchemaCompiler(description, files).compile();
            ready = new Compiled(schema, rules());
            compiled = ready;
        }
        return ready;
    }

    private List<Schematron> rules() {
        if (description.schematron().isEmpty()) {
            return List.of();
        }
        SchematronCompiler compiler = new SchematronCompiler(processor, files);
        return files.schematron().stream().map(compiler::compile).toList();
    }

    private final class Compiled {
        private final Schema schema;
        private final List<Schematron> rules;
        private final BlockingQueue<XsdChecker> checkers = new ArrayBlockingQueue<>(KEPT_CHECKERS);

        Compiled(Schema schema, List<Schematron> rules) {
            this.schema = schema;
            this.rules = rules;
        }

        Reading read(byte[] content, boolean keepTree) {
            XsdChecker checker = checkers.poll();
            if (checker == null) {
                checker = new XsdChecker(schema, processor, sentences);
            }
            XsdChecker.Checked checked = checker.check(content, keepTree || !rules.isEmpty());
            keep(checker);
            XdmNode tree = checked.tree();
            if (tree != null && checked.findings().isEmpty()) {
                rules.forEach(rule -> rule.check(tree, checked.findings()));
            }
            return new Reading(checked.findings().result(), tree);
        }

        /** A checker that threw is not kept: its parser stopped in the middle. */
        @SuppressWarnings("ReturnValueIgnored") // a full pool simply lets the checker go
        private void keep(XsdChecker checker) {
            checkers.offer(checker);
        }
    }
}
