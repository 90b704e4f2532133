<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Band 2, the later image: what each part adds to the probability at the point. -->
<qgis styleCategories="Symbology" version="3.22.16">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="2" classificationMin="-0.3" classificationMax="0.3" opacity="1" alphaBand="-1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" minimumValue="-0.3" maximumValue="0.3" clip="0" labelPrecision="2">
          <item value="-0.3" color="#2166ac" alpha="220" label="-0.3: takes away"/>
          <item value="-0.03" color="#92c5de" alpha="60" label=""/>
          <item value="0" color="#f7f7f7" alpha="0" label="0: no effect, not shown"/>
          <item value="0.03" color="#f4a582" alpha="60" label=""/>
          <item value="0.3" color="#b2182b" alpha="220" label="0.3 or more: adds"/>
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
