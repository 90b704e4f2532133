<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Band 3, the share of timesteps that say change: where they disagree it shows strongest. -->
<qgis styleCategories="Symbology" version="3.22.16">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="3" classificationMin="0" classificationMax="1" opacity="1" alphaBand="-1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" minimumValue="0" maximumValue="1" clip="0" labelPrecision="2">
          <item value="0" color="#440154" alpha="0" label="no timestep says change: not shown"/>
          <item value="0.1" color="#fdb42f" alpha="230" label="few say change"/>
          <item value="0.5" color="#e5007d" alpha="240" label="half of them: depends on the timestep"/>
          <item value="0.9" color="#7e03a8" alpha="230" label="most say change"/>
          <item value="1" color="#2a788e" alpha="200" label="all say change"/>
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
