<?xml version="1.0" encoding="UTF-8"?>
<!-- Why the hub refused what the fines procedure handed in, as that procedure reads it. Input: {"reason", "code",
     "originalReference"}, the latter the name of the file that was handed in.
     Assumption: the output, urn:stadtbus:owi:rueckmeldung:1, is a format of our own; no procedure's import format was at hand. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:owi="urn:stadtbus:owi:rueckmeldung:1"
    exclude-result-prefixes="xs hub">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="answer" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="not(normalize-space($answer?reason))">
      <xsl:sequence select="hub:reject('Eine Zurückweisung braucht einen Grund.')"/>
    </xsl:if>
    <owi:rueckmeldung>
      <owi:art>zurueckgewiesen</owi:art>
      <xsl:if test="normalize-space($answer?originalReference)">
        <owi:datei><xsl:value-of select="$answer?originalReference"/></owi:datei>
      </xsl:if>
      <xsl:for-each select="$envelope?businessKey">
        <owi:aktenzeichen><xsl:value-of select="."/></owi:aktenzeichen>
      </xsl:for-each>
      <owi:vorgang><xsl:value-of select="$envelope?journeyId"/></owi:vorgang>
      <owi:grund kennung="{$answer?code}"><xsl:value-of select="$answer?reason"/></owi:grund>
    </owi:rueckmeldung>
  </xsl:template>
</xsl:stylesheet>
