package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

class SecureXmlTest {

    /** One way of reading XML in the hub. */
    @FunctionalInterface
    interface Reading {
        /** Reads to the end and gives back what a handler could see of the text. */
        String read(byte[] content) throws Exception;
    }

    static Stream<Named<Reading>> everyReading() {
        return Stream.of(
                Named.of("SAX", SecureXmlTest::sax),
                Named.of("DOM", content -> SecureXml.document(content)
                        .getDocumentElement()
                        .getTextContent()),
                Named.of("StAX", SecureXmlTest::stax),
                Named.of("Saxon", SecureXmlTest::saxon));
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void wellFormedXmlIsRead(Reading reading) throws Exception {
        assertThat(reading.read(bytes("<a>ä&amp;<b x='1'>c</b></a>"))).isEqualTo("ä&c");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void billionLaughsIsRefusedAsDtd(Reading reading) {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY x%d '&x%d;&x%d;'>".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><a>&x29;</a>");
        assertRefused(reading, bytes(bomb.toString()), "dtd-forbidden", "Die Nachricht enthält eine DTD");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void externalEntityOfAFileIsNotRead(Reading reading, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        String xml = "<!DOCTYPE a [<!ENTITY f SYSTEM '" + secret.toUri() + "'>]><a>&f;</a>";
        assertRefused(reading, bytes(xml), "dtd-forbidden", "Die Nachricht enthält eine DTD");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void externalEntityOfAServerIsNotFetched(Reading reading) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            String entity = "<!DOCTYPE a [<!ENTITY f SYSTEM '" + base + "/e'>]><a>&f;</a>";
            String subset = "<!DOCTYPE a SYSTEM '" + base + "/dtd'><a/>";
            assertRefused(reading, bytes(entity), "dtd-forbidden", "Die Nachricht enthält eine DTD");
            assertRefused(reading, bytes(subset), "dtd-forbidden", "Die Nachricht enthält eine DTD");
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void nestingBeyondTheLimitIsRefused(Reading reading) {
        assertRefused(reading, bytes(nested(SecureXml.MAX_DEPTH + 1)), "xml-limits", "höchstens 200 Ebenen");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void nestingUpToTheLimitIsRead(Reading reading) throws Exception {
        assertThat(reading.read(bytes(nested(SecureXml.MAX_DEPTH)))).isEqualTo("t");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void latin1AnnouncedAsUtf8IsRefused(Reading reading) {
        byte[] latin1 = "<?xml version='1.0' encoding='UTF-8'?><a>Müller</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(reading, latin1, "not-utf8", "als UTF-8 angekündigt");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void latin1AnnouncedAsLatin1IsRead(Reading reading) throws Exception {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Müller</a>";
        assertThat(reading.read(xml.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Müller");
        assertThat(reading.read(xml.replace("ISO-8859-1", "UTF-16").getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("Müller");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void emptyBodyIsRefused(Reading reading) {
        assertRefused(reading, new byte[0], "empty-body", "Die Nachricht ist leer.");
    }

    @ParameterizedTest
    @MethodSource("everyReading")
    void whatIsNoXmlIsRefusedWithoutQuotingIt(Reading reading) {
        assertThatThrownBy(() -> reading.read(bytes("{\"name\": \"Müller\"}")))
                .isInstanceOfSatisfying(HubException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
                    assertThat(e.problemCode()).isEqualTo("not-well-formed");
                    assertThat(e.sentence()).startsWith("Die Nachricht ist kein wohlgeformtes XML");
                    assertThat(e).hasNoCause();
                });
    }

    @Test
    void saxRefusesMoreAttributesThanTheLimit() {
        StringBuilder xml = new StringBuilder("<a");
        for (int i = 0; i <= SecureXml.MAX_ATTRIBUTES; i++) {
            xml.append(" a").append(i).append("=''");
        }
        assertRefused(SecureXmlTest::sax, bytes(xml.append("/>").toString()), "xml-limits", "100 Attribute");
    }

    @Test
    void stylesheetsCannotReadFilesOfTheMachine(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<geheim/>");
        Processor processor = SecureXml.processor();
        for (String call : new String[] {"doc", "unparsed-text"}) {
            String xslt = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                    + "<xsl:template match='/'><r><xsl:copy-of select=\"" + call + "('" + secret.toUri()
                    + "')\"/></r></xsl:template></xsl:stylesheet>";
            assertThatThrownBy(() -> {
                        var transformer = processor
                                .newXsltCompiler()
                                .compile(new StreamSource(new java.io.StringReader(xslt)))
                                .load30();
                        transformer.applyTemplates(
                                SecureXml.source(bytes("<a/>")), processor.newSerializer(new java.io.StringWriter()));
                    })
                    .isInstanceOf(SaxonApiException.class);
        }
    }

    private static void assertRefused(Reading reading, byte[] content, String problemCode, String sentence) {
        assertThatThrownBy(() -> reading.read(content)).isInstanceOfSatisfying(HubException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
            assertThat(e.problemCode()).isEqualTo(problemCode);
            assertThat(e.sentence()).contains(sentence);
        });
    }

    private static String sax(byte[] content) throws SAXException, IOException {
        StringBuilder text = new StringBuilder();
        XMLReader reader = SecureXml.reader();
        reader.setContentHandler(new DefaultHandler() {
            @Override
            public void characters(char[] chars, int start, int length) {
                text.append(chars, start, length);
            }
        });
        reader.parse(SecureXml.input(content));
        return text.toString();
    }

    private static String stax(byte[] content) {
        StringBuilder text = new StringBuilder();
        XMLStreamReader reader = SecureXml.stream(content);
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.CHARACTERS) {
                    text.append(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw SecureXml.refusal(e);
        }
        return text.toString();
    }

    private static String saxon(byte[] content) throws SaxonApiException {
        return SecureXml.processor()
                .newDocumentBuilder()
                .build(SecureXml.source(content))
                .getStringValue();
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "t" + "</a>".repeat(depth);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
