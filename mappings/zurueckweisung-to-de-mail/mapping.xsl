<?xml version="1.0" encoding="UTF-8"?>
<!-- Why a De-Mail was not taken, as the De-Mail that tells its sender.
     Input: {"reason", "code", "originalBase64", "authorRole", …} where authorRole is the role of who sent it.
     Assumption: the output, urn:stadtbus:de-mail:1, is a format of our own. It wishes no confirmation: a confirmation of receipt
     would end the journey as decided. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns="urn:stadtbus:de-mail:1"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="refused" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="not(normalize-space($refused?reason))">
      <xsl:sequence select="hub:reject('Eine Zurückweisung braucht einen Grund.')"/>
    </xsl:if>
    <de-mail>
      <chosen-recipient><xsl:value-of select="hub:authority($refused?authorRole)?kennung"/></chosen-recipient>
      <confirmation-of-dispatch>false</confirmation-of-dispatch>
      <confirmation-of-receipt>false</confirmation-of-receipt>
      <betreff>Ihre De-Mail wurde zurückgewiesen</betreff>
      <text>
        <xsl:value-of select="'Ihre De-Mail vom ' || format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($envelope?createdAt), xs:dayTimeDuration('PT0H')), '[D01].[M01].[Y0001], [H01]:[m01] Uhr (UTC)')
            || ' ist nicht an das Gericht gegangen.&#10;&#10;' || normalize-space($refused?reason)
            || '&#10;&#10;Bitte senden Sie sie berichtigt noch einmal oder rufen Sie die Ordnungsbehörde an.'"/>
      </text>
    </de-mail>
  </xsl:template>
</xsl:stylesheet>
