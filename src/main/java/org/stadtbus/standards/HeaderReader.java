package org.stadtbus.standards;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Reads a message's header by the XPaths of its standard; the expressions are compiled once. */
final class HeaderReader {

    private final Processor processor;
    private final XPathExecutable type;
    private final XPathExecutable messageId;
    private final List<XPathExecutable> references;
    private final List<XPathExecutable> caseIds;
    private final XPathExecutable businessKey;
    private final Optional<XPathExecutable> author;
    private final Optional<XPathExecutable> reader;
    private final XPathExecutable test;
    private final XPathExecutable version;

    HeaderReader(Processor processor, BundleDescription.HeaderPaths paths) {
        this.processor = processor;
        this.type = compile(paths.type());
        this.messageId = compile(paths.messageId());
        this.references = paths.references().stream().map(this::compile).toList();
        this.caseIds = paths.caseIds().stream().map(this::compile).toList();
        this.businessKey = compile(paths.businessKey());
        this.author = Optional.ofNullable(paths.author()).map(this::compile);
        this.reader = Optional.ofNullable(paths.reader()).map(this::compile);
        this.test = compile(paths.test());
        this.version = compile(Objects.requireNonNull(paths.version()));
    }

    /** The header of a message; parts that are not there are empty, the message need not be valid. */
    MessageHeader read(byte[] content) {
        try {
            XdmNode message = processor.newDocumentBuilder().build(SecureXml.source(content));
            return new MessageHeader(
                    first(type, message),
                    first(messageId, message),
                    references.stream()
                            .flatMap(path -> values(path, message))
                            .distinct()
                            .toList(),
                    caseIds.stream()
                            .flatMap(path -> values(path, message))
                            .distinct()
                            .toList(),
                    first(businessKey, message),
                    author.flatMap(path -> first(path, message)),
                    reader.flatMap(path -> first(path, message)),
                    values(test, message).findAny().isPresent());
        } catch (SaxonApiException e) {
            throw RefusingHandler.refusal(e);
        }
    }

    /** The version of the standard a message says it follows. */
    Optional<String> version(byte[] content) {
        try {
            return first(version, processor.newDocumentBuilder().build(SecureXml.source(content)));
        } catch (SaxonApiException e) {
            throw RefusingHandler.refusal(e);
        }
    }

    private static Optional<String> first(XPathExecutable path, XdmNode message) {
        return values(path, message).findFirst();
    }

    private static Stream<String> values(XPathExecutable path, XdmNode message) {
        try {
            XPathSelector selector = path.load();
            selector.setContextItem(message);
            return selector.evaluate().stream()
                    .map(XdmItem::getStringValue)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        } catch (SaxonApiException e) {
            throw broken(e);
        }
    }

    private XPathExecutable compile(String expression) {
        try {
            XPathCompiler compiler = processor.newXPathCompiler();
            return compiler.compile(expression);
        } catch (SaxonApiException e) {
            throw broken(e);
        }
    }

    private static HubException broken(SaxonApiException e) {
        return new HubException(
                FailureKind.PERMANENT,
                "standard-broken",
                "Ein XPath für den Nachrichtenkopf in config/standards ist fehlerhaft.",
                e);
    }
}
