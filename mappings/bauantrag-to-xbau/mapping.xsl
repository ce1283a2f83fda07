<?xml version="1.0" encoding="UTF-8"?>
<!-- Building application of the city's form to XBau 2.6 baugenehmigung.antrag.0200. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:f="urn:stadtbus:mapping:bauantrag"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs map hub f">

  <xsl:import href="../common/xbau.xsl"/>
  <xsl:include href="codes.xsl"/>
  <xsl:include href="parties.xsl"/>
  <xsl:include href="attachments.xsl"/>

  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="form" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="xsl:initial-template">
    <xbau:baugenehmigung.antrag.0200 xsl:use-attribute-sets="hochbau">
      <xsl:call-template name="xbau:head">
        <xsl:with-param name="type" select="'0200'"/>
        <xsl:with-param name="reader" select="'bauaufsicht'"/>
        <xsl:with-param name="author" select="'serviceportal'"/>
      </xsl:call-template>
      <xbau:referenzAntragsservice>
        <referenzAntragsservice><xsl:value-of select="$envelope?journeyId"/></referenzAntragsservice>
      </xbau:referenzAntragsservice>
      <xbau:antragsteller><xsl:sequence select="f:applicant(1)"/></xbau:antragsteller>
      <xbau:bauvorhaben>
        <xbau:bezeichnungDesBauvorhabens>
          <xsl:value-of select="f:din($form?vorhaben?bezeichnung, '/vorhaben/bezeichnung')"/>
        </xbau:bezeichnungDesBauvorhabens>
        <xsl:call-template name="f:parties"/>
        <xsl:call-template name="f:subject"/>
        <xsl:call-template name="f:location"/>
        <xbau:weitereAngaben>
          <xsl:value-of select="f:din($form?vorhaben?beschreibung, '/vorhaben/beschreibung')"/>
        </xbau:weitereAngaben>
      </xbau:bauvorhaben>
      <xsl:call-template name="f:deviations"/>
      <xsl:call-template name="f:attachments"/>
    </xbau:baugenehmigung.antrag.0200>
  </xsl:template>

  <xsl:template name="f:subject">
    <xsl:variable name="project" select="$form?vorhaben"/>
    <xbau:gegenstand>
      <xbau:anzahlDerGebaeude>
        <xbau:anzahlDerGebaeudeImBauvorhaben><xsl:value-of select="xs:integer($project?anzahlGebaeude)"/></xbau:anzahlDerGebaeudeImBauvorhaben>
        <xsl:for-each select="1 to xs:integer($project?anzahlGebaeude)">
          <xbau:identifikationGebaeude>
            <xbau:uuidGebaeude><xsl:value-of select="hub:part-id(3, .)"/></xbau:uuidGebaeude>
            <xbau:gebaeudeBezeichnung><xsl:value-of select="'Gebäude ' || ."/></xbau:gebaeudeBezeichnung>
          </xbau:identifikationGebaeude>
        </xsl:for-each>
      </xbau:anzahlDerGebaeude>
      <xbau:artDerMassnahme>
        <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:baumassnahmeart', '2.0', $measures($project?art))"/>
      </xbau:artDerMassnahme>
      <xsl:choose>
        <xsl:when test="$project?art = ('nutzungsaenderung', 'nutzungsaenderung-mit-umbau')">
          <xbau:zweckDerNutzungsaenderung>
            <xbau:bisherigeNutzung><xsl:sequence select="f:building($project?bisherigeGebaeudeart)"/></xbau:bisherigeNutzung>
            <xbau:beabsichtigteNutzung><xsl:sequence select="f:building($project?gebaeudeart)"/></xbau:beabsichtigteNutzung>
          </xbau:zweckDerNutzungsaenderung>
        </xsl:when>
        <xsl:otherwise>
          <xbau:artDerBaulichenAnlage><xsl:sequence select="f:building($project?gebaeudeart)"/></xbau:artDerBaulichenAnlage>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="f:classification"/>
      <xsl:call-template name="f:uses"/>
      <xsl:for-each select="$project?herstellungskosten">
        <xbau:herstellungskosten>
          <xbau:summeHerstellungskosten><xsl:value-of select="xs:integer(.)"/></xbau:summeHerstellungskosten>
        </xbau:herstellungskosten>
      </xsl:for-each>
    </xbau:gegenstand>
  </xsl:template>

  <xsl:template name="f:classification">
    <xsl:variable name="project" select="$form?vorhaben"/>
    <xsl:if test="exists(($project?gebaeudeklasse, $project?hoehe, $project?freistehend))">
      <xbau:bauordnungsrechtlicheKlassifikation>
        <xsl:for-each select="$project?gebaeudeklasse">
          <xbau:gebaeudeklasse>
            <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:gebaeudeklasse', '3.0', string(xs:integer(.)))"/>
          </xbau:gebaeudeklasse>
        </xsl:for-each>
        <xsl:for-each select="$project?hoehe">
          <xbau:hoeheNachMBO><xsl:value-of select="f:two-decimals(.)"/></xbau:hoeheNachMBO>
        </xsl:for-each>
        <xsl:for-each select="$project?freistehend">
          <xbau:istFreistehend><xsl:value-of select="."/></xbau:istFreistehend>
        </xsl:for-each>
      </xbau:bauordnungsrechtlicheKlassifikation>
    </xsl:if>
  </xsl:template>

  <xsl:template name="f:uses">
    <xsl:variable name="uses" select="$form?vorhaben?nutzungen?*"/>
    <xsl:if test="exists($uses)">
      <xbau:bauvorhabenDatenblatt>
        <xbau:nutzungen>
          <xbau:anzahlDerNutzungseinheiten><xsl:value-of select="count($uses)"/></xbau:anzahlDerNutzungseinheiten>
          <xsl:for-each select="$uses">
            <xbau:nutzungseinheit>
              <xbau:beschreibungDerNutzungseinheit>
                <xsl:value-of select="f:din(?bezeichnung, '/vorhaben/nutzungen/' || position() - 1 || '/bezeichnung')"/>
              </xbau:beschreibungDerNutzungseinheit>
              <xbau:nutzungsflaeche>
                <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:nutzungsflaechen', '2.0', $floor-uses(?art))"/>
              </xbau:nutzungsflaeche>
              <xsl:for-each select="?flaeche">
                <xbau:flaecheDerNutzungseinheit><xsl:value-of select="f:two-decimals(.)"/></xbau:flaecheDerNutzungseinheit>
              </xsl:for-each>
            </xbau:nutzungseinheit>
          </xsl:for-each>
        </xbau:nutzungen>
      </xbau:bauvorhabenDatenblatt>
    </xsl:if>
  </xsl:template>

  <xsl:template name="f:location">
    <xsl:variable name="plot" select="$form?grundstueck"/>
    <xbau:verortung>
      <xbau:baugrundstueck>
        <xbau:grundstueck>
          <xsl:for-each select="$plot?anschrift">
            <xbau:anschrift><xsl:sequence select="f:address(., '/grundstueck/anschrift')"/></xbau:anschrift>
          </xsl:for-each>
          <xsl:for-each select="$plot?flurstuecke?*">
            <xbau:flurstueck><xsl:sequence select="f:parcel(., position() - 1)"/></xbau:flurstueck>
          </xsl:for-each>
          <xsl:for-each select="$plot?bebauungsplan">
            <xbau:bebauungsplan>
              <xbau:bezeichnungBebauungsplan><xsl:value-of select="f:din(., '/grundstueck/bebauungsplan')"/></xbau:bezeichnungBebauungsplan>
            </xbau:bebauungsplan>
          </xsl:for-each>
        </xbau:grundstueck>
      </xbau:baugrundstueck>
    </xbau:verortung>
  </xsl:template>

  <!-- The city lies in Lower Saxony (03). -->
  <xsl:function name="f:parcel" as="element()+">
    <xsl:param name="parcel" as="map(*)"/>
    <xsl:param name="index" as="xs:integer"/>
    <bundesland>
      <xsl:sequence select="xbau:code('urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland', '2010-04-01', '03')"/>
    </bundesland>
    <kodierungFlurstueck>
      <gemarkung>
        <bezeichnung><xsl:value-of select="f:din($parcel?gemarkung, '/grundstueck/flurstuecke/' || $index || '/gemarkung')"/></bezeichnung>
      </gemarkung>
      <xsl:sequence select="f:field('flur', $parcel?flur), f:field('zaehler', $parcel?zaehler), f:field('nenner', $parcel?nenner)"/>
    </kodierungFlurstueck>
  </xsl:function>

  <xsl:template name="f:deviations">
    <xsl:for-each select="$form?abweichungen?*">
      <xsl:variable name="at" select="'/abweichungen/' || position() - 1"/>
      <xbau:beantragteAbweichung>
        <xbau:id><xsl:value-of select="hub:part-id(4, position())"/></xbau:id>
        <xbau:art><xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:abweichungart', '2.1', $deviations(?art))"/></xbau:art>
        <xbau:vorschrift><xsl:sequence select="xbau:paragraphs(f:din(?vorschrift, $at || '/vorschrift'))"/></xbau:vorschrift>
        <xbau:begruendung><xsl:sequence select="xbau:paragraphs(f:din(?begruendung, $at || '/begruendung'))"/></xbau:begruendung>
      </xbau:beantragteAbweichung>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:two-decimals" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="format-number($number, '0.00')"/>
  </xsl:function>

  <xsl:function name="f:field" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="exists($value)">
      <xsl:element name="{$name}"><xsl:value-of select="$value"/></xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:din" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:sequence select="hub:din-91379($value, $field)"/>
  </xsl:function>
</xsl:stylesheet>
