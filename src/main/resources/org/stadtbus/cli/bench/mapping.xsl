<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="urn:stadtbus:bench:vorgang:1" xpath-default-namespace="urn:stadtbus:bench:meldung:1"
                exclude-result-prefixes="#all">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/meldung">
    <vorgang id="{@id}">
      <kopf>
        <von><xsl:value-of select="absender/name, absender/strasse, absender/plz || ' ' || absender/ort" separator=", "/></von>
        <am><xsl:value-of select="datum"/></am>
        <anzahl><xsl:value-of select="count(posten)"/></anzahl>
        <offen><xsl:value-of select="sum(posten[stand = 'offen']/(xs:decimal(betrag) * xs:integer(menge)))"
                             xmlns:xs="http://www.w3.org/2001/XMLSchema"/></offen>
      </kopf>
      <xsl:apply-templates select="posten"/>
    </vorgang>
  </xsl:template>

  <xsl:template match="posten">
    <eintrag nr="{@nr}" erledigt="{stand = ('bezahlt', 'storniert')}">
      <was><xsl:value-of select="normalize-space(bezeichnung)"/></was>
      <einzeln><xsl:value-of select="betrag"/></einzeln>
      <gesamt><xsl:value-of select="xs:decimal(betrag) * xs:integer(menge)"
                            xmlns:xs="http://www.w3.org/2001/XMLSchema"/></gesamt>
    </eintrag>
  </xsl:template>
</xsl:stylesheet>
