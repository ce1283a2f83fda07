<?xml version="1.0" encoding="UTF-8"?>
<!-- What the public prosecutor's office answers to an objection: the receipt, or that it is incomplete when the fine itself is missing. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xj="http://www.xjustiz.de">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:param name="id"/>
  <xsl:param name="now"/>
  <xsl:param name="day"/>
  <xsl:param name="number"/>

  <xsl:template match="/*">
    <xsl:variable name="head" select="xj:nachrichtenkopf"/>
    <xj:nachricht.eeb.zuruecklaufend.2200007>
      <xj:nachrichtenkopf xjustizVersion="3.5.1">
        <xj:aktenzeichen.absender><xsl:value-of select="$number"/></xj:aktenzeichen.absender>
        <xj:aktenzeichen.empfaenger><xsl:value-of select="$head/xj:aktenzeichen.absender"/></xj:aktenzeichen.empfaenger>
        <xj:erstellungszeitpunkt><xsl:value-of select="$now"/></xj:erstellungszeitpunkt>
        <xj:auswahl_absender>
          <xj:absender.gericht listVersionID="{$head//xj:empfaenger.gericht/@listVersionID}">
            <code><xsl:value-of select="$head//xj:empfaenger.gericht/code"/></code>
          </xj:absender.gericht>
        </xj:auswahl_absender>
        <xj:auswahl_empfaenger>
          <xj:empfaenger.sonstige><xsl:value-of select="$head//xj:absender.sonstige"/></xj:empfaenger.sonstige>
        </xj:auswahl_empfaenger>
        <xj:eigeneNachrichtenID><xsl:value-of select="$id"/></xj:eigeneNachrichtenID>
        <xj:fremdeNachrichtenID><xsl:value-of select="$head/xj:eigeneNachrichtenID"/></xj:fremdeNachrichtenID>
        <xj:nachrichtenuebergreifenderProzess>
          <xj:prozessID><xsl:value-of select="$head//xj:prozessID"/></xj:prozessID>
        </xj:nachrichtenuebergreifenderProzess>
        <xj:herstellerinformation>
          <xj:nameDesProdukts>Sandbox</xj:nameDesProdukts>
          <xj:herstellerDesProdukts>Stadtbus</xj:herstellerDesProdukts>
        </xj:herstellerinformation>
      </xj:nachrichtenkopf>
      <xj:fachdaten>
        <xsl:choose>
          <xsl:when test="//xj:anzeigename[. = 'Bußgeldbescheid']">
            <xj:empfangsbestaetigung><xsl:value-of select="$day"/></xj:empfangsbestaetigung>
          </xsl:when>
          <xsl:otherwise>
            <xj:stoerungsmeldung>
              <xj:stoerungsID><code>2</code></xj:stoerungsID>
              <xj:stoerungsGrund>Der Bußgeldbescheid fehlt.</xj:stoerungsGrund>
            </xj:stoerungsmeldung>
          </xsl:otherwise>
        </xsl:choose>
      </xj:fachdaten>
    </xj:nachricht.eeb.zuruecklaufend.2200007>
  </xsl:template>
</xsl:stylesheet>
