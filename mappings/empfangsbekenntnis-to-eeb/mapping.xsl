<?xml version="1.0" encoding="UTF-8"?>
<!-- What somebody who is entitled to decided on a demanded acknowledgement of receipt (§ 173 (3) ZPO), together with the message that
     demanded it, as XJustiz 3.5.1 nachricht.eeb.zuruecklaufend.2200007. The hub itself acknowledges nothing: that the document is
     accepted, and since which day, is a person's to say.
     Assumption: the input, urn:stadtbus:empfangsbekenntnis:1, is a format of our own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:e="urn:stadtbus:empfangsbekenntnis:1"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/xjustiz.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template match="/e:empfangsbekenntnis" priority="1">
    <xsl:variable name="head" as="element()?" select="e:anforderung/*/xj:nachrichtenkopf"/>
    <xsl:sequence select="e:check(., $head)"/>
    <xj:nachricht.eeb.zuruecklaufend.2200007>
      <xsl:call-template name="e:head">
        <xsl:with-param name="demand" select="$head"/>
      </xsl:call-template>
      <xj:fachdaten>
        <xsl:apply-templates select="e:empfangenAm, e:stoerung"/>
        <xsl:if test="@vertreter = 'true'">
          <xj:zustellungsempfaenger.abweichend>true</xj:zustellungsempfaenger.abweichend>
        </xsl:if>
      </xj:fachdaten>
    </xj:nachricht.eeb.zuruecklaufend.2200007>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Ein Dokument ' || local-name() || ' ist kein Empfangsbekenntnis.')"/>
  </xsl:template>

  <!-- Back to who demanded it, under both file numbers the other way round. -->
  <xsl:template name="e:head">
    <xsl:param name="demand" as="element()" required="yes"/>
    <xj:nachrichtenkopf xjustizVersion="{$xj:version}">
      <xsl:for-each select="$demand/xj:aktenzeichen.empfaenger">
        <xj:aktenzeichen.absender><xsl:value-of select="."/></xj:aktenzeichen.absender>
      </xsl:for-each>
      <xsl:for-each select="$demand/xj:aktenzeichen.absender">
        <xj:aktenzeichen.empfaenger><xsl:value-of select="."/></xj:aktenzeichen.empfaenger>
      </xsl:for-each>
      <xj:erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></xj:erstellungszeitpunkt>
      <xj:auswahl_absender><xsl:sequence select="e:turned($demand/xj:auswahl_empfaenger/*, 'absender')"/></xj:auswahl_absender>
      <xj:auswahl_empfaenger><xsl:sequence select="e:turned($demand/xj:auswahl_absender/*, 'empfaenger')"/></xj:auswahl_empfaenger>
      <xj:eigeneNachrichtenID><xsl:value-of select="$envelope?messageId"/></xj:eigeneNachrichtenID>
      <xj:fremdeNachrichtenID><xsl:value-of select="$demand/xj:eigeneNachrichtenID"/></xj:fremdeNachrichtenID>
      <xsl:for-each select="$demand/xj:nachrichtenuebergreifenderProzess">
        <xj:nachrichtenuebergreifenderProzess>
          <xj:prozessID><xsl:value-of select="xj:prozessID"/></xj:prozessID>
        </xj:nachrichtenuebergreifenderProzess>
      </xsl:for-each>
      <xsl:call-template name="xj:maker"/>
    </xj:nachrichtenkopf>
  </xsl:template>

  <xsl:template match="e:empfangenAm">
    <xj:empfangsbestaetigung><xsl:value-of select="."/></xj:empfangsbestaetigung>
  </xsl:template>

  <xsl:template match="e:stoerung">
    <xj:stoerungsmeldung>
      <xj:stoerungsID><xsl:sequence select="xj:code(@kennung, ())"/></xj:stoerungsID>
      <xsl:if test="normalize-space()">
        <xj:stoerungsGrund><xsl:value-of select="hub:din-91379(string(.), 'Störung')"/></xj:stoerungsGrund>
      </xsl:if>
    </xj:stoerungsmeldung>
  </xsl:template>

  <xsl:function name="e:turned" as="element()">
    <xsl:param name="party" as="element()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:element name="xj:{$side}.{substring-after(local-name($party), '.')}" namespace="http://www.xjustiz.de">
      <xsl:sequence select="$party/@*"/>
      <xsl:for-each select="$party/*">
        <xsl:element name="{local-name()}"><xsl:value-of select="."/></xsl:element>
      </xsl:for-each>
      <xsl:value-of select="$party[not(*)]"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="e:check" as="item()*">
    <xsl:param name="answer" as="element(e:empfangsbekenntnis)"/>
    <xsl:param name="demand" as="element()?"/>
    <xsl:variable name="day" select="$answer/e:empfangenAm"/>
    <xsl:choose>
      <xsl:when test="not($answer/e:anforderung//xj:ruecksendungEEB.erforderlich = 'true')">
        <xsl:sequence select="hub:reject('Die Nachricht verlangt kein elektronisches Empfangsbekenntnis.')"/>
      </xsl:when>
      <xsl:when test="count(($day, $answer/e:stoerung)) ne 1">
        <xsl:sequence select="hub:reject('Ein Empfangsbekenntnis nennt entweder den Tag des Empfangs oder eine Störung.')"/>
      </xsl:when>
      <xsl:when test="$answer/e:stoerung[not(@kennung = ('1', '2', '3'))]">
        <xsl:sequence select="hub:reject('Eine Störung braucht eine der Kennungen 1 bis 3.')"/>
      </xsl:when>
      <xsl:when test="$day[not(. castable as xs:date)]">
        <xsl:sequence select="hub:reject('Der Tag des Empfangs ist kein Datum.')"/>
      </xsl:when>
      <xsl:when test="$day[e:day($demand/xj:erstellungszeitpunkt) gt xs:date(.) or xs:date(.) gt e:day($envelope?createdAt)]">
        <xsl:sequence select="hub:reject('Der Tag des Empfangs liegt vor der Sendung des Gerichts oder in der Zukunft.')"/>
      </xsl:when>
      <xsl:otherwise/>
    </xsl:choose>
  </xsl:function>

  <!-- The day it was in Germany at this moment. -->
  <xsl:function name="e:day" as="xs:date">
    <xsl:param name="moment" as="item()"/>
    <xsl:sequence select="xs:date(format-dateTime(xs:dateTime($moment), '[Y0001]-[M01]-[D01]', (), (), 'Europe/Berlin'))"/>
  </xsl:function>
</xsl:stylesheet>
