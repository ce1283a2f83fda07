<?xml version="1.0" encoding="UTF-8"?>
<!-- An acknowledgement of receipt (XJustiz 2200007) as the fines procedure reads it.
     Assumption: the output, urn:stadtbus:owi:rueckmeldung:1, is a format of our own; no procedure's import format was at hand. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xj="http://www.xjustiz.de"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:owi="urn:stadtbus:owi:rueckmeldung:1"
    exclude-result-prefixes="xj hub">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template match="/xj:nachricht.eeb.zuruecklaufend.2200007" priority="1">
    <xsl:variable name="head" select="xj:nachrichtenkopf"/>
    <owi:rueckmeldung>
      <owi:art>
        <xsl:value-of select="if (xj:fachdaten/xj:empfangsbestaetigung) then 'empfangen' else 'nicht-empfangen'"/>
      </owi:art>
      <xsl:for-each select="$head/xj:aktenzeichen.empfaenger[1]">
        <owi:aktenzeichen><xsl:value-of select="."/></owi:aktenzeichen>
      </xsl:for-each>
      <xsl:for-each select="$head/xj:aktenzeichen.absender[1]">
        <owi:aktenzeichenDerJustiz><xsl:value-of select="."/></owi:aktenzeichenDerJustiz>
      </xsl:for-each>
      <owi:vorgang><xsl:value-of select="$envelope?journeyId"/></owi:vorgang>
      <xsl:apply-templates select="xj:fachdaten/(xj:empfangsbestaetigung, xj:stoerungsmeldung)"/>
    </owi:rueckmeldung>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Eine Nachricht ' || local-name() || ' ist kein elektronisches Empfangsbekenntnis.')"/>
  </xsl:template>

  <xsl:template match="xj:empfangsbestaetigung">
    <owi:empfangenAm><xsl:value-of select="."/></owi:empfangenAm>
  </xsl:template>

  <xsl:template match="xj:stoerungsmeldung">
    <owi:stoerung kennung="{xj:stoerungsID/code}"><xsl:value-of select="xj:stoerungsGrund/normalize-space()"/></owi:stoerung>
  </xsl:template>
</xsl:stylesheet>
