package org.stadtbus.standards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.trans.XPathException;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Compiles business rules (ISO Schematron, query binding xslt2) with SchXslt into stylesheets that Saxon keeps ready.
 * Takes seconds; done once per bundle and start.
 */
final class SchematronCompiler {

    private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";
    private static final String SCHXSLT = "schxslt:";
    private static final String PIPELINE = "/xslt/2.0/pipeline-for-svrl.xsl";

    private final Processor processor;
    private final BundleFiles files;
    private final XsltExecutable pipeline;

    SchematronCompiler(Processor processor, BundleFiles files) {
        this.processor = processor;
        this.files = files;
        try {
            XsltCompiler compiler = processor.newXsltCompiler();
            compiler.setResourceResolver(request -> fromJar(request.uri));
            pipeline = compiler.compile(fromJar(SCHXSLT + PIPELINE));
        } catch (SaxonApiException | XPathException e) {
            throw new IllegalStateException("SchXslt does not compile", e);
        }
    }

    /** The rules of one file, ready to run. */
    Schematron compile(Path file) {
        List<XmlProcessingError> problems = new ArrayList<>();
        try {
            XdmDestination stylesheet = new XdmDestination();
            XsltTransformer transformer = pipeline.load();
            transformer.getUnderlyingController().setResourceResolver(this::included);
            transformer.setParameter(new QName("schxslt.svrl.compact"), new XdmAtomicValue(true));
            transformer.setParameter(new QName("schxslt.compile.metadata"), new XdmAtomicValue(false));
            transformer.setSource(rules(file));
            transformer.setDestination(stylesheet);
            transformer.transform();
            XsltCompiler compiler = processor.newXsltCompiler();
            compiler.setErrorList(problems);
            return new Schematron(
                    processor, compiler.compile(stylesheet.getXdmNode().asSource()));
        } catch (SaxonApiException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "standard-broken",
                    "Die Geschäftsregeln »%s« lassen sich nicht übersetzen.".formatted(file.getFileName()),
                    new IllegalArgumentException(problems.toString(), e));
        }
    }

    private Source included(ResourceRequest request) {
        return rules(files.require(request.uri, "Schematron"));
    }

    /** The rules without anything that would put values of the message into a finding's text. */
    private static Source rules(Path file) {
        Document document = SecureXml.document(SchemaInput.read(file));
        NodeList values = document.getElementsByTagNameNS(SCHEMATRON, "value-of");
        while (values.getLength() > 0) {
            Node value = values.item(0);
            value.getParentNode().replaceChild(document.createTextNode("…"), value);
        }
        return new DOMSource(document, file.toUri().toString());
    }

    private static Source fromJar(String uri) throws XPathException {
        String path = uri.startsWith(SCHXSLT) ? uri.substring(SCHXSLT.length()) : "";
        try (InputStream stream = SchematronCompiler.class.getResourceAsStream(path.isEmpty() ? "/-" : path)) {
            if (stream == null) {
                throw new XPathException("nothing is loaded from outside: " + uri);
            }
            return new StreamSource(new ByteArrayInputStream(stream.readAllBytes()), uri);
        } catch (IOException e) {
            throw new XPathException(e);
        }
    }
}
