package org.stadtbus.standards;

import java.nio.charset.StandardCharsets;

/** Small XBau messages written for these tests; valid as they stand. */
final class XbauSamples {

    static final String MESSAGE_ID = "11111111-2222-4333-8444-000000000201";
    static final String ANSWERED_ID = "11111111-2222-4333-8444-000000000200";
    static final String CASE_ID = "99999999-2222-4333-8444-000000000001";

    private static final String HEAD =
            """
              <nachrichtenkopf.g2g>
                <identifikation.nachricht>
                  <nachrichtenUUID>%s</nachrichtenUUID>
                  <nachrichtentyp><code>%s</code></nachrichtentyp>
                  <erstellungszeitpunkt>2026-11-24T10:00:00</erstellungszeitpunkt>
                </identifikation.nachricht>
                <leser>
                  <verzeichnisdienst listVersionID="3"><code>DVDV</code></verzeichnisdienst>
                  <kennung>dbs:03403000</kennung>
                  <name>Serviceportal</name>
                </leser>
                <autor>
                  <verzeichnisdienst listVersionID="3"><code>DVDV</code></verzeichnisdienst>
                  <kennung>bab:03403000</kennung>
                  <name>Bauaufsicht</name>
                </autor>
              </nachrichtenkopf.g2g>
            """;

    private static final String ANSWERED =
            """
                <bn-g2g:nachrichtenUUID>%s</bn-g2g:nachrichtenUUID>
                <bn-g2g:nachrichtentyp><code>0200</code></bn-g2g:nachrichtentyp>
                <bn-g2g:erstellungszeitpunkt>2026-11-23T10:00:00</bn-g2g:erstellungszeitpunkt>
            """
                    .formatted(ANSWERED_ID);

    private XbauSamples() {}

    /** 0201: formal check, complete. */
    static String formalCheck() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <xbau:baugenehmigung.formellePruefung.0201 xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
                xmlns:bn-g2g="http://xoev.de/schemata/basisnachricht/g2g/1_1"
                produkt="Test" produkthersteller="Stadt" standard="XBau-Hochbau" version="2.6">
            %s  <xbau:bezug>
                <referenz>%s</referenz>
                <vorgang>63-2026-0815</vorgang>
                <bezugNachricht>
            %s    </bezugNachricht>
              </xbau:bezug>
              <xbau:antragVollstaendig>true</xbau:antragVollstaendig>
            </xbau:baugenehmigung.formellePruefung.0201>
            """
                .formatted(HEAD.formatted(MESSAGE_ID, "0201"), CASE_ID, ANSWERED);
    }

    /** 1100 of the Kernmodul: refusal of a message, marked as a test. */
    static String refusal() {
        return """
            <xbauk:prozessnachrichten.rueckweisung.G2G.1100
                xmlns:xbauk="http://www.xleitstelle.de/xbau/kernmodul/1/3/0"
                xmlns:bn-g2g="http://xoev.de/schemata/basisnachricht/g2g/1_1"
                produkt="Test" produkthersteller="Stadt" standard="XBau-Kernmodul" version="1.3.0" test="ja">
            %s  <rueckweisungDaten>
                <rueckweisungsgrund><grund listVersionID="1.0"><code>X001</code></grund></rueckweisungsgrund>
                <idNachricht>
            %s    </idNachricht>
                <nachricht>PGE+</nachricht>
              </rueckweisungDaten>
            </xbauk:prozessnachrichten.rueckweisung.G2G.1100>
            """
                .formatted(HEAD.formatted(MESSAGE_ID, "1100"), ANSWERED);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
