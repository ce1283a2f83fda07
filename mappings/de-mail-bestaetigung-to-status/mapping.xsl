<?xml version="1.0" encoding="UTF-8"?>
<!-- What a De-Mail provider says of the De-Mail with the court's answer (BSI TR-01201 part 3.3, table 12), as {"state"?, "text"} for
     hub:reply: with the confirmation of receipt it lies in the clinic's mailbox and the journey is decided; a notice, which comes
     instead of it, needs a person.
     Input: urn:stadtbus:de-mail:bestaetigung:1.0, which the connector de-mail makes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:b="urn:stadtbus:de-mail:bestaetigung:1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:variable name="receipts" as="map(xs:string, map(*))" select="map{
      'confirmation of dispatch': map{'text': 'Versandbestätigung: Der De-Mail-Anbieter hat die Antwort des Gerichts versandt.'},
      'confirmation of receipt': map{'state': 'entschieden',
          'text': 'Eingangsbestätigung: Die Antwort des Gerichts liegt im De-Mail-Postfach der Klinik.'},
      'confirmation of retrieve': map{
          'text': 'Abholbestätigung: Die Klinik hat sich nach dem Eingang an ihrem De-Mail-Postfach angemeldet.'}}"/>

  <xsl:template match="/b:bestaetigung" priority="1">
    <xsl:variable name="type" as="xs:string" select="normalize-space(b:art)"/>
    <xsl:variable name="notice" as="map(*)" select="map{'state': 'klaerfall',
        'text': 'Der De-Mail-Anbieter konnte die Antwort des Gerichts nicht zustellen oder meldet eine Störung ('
            || string-join(($type, b:grund/normalize-space()[. ne '']), ', ') || '). Bitte die Klinik auf anderem Weg unterrichten.'}"/>
    <xsl:variable name="said" as="map(*)" select="($receipts($type), $notice)[1]"/>
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map>
        <xsl:for-each select="'state', 'text'">
          <xsl:variable name="key" as="xs:string" select="."/>
          <xsl:for-each select="$said($key)">
            <fn:string key="{$key}"><xsl:value-of select="."/></fn:string>
          </xsl:for-each>
        </xsl:for-each>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Ein Dokument ' || local-name() || ' ist keine Bestätigung eines De-Mail-Anbieters.')"/>
  </xsl:template>
</xsl:stylesheet>
