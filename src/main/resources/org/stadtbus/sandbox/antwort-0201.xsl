<?xml version="1.0" encoding="UTF-8"?>
<!-- Sandbox building authority: 0200 in, formal check baugenehmigung.formellePruefung.0201 out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:s="urn:stadtbus:sandbox"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs s">

  <xsl:include href="antwort-kopf.xsl"/>

  <!-- One demand per line, e.g. "1803 Der Lageplan fehlt."; a leading four-digit code is the kind of the missing document
       (code list anlagen 3.0). Empty: none. "auto": what the authority finds missing itself, a site plan (1803 or 1804)
       and the structural proof (2801). -->
  <xsl:param name="demands" as="xs:string" select="'auto'"/>

  <xsl:template match="/">
    <xsl:variable name="kinds" select="/*/xbau:anlagen/anlage[not(xbau:wirdNachgereicht = 'true')]/anlageart/code"/>
    <xsl:variable name="missing" as="xs:string*" select="
        if ($demands ne 'auto') then tokenize($demands, '\r?\n')[normalize-space()]
        else (
          '1803 Der Lageplan fehlt.'[not($kinds = ('1803', '1804'))],
          '2801 Der Standsicherheitsnachweis fehlt.'[not($kinds = '2801')])"/>
    <xbau:baugenehmigung.formellePruefung.0201 xsl:use-attribute-sets="sender">
      <xsl:call-template name="s:head">
        <xsl:with-param name="type" select="'0201'"/>
      </xsl:call-template>
      <xsl:call-template name="s:reference"/>
      <xbau:antragVollstaendig><xsl:value-of select="empty($missing)"/></xbau:antragVollstaendig>
      <xsl:choose>
        <xsl:when test="exists($missing)">
          <xbau:befundFrist>
            <xbau:befundliste>
              <xsl:apply-templates select="$missing"/>
            </xbau:befundliste>
            <xbau:frist><xsl:value-of select="$today + xs:dayTimeDuration('P28D')"/></xbau:frist>
          </xbau:befundFrist>
        </xsl:when>
        <xsl:otherwise>
          <xbau:unterlagenAntragVollstaendig>
            <xbau:genehmigungsdatum>
              <xbau:spaetestesGenehmigungsdatum><xsl:value-of select="$today + xs:yearMonthDuration('P3M')"/></xbau:spaetestesGenehmigungsdatum>
            </xbau:genehmigungsdatum>
          </xbau:unterlagenAntragVollstaendig>
        </xsl:otherwise>
      </xsl:choose>
    </xbau:baugenehmigung.formellePruefung.0201>
  </xsl:template>

  <xsl:template match=".[. instance of xs:string]">
    <xsl:variable name="code" select="substring-before(., ' ')[matches(., '^[0-9]{4}$')]"/>
    <xbau:befund>
      <xbau:artDesBefundes listURI="urn:xoev-de:xbau:codeliste:formellebefundeart" listVersionID="2.0"><code>05</code></xbau:artDesBefundes>
      <xsl:if test="exists($code)">
        <xbau:betroffeneAnlage listURI="urn:xoev-de:xbau:codeliste:anlagen" listVersionID="3.0">
          <code><xsl:value-of select="$code"/></code>
        </xbau:betroffeneAnlage>
      </xsl:if>
      <xbau:beschreibung>
        <textabsatz><xsl:value-of select="if (exists($code)) then substring-after(., ' ') else ."/></textabsatz>
      </xbau:beschreibung>
    </xbau:befund>
  </xsl:template>
</xsl:stylesheet>
