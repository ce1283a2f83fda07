<?xml version="1.0" encoding="UTF-8"?>
<!-- Sandbox fire brigade: 0300 in, statement beteiligung.stellungnahme.0303 out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:s="urn:stadtbus:sandbox"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs s">

  <xsl:include href="antwort-kopf.xsl"/>

  <!-- genehmigt: agrees under a condition; abgelehnt: does not agree -->
  <xsl:param name="decision" as="xs:string" select="'genehmigt'"/>

  <xsl:template match="/">
    <xsl:variable name="field" select="/*/xbau:anliegenBeteiligung[1]/xbau:rechtsbereich"/>
    <xbau:beteiligung.stellungnahme.0303 xsl:use-attribute-sets="sender">
      <xsl:call-template name="s:head">
        <xsl:with-param name="type" select="'0303'"/>
      </xsl:call-template>
      <xsl:call-template name="s:reference"/>
      <xsl:copy-of select="/*/xbau:referenzAufforderung" copy-namespaces="no"/>
      <xbau:stellungnahme>
        <xbau:stellungnahmeStrukturiert>
          <xbau:tenor>
            <xbau:istZustimmung><xsl:value-of select="$decision eq 'genehmigt'"/></xbau:istZustimmung>
          </xbau:tenor>
          <xsl:copy-of select="$field" copy-namespaces="no"/>
          <xsl:choose>
            <xsl:when test="$decision eq 'genehmigt'">
              <!-- Base64 of: Die Zufahrt für die Feuerwehr ist nach DIN 14090 herzustellen und freizuhalten. -->
              <xbau:nebenbestimmung>
                <xbau:art listURI="urn:xoev-de:xbau:codeliste:nebenbestimmungart" listVersionID="3.0"><code>2</code></xbau:art>
                <xsl:copy-of select="$field" copy-namespaces="no"/>
                <xbau:nebenbestimmung>
                  <text>PHA+RGllIFp1ZmFocnQgZsO8ciBkaWUgRmV1ZXJ3ZWhyIGlzdCBuYWNoIERJTiAxNDA5MCBoZXJ6dXN0ZWxsZW4gdW5kIGZyZWl6dWhhbHRlbi48L3A+</text>
                </xbau:nebenbestimmung>
              </xbau:nebenbestimmung>
            </xsl:when>
            <xsl:otherwise>
              <!-- Base64 of: Der zweite Rettungsweg ist nicht nachgewiesen. -->
              <xbau:begruendung>
                <text>PHA+RGVyIHp3ZWl0ZSBSZXR0dW5nc3dlZyBpc3QgbmljaHQgbmFjaGdld2llc2VuLjwvcD4=</text>
              </xbau:begruendung>
            </xsl:otherwise>
          </xsl:choose>
        </xbau:stellungnahmeStrukturiert>
      </xbau:stellungnahme>
    </xbau:beteiligung.stellungnahme.0303>
  </xsl:template>
</xsl:stylesheet>
