<?xml version="1.0" encoding="UTF-8"?>
<!-- Says that a Geschaeftsgang.Geschaeftsgang.0201 came in: same process, sender and receiver exchanged. A 0202 has no place of its own for
     what came; the note in its head (Hinweis) names the documents by the sender's ids. Without a file there is nothing to receive. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="hub">

  <xsl:import href="../common/xdomea.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur ein Geschäftsgang (xdomea 3.0.0, 0201) wird mit einer Nachricht 0202 bestätigt.')"/>
  </xsl:template>

  <xsl:template match="/xdomea:Geschaeftsgang.Geschaeftsgang.0201">
    <xsl:variable name="head" select="xdomea:Kopf"/>
    <xsl:if test="empty(.//xdomea:Primaerdokument)">
      <xsl:sequence select="hub:reject('Der Geschäftsgang enthält keine Datei; es gibt nichts abzulegen.')"/>
    </xsl:if>
    <xdomea:Geschaeftsgang.EmpfangBestaetigen.0202>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="string($head/xdomea:ProzessID)"/>
          <xsl:with-param name="type" select="'0202'"/>
          <xsl:with-param name="author" select="$head/xdomea:Empfaenger/*"/>
          <xsl:with-param name="reader" select="$head/xdomea:Absender/*"/>
        </xsl:call-template>
        <xdomea:Hinweis>
          <xsl:value-of select="'Empfangene Dokumente:', string-join(.//xdomea:Dokument/xdomea:Identifikation/xdomea:ID, ', ') || '.'"/>
        </xdomea:Hinweis>
      </xdomea:Kopf>
    </xdomea:Geschaeftsgang.EmpfangBestaetigen.0202>
  </xsl:template>
</xsl:stylesheet>
