<?xml version="1.0" encoding="UTF-8"?>
<!-- Trade registration of the city's form to one row of the register's table, which out.layout.yaml declares. The columns are an
     assumption about the register. A letter the table's character set lacks is refused by the hub.

     Values are never changed. What a spreadsheet would take for a formula (= @, or + - before anything but a telephone
     number) is refused: an apostrophe in front would end up in the register. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:f="urn:stadtbus:mapping:gewerbeanmeldung"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="json"/>
  <xsl:decimal-format name="de" decimal-separator="," grouping-separator="."/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="form" as="map(*)" select="parse-json($input)"/>
  <xsl:variable name="owner" as="map(*)" select="$form?inhaber"/>
  <xsl:variable name="business" as="map(*)" select="$form?betrieb"/>

  <xsl:variable name="columns" as="map(xs:string, xs:string)+" select="
      map { 'Nachricht': $envelope?messageId },
      map { 'Eingang': substring($envelope?createdAt, 1, 10) },
      f:column('Familienname', $owner?familienname),
      f:column('Vorname', $owner?vorname),
      f:column('Geburtsname', $owner?geburtsname),
      f:column('Geburtsdatum', $owner?geburtsdatum),
      f:column('Geburtsort', $owner?geburtsort),
      f:address('', $owner?anschrift),
      f:column('EMail', $owner?email),
      f:column('Telefon', $owner?telefon),
      f:column('Betriebsname', $business?name),
      f:column('Taetigkeit', $business?taetigkeit),
      f:address('Betrieb', $business?anschrift),
      f:column('Beginn', $business?beginn),
      f:column('Art', $business?art),
      f:column('Beschaeftigte', $business?beschaeftigte ! string(xs:integer(.))),
      f:column('Stammkapital', $business?stammkapital ! format-number(., '0,00', 'de'))"/>

  <xsl:template name="xsl:initial-template">
    <xsl:sequence select="[map:merge($columns)]"/>
  </xsl:template>

  <xsl:function name="f:column" as="map(xs:string, xs:string)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="matches($value, '^([=@]|[+-].*[^0-9 ()/-])')">
        <xsl:sequence select="hub:reject('Das Feld ' || $name
            || ' beginnt mit einem Zeichen, das Tabellenprogramme als Formel lesen; bitte ohne dieses Zeichen angeben.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map { $name: string($value) }"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:address" as="map(xs:string, xs:string)+">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="address" as="map(*)"/>
    <xsl:sequence select="
        f:column($prefix || 'Strasse', $address?strasse),
        f:column($prefix || 'Hausnummer', $address?hausnummer),
        f:column($prefix || 'Plz', $address?plz),
        f:column($prefix || 'Ort', $address?ort),
        f:column($prefix || 'Zusatz', $address?zusatz)"/>
  </xsl:function>
</xsl:stylesheet>
