<?xml version="1.0" encoding="UTF-8"?>
<!-- Why an answer is sent back, as XBau-Kernmodul 1.3.0 prozessnachrichten.rueckweisung.G2G.1100.
     Input: {"reason", "code", "originalBase64", "authorRole", "originalMessageId"?, "originalMessageType"?, "originalCreatedAt"?}
     where authorRole is the role of who sent the answer and gets it back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:g2g="http://xoev.de/schemata/basisnachricht/g2g/1_1"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    xmlns:xbauk="http://www.xleitstelle.de/xbau/kernmodul/1/3/0"
    exclude-result-prefixes="xs hub xbau g2g">

  <xsl:import href="../common/xbau.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="answer" as="map(*)" select="parse-json($input)"/>

  <!-- The hub's problem codes and the code of xbau-fehlerkennzahlen 2.2 each stands for; anything else is S999. -->
  <xsl:variable name="codes" as="map(xs:string, xs:string)" select="map{
      'not-well-formed': 'X000', 'not-utf8': 'X000', 'empty': 'X000', 'empty-body': 'X000',
      'dtd-forbidden': 'X000', 'xml-limits': 'X000',
      'schema-violation': 'X001', 'unknown-version': 'V000', 'unknown-message-type': 'V001',
      'duplicate': 'S050', 'unknown-reference': 'S090', 'unknown-authority': 'S091', 'test-message': 'S102'}"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="not(normalize-space($answer?reason))">
      <xsl:sequence select="hub:reject('Eine Rückweisung braucht einen Grund.')"/>
    </xsl:if>
    <xbauk:prozessnachrichten.rueckweisung.G2G.1100 produkt="Stadtbus" produkthersteller="Stadtbus"
        standard="XBau-Kernmodul" version="1.3.0">
      <nachrichtenkopf.g2g>
        <identifikation.nachricht>
          <nachrichtenUUID><xsl:value-of select="$envelope?messageId"/></nachrichtenUUID>
          <nachrichtentyp>
            <xsl:sequence select="xbau:code('urn:xoev-de:xbau-kernmodul:codeliste:xbau-kernmodul-nachrichten', '3.0', '1100')"/>
          </nachrichtentyp>
          <erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></erstellungszeitpunkt>
        </identifikation.nachricht>
        <leser><xsl:sequence select="xbau:authority($answer?authorRole)"/></leser>
        <autor>
          <xsl:sequence select="xbau:authority(if ($answer?authorRole eq 'bauaufsicht') then 'serviceportal' else 'bauaufsicht')"/>
        </autor>
      </nachrichtenkopf.g2g>
      <rueckweisungDaten>
        <rueckweisungsgrund>
          <grund><xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:xbau-fehlerkennzahlen', '2.2', hub:error-code($answer?code))"/></grund>
          <fehlertext><xsl:value-of select="hub:printable($answer?reason)"/></fehlertext>
        </rueckweisungsgrund>
        <xsl:call-template name="hub:original"/>
      </rueckweisungDaten>
    </xbauk:prozessnachrichten.rueckweisung.G2G.1100>
  </xsl:template>

  <!-- The schema wants id, type and time even of a message nobody can read: nil UUID, "unbekannt", time of receipt;
       and it wants content even of an empty one: a line feed. -->
  <xsl:template name="hub:original">
    <idNachricht>
      <g2g:nachrichtenUUID><xsl:value-of select="($answer?originalMessageId, '00000000-0000-0000-0000-000000000000')[1]"/></g2g:nachrichtenUUID>
      <g2g:nachrichtentyp><code><xsl:value-of select="($answer?originalMessageType, 'unbekannt')[1]"/></code></g2g:nachrichtentyp>
      <g2g:erstellungszeitpunkt><xsl:value-of select="($answer?originalCreatedAt, $envelope?createdAt)[1]"/></g2g:erstellungszeitpunkt>
    </idNachricht>
    <nachricht><xsl:value-of select="($answer?originalBase64[. ne ''], 'Cg==')[1]"/></nachricht>
  </xsl:template>

  <xsl:function name="hub:error-code" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="if (matches($code, '^[XVTSA][0-9]{3}$')) then $code else ($codes($code), 'S999')[1]"/>
  </xsl:function>

  <!-- The reason may quote a letter that is not of DIN 91379: it is named by its number. -->
  <xsl:function name="hub:printable" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        string-join(for $c in string-to-codepoints(normalize-unicode($text, 'NFC')) return
          if (hub:is-din-91379($c)) then codepoints-to-string($c) else hub:code-point(codepoints-to-string($c)))"/>
  </xsl:function>
</xsl:stylesheet>
