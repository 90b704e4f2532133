<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Only class 1 is listed: the rest is not drawn. -->
<qgis styleCategories="Symbology" version="3.22.16">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="0.75" alphaBand="-1" nodataColor="">
      <colorPalette>
        <paletteEntry value="1" color="#ff9e00" alpha="255" label="building"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
