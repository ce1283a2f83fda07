<?xml version="1.0" encoding="UTF-8"?>
<!-- Why a message is sent back. Assumption: 0900 was the number of the rejection in older XMeld; its form is made up.
     Input: {"reason", "code", "authorRole", "originalAuthor"?, "originalMessageId"?}; who wrote the refused message gets it back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld"
    exclude-result-prefixes="xs hub">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="refused" as="map(*)" select="parse-json($input)"/>
  <xsl:variable name="own" as="map(*)" select="hub:authority('meldebehoerde')"/>
  <xsl:variable name="reader" as="xs:string" select="
      string(($refused?originalAuthor, if ($refused?authorRole ne '') then hub:authority($refused?authorRole)?kennung else ())[1])"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="$reader eq ''">
      <xsl:sequence select="hub:reject('Der Absender ist nicht zu erkennen, er erfährt es nicht.')"/>
    </xsl:if>
    <xmeld:rueckweisung.0900 produkt="Stadtbus" produkthersteller="Stadtbus" standard="XMeld" version="26.11">
      <nachrichtenkopf.g2g>
        <identifikation.nachricht>
          <nachrichtenUUID><xsl:value-of select="$envelope?messageId"/></nachrichtenUUID>
          <nachrichtentyp><code>0900</code></nachrichtentyp>
          <erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></erstellungszeitpunkt>
          <xsl:for-each select="$refused?originalMessageId">
            <referenzUUID><xsl:value-of select="."/></referenzUUID>
          </xsl:for-each>
        </identifikation.nachricht>
        <leser><xsl:sequence select="xmeld:authority($reader)"/></leser>
        <autor><xsl:sequence select="xmeld:authority($own?kennung)"/></autor>
      </nachrichtenkopf.g2g>
      <grund><xsl:value-of select="$refused?reason"/></grund>
    </xmeld:rueckweisung.0900>
  </xsl:template>

  <xsl:function name="xmeld:authority" as="element()+">
    <xsl:param name="key" as="xs:string"/>
    <verzeichnisdienst><code>DVDV</code></verzeichnisdienst>
    <kennung><xsl:value-of select="$key"/></kennung>
  </xsl:function>
</xsl:stylesheet>
