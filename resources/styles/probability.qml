<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- The ramp is matplotlib's "plasma": ordered by brightness and readable with any colour vision. -->
<qgis styleCategories="Symbology" version="3.22.16">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="0" classificationMax="1" opacity="1" alphaBand="-1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" minimumValue="0" maximumValue="1" clip="0" labelPrecision="2">
          <item value="0.2" color="#0d0887" alpha="0" label="20 % or less: not shown"/>
          <item value="0.35" color="#7e03a8" alpha="90" label="35 %"/>
          <item value="0.5" color="#cc4778" alpha="190" label="50 %: as likely as not"/>
          <item value="0.7" color="#ed7953" alpha="225" label="70 %"/>
          <item value="0.85" color="#fdb42f" alpha="245" label="85 %"/>
          <item value="1" color="#f0f921" alpha="255" label="100 %: certain"/>
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
