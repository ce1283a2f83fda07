<?xml version="1.0" encoding="UTF-8"?>
<!-- Sandbox register of residents: notice 0201 in, answer 0203 out; assumed form, no XMeld schema could be had. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld"
    exclude-result-prefixes="xs">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:param name="messageId" as="xs:string" required="yes"/>
  <xsl:param name="createdAt" as="xs:string" required="yes"/>
  <xsl:param name="aktenzeichen" as="xs:string" select="''"/>

  <xsl:template match="/*">
    <xsl:variable name="head" select="nachrichtenkopf.g2g"/>
    <xmeld:auswertung.0203 produkt="Sandbox" produkthersteller="Stadtbus" standard="XMeld" version="26.11">
      <nachrichtenkopf.g2g>
        <identifikation.nachricht>
          <nachrichtenUUID><xsl:value-of select="$messageId"/></nachrichtenUUID>
          <nachrichtentyp><code>0203</code></nachrichtentyp>
          <erstellungszeitpunkt><xsl:value-of select="$createdAt"/></erstellungszeitpunkt>
          <referenzUUID><xsl:value-of select="$head/identifikation.nachricht/nachrichtenUUID"/></referenzUUID>
        </identifikation.nachricht>
        <leser><xsl:copy-of select="$head/autor/*" copy-namespaces="no"/></leser>
        <autor><xsl:copy-of select="$head/leser/*" copy-namespaces="no"/></autor>
      </nachrichtenkopf.g2g>
      <ergebnis>uebereinstimmung</ergebnis>
      <xsl:copy-of select="person" copy-namespaces="no"/>
    </xmeld:auswertung.0203>
  </xsl:template>
</xsl:stylesheet>
