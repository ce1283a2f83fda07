<?xml version="1.0" encoding="UTF-8"?>
<!-- What came back for a file that was handed over, for hub:reply: with 0202 the journey is done; another message of a Geschaeftsgang changes no
     state. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map><xsl:apply-templates select="*"/></fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="xdomea:Geschaeftsgang.EmpfangBestaetigen.0202">
    <fn:string key="state">entschieden</fn:string>
    <fn:string key="text">
      <xsl:value-of select="'Der Empfang ist bestätigt:', xdomea:Kopf/xdomea:Absender/xdomea:Institution/xdomea:Name || '.'"/>
    </fn:string>
  </xsl:template>

  <xsl:template match="xdomea:*[starts-with(local-name(), 'Geschaeftsgang.')]" priority="-0.1">
    <fn:string key="text"><xsl:value-of select="'Zur Abgabe kam die Nachricht ' || local-name() || '.'"/></fn:string>
  </xsl:template>

  <xsl:template match="*">
    <xsl:sequence select="hub:reject('Eine Nachricht ' || local-name() || ' gehört zu keinem Geschäftsgang.')"/>
  </xsl:template>
</xsl:stylesheet>
