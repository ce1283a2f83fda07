<?xml version="1.0" encoding="UTF-8"?>
<!-- People and organisations of the application. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:f="urn:stadtbus:mapping:bauantrag"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs array hub f">

  <xsl:template name="f:parties">
    <xbau:beteiligte>
      <xsl:for-each select="1 to array:size($form?bauherren)">
        <xbau:bauherr>
          <xbau:bauherr><xsl:sequence select="f:applicant(.)"/></xbau:bauherr>
        </xbau:bauherr>
      </xsl:for-each>
      <xsl:call-template name="f:designer"/>
      <xbau:gebuehrenpflichtiger><xsl:sequence select="f:applicant(1)"/></xbau:gebuehrenpflichtiger>
    </xbau:beteiligte>
  </xsl:template>

  <!-- One of the Bauherren; the same id wherever the same person is named. -->
  <xsl:function name="f:applicant" as="element()">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="party" select="$form?bauherren($number)"/>
    <xsl:variable name="at" select="'/bauherren/' || $number - 1"/>
    <xsl:choose>
      <xsl:when test="$party?art eq 'person'">
        <natuerlichePerson>
          <xsl:sequence select="f:person($party, hub:part-id(1, $number), $at)"/>
          <xsl:if test="$number eq 1 and array:size($form?bauherren) gt 1">
            <istVertreter>true</istVertreter>
          </xsl:if>
        </natuerlichePerson>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:organisation($party, hub:part-id(1, $number), $at)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:person" as="element()+">
    <xsl:param name="person" as="map(*)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="at" as="xs:string"/>
    <id><xsl:value-of select="$id"/></id>
    <name><xsl:sequence select="f:name($person, $at)"/></name>
    <anschrift><xsl:sequence select="f:address($person?anschrift, $at || '/anschrift')"/></anschrift>
    <xsl:sequence select="f:contacts($person, $at)"/>
  </xsl:function>

  <xsl:function name="f:organisation" as="element()">
    <xsl:param name="organisation" as="map(*)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="at" as="xs:string"/>
    <organisation>
      <id><xsl:value-of select="$id"/></id>
      <name><name><xsl:value-of select="f:din($organisation?name, $at || '/name')"/></name></name>
      <anschrift><xsl:sequence select="f:address($organisation?anschrift, $at || '/anschrift')"/></anschrift>
      <xsl:sequence select="f:contacts($organisation, $at)"/>
      <xsl:for-each select="$organisation?ansprechpartner">
        <ansprechpartner>
          <name><xsl:sequence select="f:name(., $at || '/ansprechpartner')"/></name>
          <xsl:sequence select="f:field('funktion', ?funktion ! f:din(., $at || '/ansprechpartner/funktion'))"/>
        </ansprechpartner>
      </xsl:for-each>
    </organisation>
  </xsl:function>

  <xsl:function name="f:name" as="element()+">
    <xsl:param name="person" as="map(*)"/>
    <xsl:param name="at" as="xs:string"/>
    <xsl:sequence select="f:field('titel', $person?titel ! f:din(., $at || '/titel'))"/>
    <xsl:sequence select="f:field('anrede', $person?anrede ! f:din(., $at || '/anrede'))"/>
    <familienname><name><xsl:value-of select="f:din($person?familienname, $at || '/familienname')"/></name></familienname>
    <vorname><name><xsl:value-of select="f:din($person?vorname, $at || '/vorname')"/></name></vorname>
  </xsl:function>

  <xsl:function name="f:address" as="element()+">
    <xsl:param name="address" as="map(*)"/>
    <xsl:param name="at" as="xs:string"/>
    <xsl:for-each select="'strasse', 'hausnummer', 'plz', 'ort', 'ortsteil', 'zusatz'">
      <xsl:variable name="key" select="."/>
      <xsl:sequence select="f:field(if ($key eq 'plz') then 'postleitzahl' else $key, $address($key) ! f:din(., $at || '/' || $key))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- erreichbarkeit 4.1: 01 e-mail, 02 telephone -->
  <xsl:function name="f:contacts" as="element(kommunikation)*">
    <xsl:param name="party" as="map(*)"/>
    <xsl:param name="at" as="xs:string"/>
    <xsl:sequence select="
        $party?email ! f:contact('01', f:din(., $at || '/email')),
        $party?telefon ! f:contact('02', f:din(., $at || '/telefon'))"/>
  </xsl:function>

  <xsl:function name="f:contact" as="element(kommunikation)">
    <xsl:param name="channel" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <kommunikation>
      <kanal><xsl:sequence select="xbau:code('urn:de:xoev:codeliste:erreichbarkeit', '4.1', $channel)"/></kanal>
      <kennung><xsl:value-of select="$value"/></kennung>
    </kommunikation>
  </xsl:function>

  <xsl:template name="f:designer">
    <xsl:variable name="designer" select="$form?entwurfsverfasser"/>
    <xsl:variable name="right" select="$designer?bauvorlageberechtigung"/>
    <xbau:entwurfsverfasser>
      <xbau:personendaten>
        <xsl:choose>
          <xsl:when test="exists($designer?buero)">
            <xsl:sequence select="f:organisation(map{
                'name': $designer?buero, 'anschrift': $designer?anschrift, 'email': $designer?email,
                'telefon': $designer?telefon, 'ansprechpartner': $designer}, hub:part-id(2, 1), '/entwurfsverfasser')"/>
          </xsl:when>
          <xsl:otherwise>
            <natuerlichePerson><xsl:sequence select="f:person($designer, hub:part-id(2, 1), '/entwurfsverfasser')"/></natuerlichePerson>
          </xsl:otherwise>
        </xsl:choose>
      </xbau:personendaten>
      <xbau:berechtigung>
        <xbau:grundlageBauvorlageBerechtigung>
          <xbau:grundlageBauvorlageBerechtigung>
            <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:bauvorlageberechtigungsachverhalt', '1.0', $qualifications($right?grundlage))"/>
          </xbau:grundlageBauvorlageBerechtigung>
        </xbau:grundlageBauvorlageBerechtigung>
        <xsl:for-each select="$right?kammer">
          <xbau:mitgliedschaftInland>
            <xbau:nummernKammer>
              <xbau:mitgliedsnummer><xsl:value-of select="f:din(?mitgliedsnummer, '/entwurfsverfasser/bauvorlageberechtigung/kammer/mitgliedsnummer')"/></xbau:mitgliedsnummer>
              <xbau:kammer><xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:kammer', '2.0', f:chamber(.))"/></xbau:kammer>
            </xbau:nummernKammer>
          </xbau:mitgliedschaftInland>
        </xsl:for-each>
      </xbau:berechtigung>
    </xbau:entwurfsverfasser>
  </xsl:template>
</xsl:stylesheet>
