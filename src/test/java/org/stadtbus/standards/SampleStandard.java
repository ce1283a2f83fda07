package org.stadtbus.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small standard of our own, in the form XÖV standards are published: XProbe with one message and one business rule. */
final class SampleStandard {
    private static final String NAMESPACE = "urn:stadtbus:test:xprobe";

    private SampleStandard() {}

    /** Its files in a version; the schema of types is included by the one of messages, at a remote address. */
    static Map<String, String> files(String version) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "xprobe/xsd/xprobe-nachrichten.xsd",
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="%s" targetNamespace="%s" elementFormDefault="qualified">
                  <xs:annotation><xs:appinfo>
                    <standard><nameKurz>XProbe</nameKurz><nameTechnisch>xprobe</nameTechnisch></standard>
                    <versionStandard><version>%s</version></versionStandard>
                  </xs:appinfo></xs:annotation>
                  <xs:include schemaLocation="https://xprobe.example/schema/xprobe-typen.xsd"/>
                  <xs:element name="probe" type="p:Probe"/>
                </xs:schema>
                """
                        .formatted(NAMESPACE, NAMESPACE, version));
        files.put(
                "xprobe/xsd/xprobe-typen.xsd",
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%s" elementFormDefault="qualified">
                  <xs:complexType name="Probe">
                    <xs:sequence><xs:element name="wert" type="xs:int"/></xs:sequence>
                    <xs:attribute name="version" type="xs:string" fixed="%s"/>
                  </xs:complexType>
                </xs:schema>
                """
                        .formatted(NAMESPACE, version));
        files.put(
                "xprobe/regeln/xprobe.sch",
                """
                <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
                  <ns prefix="p" uri="%s"/>
                  <pattern><rule context="p:wert"><assert id="klein" test="number(.) lt 100">Der Wert ist zu groß.</assert></rule></pattern>
                </schema>
                """
                        .formatted(NAMESPACE));
        return files;
    }

    static byte[] message(String version, String value) {
        return "<probe xmlns='%s' version='%s'><wert>%s</wert></probe>"
                .formatted(NAMESPACE, version, value)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Path zip(Path file, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
