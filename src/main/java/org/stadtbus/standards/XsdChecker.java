package org.stadtbus.standards;

import java.io.IOException;
import java.util.Locale;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parser, schema validator and tree builder in one: reads a message once, checks it against the schema and keeps it as a
 * tree for the business rules. Costly to make, cheap to use again; one thread at a time.
 */
final class XsdChecker {

    /** One message read: what the schema says of it, and the tree where one was wanted. */
    record Checked(Findings findings, @Nullable XdmNode tree) {}

    private final XMLReader reader = SecureXml.reader();
    private final ValidatorHandler validator;
    private final DocumentBuilder trees;
    private final XsdSentences sentences;

    XsdChecker(Schema schema, Processor processor, XsdSentences sentences) {
        this.validator = schema.newValidatorHandler();
        this.trees = processor.newDocumentBuilder();
        this.trees.setLineNumbering(true);
        this.sentences = sentences;
        try {
            validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        } catch (SAXNotRecognizedException | org.xml.sax.SAXNotSupportedException e) {
            throw new IllegalStateException("this JDK's validator has no locale, its messages cannot be read", e);
        }
    }

    /** Reads and checks one message; throws a rejecting HubException where the XML itself is refused. */
    Checked check(byte[] content, boolean keepTree) {
        try {
            BuildingContentHandler tree = keepTree ? trees.newBuildingContentHandler() : null;
            Findings findings = new Findings();
            Tee tee = new Tee(validator, tree == null ? new DefaultHandler() : tree);
            validator.setErrorHandler(new Collector(tee, findings));
            reader.setContentHandler(tee);
            reader.parse(SecureXml.input(content));
            return new Checked(findings, tree == null ? null : tree.getDocumentNode());
        } catch (SAXException | IOException e) {
            throw RefusingHandler.refusal(e);
        } catch (SaxonApiException e) {
            throw new IllegalStateException("a tree that was read completely is not there", e);
        }
    }

    /** Sends each event to the validator and to the tree, and knows where it is. */
    private static final class Tee extends TeeHandler {
        private final ElementPath path = new ElementPath();

        Tee(ValidatorHandler validator, ContentHandler tree) {
            super(validator, tree);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            path.enter(name);
            super.startElement(uri, name, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            super.endElement(uri, name, qualified);
            path.leave();
        }
    }

    private final class Collector implements ErrorHandler {
        private final Tee tee;
        private final Findings findings;

        Collector(Tee tee, Findings findings) {
            this.tee = tee;
            this.findings = findings;
        }

        @Override
        public void warning(SAXParseException e) {
            // the validator warns of schema matters only, which are not the sender's
        }

        @Override
        public void error(SAXParseException e) {
            sentences.report(e, tee.path, findings);
        }

        @Override
        public void fatalError(SAXParseException e) {
            sentences.report(e, tee.path, findings);
        }
    }
}
