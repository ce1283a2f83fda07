<?xml version="1.0" encoding="UTF-8"?>
<!-- Sandbox building authority: 0200 in, decision baugenehmigung.bescheid.0205 out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:s="urn:stadtbus:sandbox"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs s">

  <xsl:include href="antwort-kopf.xsl"/>

  <!-- genehmigt, abgelehnt, or auto: refused is a building above 22 m that lists no fire protection proof (2701, 2705) -->
  <xsl:param name="decision" as="xs:string" select="'auto'"/>

  <xsl:template match="/">
    <xsl:variable name="height" select="/*/xbau:bauvorhaben/xbau:gegenstand/xbau:bauordnungsrechtlicheKlassifikation/xbau:hoeheNachMBO"/>
    <xsl:variable name="granted" as="xs:boolean" select="
        if ($decision eq 'auto') then not($height > 22 and not(/*/xbau:anlagen/anlage/anlageart/code = ('2701', '2705')))
        else $decision eq 'genehmigt'"/>
    <xbau:baugenehmigung.bescheid.0205 xsl:use-attribute-sets="sender">
      <xsl:call-template name="s:head">
        <xsl:with-param name="type" select="'0205'"/>
      </xsl:call-template>
      <xsl:call-template name="s:reference"/>
      <xbau:bescheid>
        <xbau:tenor>
          <xbau:istGenehmigung><xsl:value-of select="$granted"/></xbau:istGenehmigung>
        </xbau:tenor>
        <xsl:if test="not($granted)">
          <!-- Base64 of: Das Vorhaben überschreitet die Hochhausgrenze von 22 m; ein Brandschutznachweis liegt nicht vor (NBauO § 14). -->
          <xbau:begruendung>
            <text>PHA+RGFzIFZvcmhhYmVuIMO8YmVyc2NocmVpdGV0IGRpZSBIb2NoaGF1c2dyZW56ZSB2b24gMjIgbTsgZWluIEJyYW5kc2NodXR6bmFjaHdlaXMgbGllZ3QgbmljaHQgdm9yIChOQmF1TyDCpyAxNCkuPC9wPg==</text>
          </xbau:begruendung>
        </xsl:if>
        <xbau:rechtshelfsbelehrung>
          <textabsatz>Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden.</textabsatz>
        </xbau:rechtshelfsbelehrung>
      </xbau:bescheid>
      <xbau:anlagen>
        <anlage>
          <bezeichnung>Bescheid</bezeichnung>
          <versionsnummer>1</versionsnummer>
          <datum><xsl:value-of select="$today"/></datum>
          <anlageart listURI="urn:xoev-de:xbau:codeliste:anlagen" listVersionID="3.0"><code>5013</code></anlageart>
          <mimeType listURI="urn:xoev-de:xbau:codeliste:xbau-mimetypes" listVersionID="1.0"><code>application/pdf</code></mimeType>
          <anhangOderVerlinkung>
            <verlinkung>
              <uriVerlinkung><xsl:value-of select="'https://bauaufsicht.example.org/bescheide/' || encode-for-uri($aktenzeichen)"/></uriVerlinkung>
            </verlinkung>
          </anhangOderVerlinkung>
        </anlage>
      </xbau:anlagen>
    </xbau:baugenehmigung.bescheid.0205>
  </xsl:template>
</xsl:stylesheet>
