<?xml version="1.0" encoding="UTF-8"?>
<!-- An answer of the building authority (XBau 2.6 formellePruefung.0201, bescheid.0205) for the portal the application came from:
     the reference is the portal's own; the hub's message, which the portal never saw, is not named. -->
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
    <xsl:sequence select="hub:reject('Nur eine formelle Prüfung (XBau 0201) und ein Bescheid (0205) gehen an das Bauportal.')"/>
  </xsl:template>

  <xsl:template match="/xbau:baugenehmigung.formellePruefung.0201 | /xbau:baugenehmigung.bescheid.0205">
    <xsl:copy use-attribute-sets="hochbau">
      <xsl:copy-of select="@test"/>
      <xsl:call-template name="xbau:head">
        <xsl:with-param name="type" select="substring-after(substring-after(local-name(), '.'), '.')"/>
        <xsl:with-param name="reader" select="'bauportal'"/>
        <xsl:with-param name="author" select="'bauaufsicht'"/>
      </xsl:call-template>
      <xsl:apply-templates select="* except nachrichtenkopf.g2g" mode="keep"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="keep" match="xbau:bezug">
    <xsl:copy>
      <referenz><xsl:value-of select="$envelope?replyTo"/></referenz>
      <xsl:apply-templates select="* except (referenz, bezugNachricht)" mode="keep"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
