package org.stadtbus.mapping;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The official XBau 2.6 schemas and Schematron rules, compiled offline: every import is resolved by its file name. */
final class OfficialXbau {
    private final Schema schema;
    private final Processor processor = new Processor(false);
    private final List<XsltExecutable> rules = new ArrayList<>();

    private OfficialXbau(Path standards) throws Exception {
        List<Path> folders = List.of(
                standards.resolve("xbau-2.6/xsd"),
                standards.resolve("xbau-kernmodul-1.3.0/xsd"),
                standards.resolve("xbau-2.6/shadow"));
        schema = compile(folders);
        for (String file : List.of("xbau-schematron.sch", "xbau-schematron-leere-elemente.sch")) {
            rules.add(schematron(standards.resolve("xbau-2.6/schematron").resolve(file)));
        }
    }

    /** The folder with the official files, if this machine has one. */
    static Optional<Path> folder() {
        String configured = Objects.requireNonNullElse(
                System.getProperty("stadtbus.standards.dir", System.getenv("STADTBUS_STANDARDS")),
                "../shared/standards");
        return Optional.of(Path.of(configured)).filter(p -> Files.isDirectory(p.resolve("xbau-2.6/xsd")));
    }

    static OfficialXbau load(Path standards) {
        try {
            return new OfficialXbau(standards);
        } catch (Exception e) {
            throw new IllegalStateException("The official XBau files do not compile", e);
        }
    }

    List<String> findings(byte[] content) {
        List<String> findings = new ArrayList<>();
        try {
            var validator = schema.newValidator();
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) {
                    findings.add("Zeile " + e.getLineNumber() + ": " + e.getMessage());
                }
            });
            validator.validate(new StreamSource(new ByteArrayInputStream(content)));
            for (XsltExecutable rule : rules) {
                findings.addAll(failedAsserts(rule, content));
            }
        } catch (SAXException | java.io.IOException | SaxonApiException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        return findings;
    }

    private List<String> failedAsserts(XsltExecutable rule, byte[] content) throws SaxonApiException {
        XdmDestination report = new XdmDestination();
        rule.load30().transform(new StreamSource(new ByteArrayInputStream(content)), report);
        var xpath = processor.newXPathCompiler();
        XdmValue failed = xpath.evaluate(
                "//*:failed-assert/concat(@location, ': ', normalize-space(*:text))", report.getXdmNode());
        return failed.stream().map(i -> i.getStringValue()).toList();
    }

    private XsltExecutable schematron(Path file) throws SaxonApiException {
        URL pipeline = Objects.requireNonNull(
                OfficialXbau.class.getResource("/xslt/2.0/pipeline-for-svrl.xsl"), "SchXslt is on the class path");
        var compiler = processor.newXsltCompiler();
        XdmDestination compiled = new XdmDestination();
        compiler.compile(new StreamSource(pipeline.toString()))
                .load30()
                .transform(new StreamSource(file.toFile()), compiled);
        XdmNode stylesheet = compiled.getXdmNode();
        return compiler.compile(stylesheet.asSource());
    }

    private static Schema compile(List<Path> folders) throws Exception {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        DOMImplementationLS ls =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(ls, folders, systemId));
        StringBuilder all = new StringBuilder("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>");
        all.append(importOf("http://www.xleitstelle.de/xbau/2/6", "all.xsd"));
        all.append(importOf("http://www.xleitstelle.de/xbau/kernmodul/1/3/0", "xbau-kernmodul-prozessnachrichten.xsd"));
        Source source = new StreamSource(new StringReader(all + "</xs:schema>"), "memory:entry.xsd");
        return factory.newSchema(source);
    }

    private static String importOf(String namespace, String location) {
        return "<xs:import namespace='" + namespace + "' schemaLocation='" + location + "'/>";
    }

    private static LSInput input(DOMImplementationLS ls, List<Path> folders, @Nullable String systemId) {
        String name = String.valueOf(systemId).replaceAll(".*/", "");
        LSInput input = ls.createLSInput();
        if (name.equals("all.xsd")) {
            input.setSystemId("memory:all.xsd");
            input.setStringData(including(folders.get(0)));
            return input;
        }
        Path file = folders.stream()
                .map(f -> f.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No offline file for " + systemId));
        input.setSystemId(file.toUri().toString());
        try {
            input.setByteStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return input;
    }

    private static String including(Path folder) {
        StringBuilder schema = new StringBuilder("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                + " targetNamespace='http://www.xleitstelle.de/xbau/2/6'>");
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(f -> schema.append("<xs:include schemaLocation='" + f.getFileName() + "'/>"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return schema + "</xs:schema>";
    }
}
