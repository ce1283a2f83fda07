<?xml version="1.0" encoding="UTF-8"?>
<!-- What every mapping may use: ids, refusals, the check of letters. Knows no message format. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    exclude-result-prefixes="#all">

  <xsl:param name="envelope" as="map(*)" select="map{}"/>
  <xsl:param name="directory" as="function(xs:string) as map(*)?" select="map{}"/>

  <!-- Refuses the message; the sentence goes back to the sender and carries no personal data. It is the error object too,
       because Saxon adds to the description where the error was found. -->
  <xsl:function name="hub:reject" as="item()*">
    <xsl:param name="sentence" as="xs:string"/>
    <xsl:sequence select="error(QName('urn:stadtbus:hub', 'hub:rejected'), $sentence, $sentence)"/>
  </xsl:function>

  <!-- The authority with this role; its keys come from the directory, never from a mapping. -->
  <xsl:function name="hub:authority" as="map(*)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="found" select="$directory($role)"/>
    <xsl:sequence select="
        if (exists($found)) then $found
        else error(QName('urn:stadtbus:hub', 'hub:role-unknown'), 'No such role in the directory')"/>
  </xsl:function>

  <!-- UUID of a part of the produced message: the message's own id with its last group replaced by block and number.
       Unique within the message, the same each time the message is made again. -->
  <xsl:function name="hub:part-id" as="xs:string">
    <xsl:param name="block" as="xs:integer"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="
        substring($envelope?messageId, 1, 24)
        || format-integer($block, '000000') || format-integer($number, '000000')"/>
  </xsl:function>

  <!-- The text unchanged, if all its letters are of DIN 91379 (Latin script, composed by Unicode NFC). -->
  <xsl:function name="hub:din-91379" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:variable name="foreign" as="xs:string?" select="
        (for $c in string-to-codepoints($value) return
          if (hub:is-din-91379($c)) then () else codepoints-to-string($c))[1]"/>
    <xsl:choose>
      <xsl:when test="exists($foreign)">
        <xsl:sequence select="hub:reject(
            'Das Feld ' || $field || ' enthält das Zeichen »' || $foreign || '« (' || hub:code-point($foreign)
            || '), das es in DIN 91379 nicht gibt; bitte in lateinischer Schrift angeben.')"/>
      </xsl:when>
      <xsl:when test="normalize-unicode($value, 'NFC') ne $value">
        <xsl:sequence select="hub:reject(
            'Das Feld ' || $field
            || ' enthält Buchstaben, die nicht nach Unicode NFC zusammengesetzt sind, wie es DIN 91379 verlangt.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$value"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A coarse sieve: Latin blocks, combining marks, the punctuation of DIN 91379. The exact set is the schema's to check. -->
  <xsl:function name="hub:is-din-91379" as="xs:boolean">
    <xsl:param name="c" as="xs:integer"/>
    <xsl:sequence select="
        $c = (9, 10, 13, 8217, 8225, 8364)
        or ($c ge 32 and $c le 126)
        or ($c ge 160 and $c le 879 and $c ne 173)
        or ($c ge 7680 and $c le 7935)"/>
  </xsl:function>

  <xsl:function name="hub:code-point" as="xs:string">
    <xsl:param name="character" as="xs:string"/>
    <xsl:variable name="digits" select="'0123456789ABCDEF'"/>
    <xsl:variable name="c" select="string-to-codepoints($character)[1]"/>
    <xsl:variable name="hex" select="
        string-join(for $power in (1048576, 65536, 4096, 256, 16, 1)
                    return substring($digits, ($c idiv $power) mod 16 + 1, 1))"/>
    <xsl:sequence select="'U+' || replace($hex, '^00?', '')"/>
  </xsl:function>
</xsl:stylesheet>
