<?xml version="1.0" encoding="UTF-8"?>
<!-- Sandbox: what all answers of the simulated authorities share. The context is the message that is answered.
     Load the answering stylesheets with their system id, they include this file. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:g2g="http://xoev.de/schemata/basisnachricht/g2g/1_1"
    xmlns:s="urn:stadtbus:sandbox"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs s g2g">

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <!-- UUID of the answer -->
  <xsl:param name="messageId" as="xs:string" required="yes"/>
  <!-- ISO instant of the answer -->
  <xsl:param name="createdAt" as="xs:string" required="yes"/>
  <!-- the answering authority's own file number -->
  <xsl:param name="aktenzeichen" as="xs:string" required="yes"/>

  <xsl:variable name="today" as="xs:date" select="xs:date(substring($createdAt, 1, 10))"/>

  <xsl:attribute-set name="sender">
    <xsl:attribute name="produkt">Stadtbus-Sandbox</xsl:attribute>
    <xsl:attribute name="produkthersteller">Stadtbus</xsl:attribute>
    <xsl:attribute name="standard">XBau-Hochbau</xsl:attribute>
    <xsl:attribute name="version">2.6</xsl:attribute>
  </xsl:attribute-set>

  <!-- The head: reader and author change places. -->
  <xsl:template name="s:head">
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="question" select="/*/nachrichtenkopf.g2g"/>
    <nachrichtenkopf.g2g>
      <identifikation.nachricht>
        <nachrichtenUUID><xsl:value-of select="$messageId"/></nachrichtenUUID>
        <nachrichtentyp listURI="urn:xoev-de:xbau:codeliste:xbau-nachrichten" listVersionID="4.0">
          <code><xsl:value-of select="$type"/></code>
        </nachrichtentyp>
        <erstellungszeitpunkt><xsl:value-of select="$createdAt"/></erstellungszeitpunkt>
      </identifikation.nachricht>
      <leser><xsl:copy-of select="$question/autor/*" copy-namespaces="no"/></leser>
      <autor><xsl:copy-of select="$question/leser/*" copy-namespaces="no"/></autor>
    </nachrichtenkopf.g2g>
  </xsl:template>

  <!-- What is answered: the application, the own file, the message. -->
  <xsl:template name="s:reference">
    <xsl:variable name="asked" select="/*/nachrichtenkopf.g2g/identifikation.nachricht"/>
    <xbau:bezug>
      <referenz><xsl:value-of select="(/*/xbau:referenzAntragsservice/referenzAntragsservice, /*/xbau:bezug/referenz)[1]"/></referenz>
      <vorgang><xsl:value-of select="$aktenzeichen"/></vorgang>
      <bezugNachricht>
        <g2g:nachrichtenUUID><xsl:value-of select="$asked/nachrichtenUUID"/></g2g:nachrichtenUUID>
        <g2g:nachrichtentyp listURI="urn:xoev-de:xbau:codeliste:xbau-nachrichten" listVersionID="4.0">
          <code><xsl:value-of select="$asked/nachrichtentyp/code"/></code>
        </g2g:nachrichtentyp>
        <g2g:erstellungszeitpunkt><xsl:value-of select="$asked/erstellungszeitpunkt"/></g2g:erstellungszeitpunkt>
      </bezugNachricht>
    </xbau:bezug>
  </xsl:template>
</xsl:stylesheet>
