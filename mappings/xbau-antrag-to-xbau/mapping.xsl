<?xml version="1.0" encoding="UTF-8"?>
<!-- XBau 2.6 baugenehmigung.antrag.0200 of a building portal to the one the city's authorities get: head and reference are the
     hub's, so that their answers come back to it; all else stays as the portal sent it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs hub">

  <xsl:import href="../common/xbau.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:strip-space elements="*"/>
  <xsl:mode name="keep" on-no-match="shallow-copy"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur ein Bauantrag (XBau 0200) kann einen Vorgang beginnen.')"/>
  </xsl:template>

  <xsl:template match="/xbau:baugenehmigung.antrag.0200">
    <xbau:baugenehmigung.antrag.0200 xsl:use-attribute-sets="hochbau">
      <xsl:copy-of select="@test"/>
      <xsl:call-template name="xbau:head">
        <xsl:with-param name="type" select="'0200'"/>
        <xsl:with-param name="reader" select="'bauaufsicht'"/>
        <xsl:with-param name="author" select="'stadtbus'"/>
      </xsl:call-template>
      <xbau:referenzAntragsservice>
        <referenzAntragsservice><xsl:value-of select="$envelope?journeyId"/></referenzAntragsservice>
      </xbau:referenzAntragsservice>
      <xsl:apply-templates select="* except (nachrichtenkopf.g2g, xbau:referenzAntragsservice)" mode="keep"/>
    </xbau:baugenehmigung.antrag.0200>
  </xsl:template>
</xsl:stylesheet>
