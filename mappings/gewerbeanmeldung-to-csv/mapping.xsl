<?xml version="1.0" encoding="UTF-8"?>
<!-- Trade registration of the city's form to the register's CSV: header and one row, semicolon, CRLF, quotes by RFC 4180.
     The columns are an assumption about the register. A letter outside ISO-8859-15 is refused by the hub, see mapping.yaml.

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
  <xsl:output method="text"/>
  <xsl:decimal-format name="de" decimal-separator="," grouping-separator="."/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="form" as="map(*)" select="parse-json($input)"/>
  <xsl:variable name="owner" as="map(*)" select="$form?inhaber"/>
  <xsl:variable name="business" as="map(*)" select="$form?betrieb"/>

  <!-- column name and value, in the register's order -->
  <xsl:variable name="columns" as="array(xs:string)+" select="
      ['Nachricht', $envelope?messageId],
      ['Eingang', substring($envelope?createdAt, 1, 10)],
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
    <xsl:value-of select="f:row($columns ! .(1)), f:row($columns ! .(2))" separator=""/>
  </xsl:template>

  <xsl:function name="f:column" as="array(xs:string)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="[$name, ($value, '')[1]]"/>
  </xsl:function>

  <xsl:function name="f:address" as="array(xs:string)+">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="address" as="map(*)"/>
    <xsl:sequence select="
        f:column($prefix || 'Strasse', $address?strasse),
        f:column($prefix || 'Hausnummer', $address?hausnummer),
        f:column($prefix || 'Plz', $address?plz),
        f:column($prefix || 'Ort', $address?ort),
        f:column($prefix || 'Zusatz', $address?zusatz)"/>
  </xsl:function>

  <xsl:function name="f:row" as="xs:string">
    <xsl:param name="values" as="xs:string+"/>
    <xsl:sequence select="string-join(for $i in 1 to count($values) return f:cell($values[$i], $columns[$i](1)), ';') || '&#13;&#10;'"/>
  </xsl:function>

  <xsl:function name="f:cell" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="column" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($value, '^([=@]|[+-].*[^0-9 ()/-])')">
        <xsl:sequence select="hub:reject('Das Feld ' || $column
            || ' beginnt mit einem Zeichen, das Tabellenprogramme als Formel lesen; bitte ohne dieses Zeichen angeben.')"/>
      </xsl:when>
      <xsl:when test="matches($value, '[;&quot;&#13;&#10;]|^\s|\s$')">
        <xsl:sequence select="'&quot;' || replace($value, '&quot;', '&quot;&quot;') || '&quot;'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$value"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
