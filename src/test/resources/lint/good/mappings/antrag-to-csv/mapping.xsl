<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="input"/>
  <xsl:output method="text"/>
  <xsl:template name="xsl:initial-template"><xsl:value-of select="parse-json($input)?name"/></xsl:template>
</xsl:stylesheet>
