<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Noise2Map</name>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>1 where the class is true, 0 elsewhere; any grid that overlaps the map.</source>
        <translation>1 donde la clase es verdadera, 0 en lo demás; cualquier malla que se superponga al mapa.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>&lt;p&gt;Says how good a map of change or buildings is, and how large the true area is, with 95 % confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; of &lt;i&gt;Sample points for checking&lt;/i&gt;, answered. Unsaved answers count, too. Without a map, the one that the points were drawn on is assessed; with another map of the place, that one.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygons or a raster&lt;/b&gt; of all that is true: every pixel of the map is compared. There is no sampling error then, and no interval.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true area corrects the area on the map by the errors found.&lt;/p&gt;&lt;p&gt;Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dice lo bueno que es un mapa de cambios o de edificios, y cuánto mide el área verdadera, con intervalos de confianza del 95 %.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Puntos&lt;/b&gt; de &lt;i&gt;Puntos de muestra para comprobar&lt;/i&gt;, respondidos. Las respuestas sin guardar también cuentan. Sin mapa se evalúa aquel en que se sortearon los puntos; con otro mapa del lugar, ese.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polígonos o un ráster&lt;/b&gt; de todo lo que es verdadero: se compara cada píxel del mapa. Entonces no hay error de muestreo ni intervalo.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;p&gt;Un informe (HTML), y cada cifra como salida. Las exactitudes se ponderan por área. El área verdadera corrige el área del mapa según los errores hallados.&lt;/p&gt;&lt;p&gt;Estimadores: Stehman 2014; donde los estratos son las clases del mapa equivalen a los de Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, ecs. 2–11).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Answered points, or polygons of what is true</source>
        <translation>Puntos respondidos, o polígonos de lo que es verdadero</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area assessed (m²)</source>
        <translation>Área evaluada (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area on the map (m²)</source>
        <translation>Área en el mapa (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Assess accuracy</source>
        <translation>Evaluar la exactitud</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Choose one reference: answered points, polygons, or a raster of what is true.</source>
        <translation>Elija una referencia: puntos respondidos, polígonos o un ráster de lo que es verdadero.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Estimates the accuracy of a map and the true area, with confidence intervals.</source>
        <translation>Estima la exactitud de un mapa y el área verdadera, con intervalos de confianza.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>F1 of yes (0–1)</source>
        <translation>F1 del sí (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Figures for models and scripts</source>
        <translation>Cifras para modelos y scripts</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>From this probability on, a pixel of the map is a yes. A mask does not need it.</source>
        <translation>Desde esta probabilidad, un píxel del mapa es un sí. Una máscara no la necesita.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Intersection over union of yes (0–1)</source>
        <translation>Intersección sobre unión del sí (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Map (probability or mask)</source>
        <translation>Mapa (probabilidad o máscara)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Needed for polygons and rasters. With points: empty for the map that they were drawn on.</source>
        <translation>Necesario con polígonos y rásteres. Con puntos: vacío para el mapa en que se sortearon.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>One HTML file that needs nothing else.</source>
        <translation>Un archivo HTML que no necesita nada más.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Or a raster of what is true (0 and 1)</source>
        <translation>O un ráster de lo que es verdadero (0 y 1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Overall accuracy (0–1)</source>
        <translation>Exactitud global (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points of Sample points for checking with answers, or polygons of all that is true on the map.</source>
        <translation>Puntos de «Puntos de muestra para comprobar» con respuestas, o polígonos de todo lo que es verdadero en el mapa.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: no on the map and in the reference</source>
        <translation>Puntos o píxeles: no en el mapa y en la referencia</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes in the reference only</source>
        <translation>Puntos o píxeles: sí solo en la referencia</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map and in the reference</source>
        <translation>Puntos o píxeles: sí en el mapa y en la referencia</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map only</source>
        <translation>Puntos o píxeles: sí solo en el mapa</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points that could not be told</source>
        <translation>Puntos que no se pudieron decidir</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Producer's accuracy of yes, recall (0–1)</source>
        <translation>Exactitud del productor del sí, exhaustividad (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>The reference cannot be loaded. Choose a layer of points or polygons, or a raster.</source>
        <translation>La referencia no se puede cargar. Elija una capa de puntos o polígonos, o un ráster.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Threshold of a probability</source>
        <translation>Umbral de una probabilidad</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area (m²)</source>
        <translation>Área verdadera (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</source>
        <translation>Área verdadera: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>User's accuracy of yes, precision (0–1)</source>
        <translation>Exactitud del usuario del sí, precisión (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson</source>
        <translation>exactitud,matriz de confusión,f1,iou,exactitud del usuario,exactitud del productor,estimación de área,olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>{figure}: half of the 95 % interval</source>
        <translation>{figure}: mitad del intervalo del 95 %</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Before mapping</source>
        <translation>Antes de cartografiar</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Checking and accuracy</source>
        <translation>Comprobación y exactitud</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Maps from imagery</source>
        <translation>Mapas a partir de imágenes</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;Three or more images of one place, in any order. Their dates are taken, in this order, from the table of dates, the dates given, the temporal properties of the layers, and the names of layers, files and folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.&lt;/p&gt;&lt;h3&gt;What is consistent over time&lt;/h3&gt;&lt;p&gt;Each image is compared with the next one. What one image shows and neither of its neighbours shows is noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where an image has no data, its neighbours are compared with each other.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changes with dates&lt;/b&gt;: outlines, each with the dates of the images between which it changed. Open the Temporal Controller and press play.&lt;/li&gt;&lt;li&gt;&lt;b&gt;First change&lt;/b&gt;, &lt;b&gt;Last change&lt;/b&gt;: the number of the date that shows it, with a legend.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Number of changes&lt;/b&gt;: 2 where something was built and pulled down again, for example.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confidence&lt;/b&gt;: the weakest of the answers that make up a pixel's timeline.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes about as long as Detect change on each two neighbouring images, and up to twice that where much changes.&lt;/li&gt;&lt;li&gt;Images of one season give fewer false alarms than images of all seasons.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Tres o más imágenes de un lugar, en cualquier orden. Sus fechas se toman, por este orden, de la tabla de fechas, de las fechas dadas, de las propiedades temporales de las capas y de los nombres de capas, archivos y carpetas (2019, 2019-08, 20190818, 2019_08_18). Todas las imágenes se llevan a la malla de la más antigua.&lt;/p&gt;&lt;h3&gt;Qué es coherente en el tiempo&lt;/h3&gt;&lt;p&gt;Cada imagen se compara con la siguiente. Lo que una imagen muestra y ninguna de sus vecinas muestra es ruido y se descarta; la primera y la última tienen una sola vecina, así que su ruido queda. Donde una imagen no tiene datos, sus vecinas se comparan entre sí.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Cambios con fechas&lt;/b&gt;: contornos, cada uno con las fechas de las imágenes entre las que cambió. Abra el controlador temporal y pulse reproducir.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Primer cambio&lt;/b&gt;, &lt;b&gt;Último cambio&lt;/b&gt;: el número de la fecha que lo muestra, con leyenda.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Número de cambios&lt;/b&gt;: 2 donde algo se construyó y se derribó, por ejemplo.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confianza&lt;/b&gt;: la más débil de las respuestas que forman la cronología de un píxel.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Consejos&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Una ejecución tarda más o menos como «Detectar cambios» en cada dos imágenes vecinas, y hasta el doble donde cambia mucho.&lt;/li&gt;&lt;li&gt;Imágenes de una misma estación dan menos falsas alarmas que las de todas.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;p&gt;Maps when each place changed over three or more images of it. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía cuándo cambió cada lugar a lo largo de tres o más imágenes. El modelo se ejecuta en este equipo; no se sube nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster of 0–1: the probability of the least sure of the answers that make the timeline of a pixel.</source>
        <translation>Un ráster de 0–1: la probabilidad de la menos segura de las respuestas que forman la cronología de un píxel.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: how many times each pixel changed.</source>
        <translation>Un ráster: cuántas veces cambió cada píxel.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the first change, from 1 for the second image; 0 is none.</source>
        <translation>Un ráster: el número de la fecha que muestra el primer cambio, desde 1 para la segunda imagen; 0 es ninguno.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the last change, from 1 for the second image; 0 is none.</source>
        <translation>Un ráster: el número de la fecha que muestra el último cambio, desde 1 para la segunda imagen; 0 es ninguno.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A table with the columns name (of the layer or file) and date. It counts before all else.</source>
        <translation>Una tabla con las columnas name (de la capa o el archivo) y date. Prevalece sobre todo lo demás.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change for two.</source>
        <translation>Una cronología necesita tres o más imágenes, no {count}. Elija más en «{field}», o use «Detectar cambios» para dos.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area that changed at least once (m²)</source>
        <translation>Área que cambió al menos una vez (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area with data (m²)</source>
        <translation>Área con datos (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Bands of the images</source>
        <translation>Bandas de las imágenes</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change left out as noise, over all pairs (m²)</source>
        <translation>Cambio descartado como ruido, en todos los pares (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change timeline</source>
        <translation>Cronología de cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Changes with dates</source>
        <translation>Cambios con fechas</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Dates of the images</source>
        <translation>Fechas de las imágenes</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Device that ran the model</source>
        <translation>Dispositivo que ejecutó el modelo</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>First change</source>
        <translation>Primer cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Its share of the area with data (0–1)</source>
        <translation>Su proporción del área con datos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Maps when each place changed over three or more images: first and last, how often, how sure.</source>
        <translation>Cartografía cuándo cambió cada lugar a lo largo de tres o más imágenes: primero y último, cuántas veces, con qué seguridad.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of changes</source>
        <translation>Número de cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of polygons</source>
        <translation>Número de polígonos</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: from the layers' temporal properties, else from their names.</source>
        <translation>Una fecha por imagen, en el orden de las imágenes, separadas por comas: 2015, 2017-06, 20190818. Vacío: de las propiedades temporales de las capas, si no de sus nombres.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Outlines of the changes with begin and end, the dates between which each happened. The Temporal Controller plays them as they are.</source>
        <translation>Contornos de los cambios con begin y end, las fechas entre las que ocurrió cada uno. El controlador temporal los reproduce tal cual.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Table of dates</source>
        <translation>Tabla de fechas</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.</source>
        <translation>Las bandas que lee el modelo, en su orden, las mismas para todas las imágenes: 3, 2, 1. Vacío: las primeras.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Three or more images of one place, in any order.</source>
        <translation>Tres o más imágenes de un lugar, en cualquier orden.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep learning,ai,onnx</source>
        <translation>detección de cambios,serie temporal,cronología,temporal,multitemporal,historia,fechas,construcción,aprendizaje profundo,ia,onnx</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² cambiaron al menos una vez, {share:.2%} de los {valid:,.0f} m² con datos.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>“{text}” are no band numbers. Write them as 3, 2, 1.</source>
        <translation>«{text}» no son números de banda. Escríbalos como 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>&lt;p&gt;Says what to expect of a pair before Detect change runs: the ground both images cover, their pixel sizes beside those the model is made for, how much light and season differ, clouds and missing data, and by how much the later image lies off the earlier one. No model is run.&lt;/p&gt;&lt;h3&gt;Misregistration&lt;/h3&gt;&lt;p&gt;The shift is measured by phase correlation in up to 100 patches, and is told only if the patches agree. Where they do not (woods, water, fields, much change), the answer is that it cannot be told, and nothing is moved: a wrong shift is worse than none.&lt;/p&gt;&lt;p&gt;Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns and shadows, not the ground.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Report&lt;/b&gt;: a page with the verdict, both images, a checkerboard, arrows of the shifts found and the figures.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image after, corrected&lt;/b&gt;, if you ask for it. &lt;i&gt;shift&lt;/i&gt; writes another position into a copy and leaves every pixel value; &lt;i&gt;resampled&lt;/i&gt; puts the pixels on those of the earlier image; &lt;i&gt;field&lt;/i&gt; also follows a smooth field, where the images support one.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Detect change can do the same by itself: its advanced parameter “Align the image after”.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dice qué esperar de un par antes de ejecutar «Detectar cambios»: el terreno que cubren ambas imágenes, sus tamaños de píxel junto a aquellos para los que se hizo el modelo, cuánto difieren la luz y la estación, nubes y datos que faltan, y cuánto está desplazada la imagen posterior. No se ejecuta ningún modelo.&lt;/p&gt;&lt;h3&gt;Registro defectuoso&lt;/h3&gt;&lt;p&gt;El desplazamiento se mide por correlación de fase en hasta 100 recortes, y solo se dice si los recortes coinciden. Donde no (bosque, agua, campos, mucho cambio), la respuesta es que no se puede determinar, y nada se mueve: un desplazamiento falso es peor que ninguno.&lt;/p&gt;&lt;p&gt;Donde el relieve deforma las imágenes, el desplazamiento puede variar suavemente: un campo. En el bosque sigue copas y sombras, no el suelo.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Informe&lt;/b&gt;: una página con el veredicto, ambas imágenes, un tablero, flechas de los desplazamientos hallados y las cifras.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Imagen posterior, corregida&lt;/b&gt;, si la pide. &lt;i&gt;shift&lt;/i&gt; escribe otra posición en una copia y deja cada valor de píxel; &lt;i&gt;resampled&lt;/i&gt; pone los píxeles sobre los de la imagen anterior; &lt;i&gt;field&lt;/i&gt; sigue además un campo suave, donde las imágenes lo respaldan.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;«Detectar cambios» puede hacer lo mismo por sí solo: su parámetro avanzado «Alinear la imagen posterior».&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Alignment to run Detect change with: off, shift or field</source>
        <translation>Alineación con que ejecutar «Detectar cambios»: off, shift o field</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image after</source>
        <translation>Bandas de la imagen posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image before</source>
        <translation>Bandas de la imagen anterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Check pair</source>
        <translation>Comprobar el par</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Correlation of the grey values of both images</source>
        <translation>Correlación de los grises de ambas imágenes</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Difference of mean brightness (0–255)</source>
        <translation>Diferencia de brillo medio (0–255)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after</source>
        <translation>Imagen posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after, corrected</source>
        <translation>Imagen posterior, corregida</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image before</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far east (0 if it cannot be told)</source>
        <translation>Metros que la imagen posterior está demasiado al este (0 si no se puede determinar)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far north (0 if it cannot be told)</source>
        <translation>Metros que la imagen posterior está demasiado al norte (0 si no se puede determinar)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the earlier image (m)</source>
        <translation>Tamaño de píxel de la imagen anterior (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the later image (m)</source>
        <translation>Tamaño de píxel de la imagen posterior (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Says whether two images are fit for Detect change, and by how much the later one lies off.</source>
        <translation>Dice si dos imágenes sirven para «Detectar cambios», y cuánto está desplazada la posterior.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's data that the later one has data for, too (0–1)</source>
        <translation>Proporción de los datos de la imagen anterior para la que la posterior también los tiene (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's grid with data in both (0–1)</source>
        <translation>Proporción de la malla de la imagen anterior con datos en ambas (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the earlier image: cloud, snow, glare (0–1)</source>
        <translation>Proporción blanca y uniforme en la imagen anterior: nubes, nieve, reflejos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the later image (0–1)</source>
        <translation>Proporción blanca y uniforme en la imagen posterior (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The later image where it belongs. If no shift can be told, or it is less than half a pixel, this is the image as it is, and a warning says so.</source>
        <translation>La imagen posterior en su sitio. Si no se puede determinar ningún desplazamiento, o es menor que medio píxel, es la imagen tal cual, y un aviso lo dice.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, east</source>
        <translation>Lo mismo en píxeles, al este</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, north</source>
        <translation>Lo mismo en píxeles, al norte</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Uncertainty of the shift in pixels</source>
        <translation>Incertidumbre del desplazamiento en píxeles</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Verdict: good, caution or problem</source>
        <translation>Veredicto: good, caution o problem</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the images support a smooth field of shifts</source>
        <translation>Si las imágenes respaldan un campo suave de desplazamientos</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the shift can be told</source>
        <translation>Si se puede determinar el desplazamiento</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase correlation</source>
        <translation>registro,corregistro,registro defectuoso,desplazamiento,alineación,solape,nubes,calidad,antes,después,correlación de fase</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>Choose a raster layer in “{field}”.</source>
        <translation>Elija una capa ráster en «{field}».</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, Install the inference runtime… It takes one click and changes nothing inside QGIS.</source>
        <translation>ONNX Runtime, que ejecuta los modelos, no está instalado. Elija Complementos, Noise2Map, Instalar el motor de inferencia… Basta un clic y nada cambia dentro de QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The device {device} is not present on this computer. Choose one of: {present}.</source>
        <translation>El dispositivo {device} no está en este equipo. Elija uno de: {present}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The map cannot be averaged over {views} views. Choose one of: {choices}.</source>
        <translation>El mapa no se puede promediar sobre {views} vistas. Elija una de: {choices}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The model “{model}” offers no timestep {step}. Choose one of: {offered}.</source>
        <translation>El modelo «{model}» no ofrece el paso {step}. Elija uno de: {offered}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model for this task on this computer. Install the plugin again, or add a model in Plugins, Noise2Map, Models and settings.</source>
        <translation>No hay ningún modelo para esta tarea en este equipo. Instale de nuevo el complemento, o añada un modelo en Complementos, Noise2Map, Modelos y ajustes.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model “{name}” on this computer for this task. Choose one of: {models}.</source>
        <translation>No hay ningún modelo «{name}» para esta tarea en este equipo. Elija uno de: {models}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no raster “{path}”, given as “{field}”. Check the path or choose another.</source>
        <translation>No hay ningún ráster «{path}», dado como «{field}». Compruebe la ruta o elija otro.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}” is given both as before and as after, so nothing can have changed. Choose two images, or two sets of bands.</source>
        <translation>«{layer}» se da como antes y también como después, así que nada puede haber cambiado. Elija dos imágenes, o dos conjuntos de bandas.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.</source>
        <translation>«{layer}», dada como «{field}», no es una capa ráster. Elija un ráster.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” is always a file: give a path, or {temporary} for a temporary file.</source>
        <translation>«{output}» es siempre un archivo: dé una ruta, o {temporary} para un archivo temporal.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” would be written over “{layer}”. Choose another file for it.</source>
        <translation>«{output}» se escribiría sobre «{layer}». Elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}”: {reason}.</source>
        <translation>«{output}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. Open it in QGIS to see why, or choose another.</source>
        <translation>«{path}», dado como «{field}», no se puede leer como ráster: el archivo está dañado o es de un tipo desconocido. Ábralo en QGIS para ver por qué, o elija otro.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later one is brought onto the earlier one's grid. Choose images of the same season where you can.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Change probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changes&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Change mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Too many small specks: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint changes missing: lower it.&lt;/li&gt;&lt;li&gt;Outlines too wide or too narrow: look at the probability layer, then change the threshold.&lt;/li&gt;&lt;li&gt;Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift or field in “Align the image after”, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Las dos imágenes pueden diferir en sistema de coordenadas, tamaño de píxel, extensión, tipo de datos y nodata: la posterior se lleva a la malla de la anterior. Elija, si puede, imágenes de la misma estación.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidad de cambio&lt;/b&gt;: lo seguro que está el modelo, de 0 a 1, píxel a píxel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Cambios&lt;/b&gt;: contornos de todo lo que supera el umbral y es bastante seguro en algún punto, con área (m²), perímetro (m) y probabilidad media y máxima.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Máscara de cambio&lt;/b&gt;, si la pide: lo mismo como ráster de 0 y 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Consejos&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Demasiadas manchas pequeñas: aumente el área mínima conservada.&lt;/li&gt;&lt;li&gt;Falsas alarmas: aumente el umbral alto. Faltan cambios débiles: bájelo.&lt;/li&gt;&lt;li&gt;Contornos demasiado anchos o estrechos: mire la capa de probabilidad y luego cambie el umbral.&lt;/li&gt;&lt;li&gt;Se marcan bordes de tejados sin cambios: una imagen está desplazada respecto de la otra. Ejecute «Comprobar el par», y elija shift o field en «Alinear la imagen posterior», entre los parámetros avanzados.&lt;/li&gt;&lt;li&gt;Más exacto y más lento: aumento en la prueba con 4 u 8 vistas (parámetros avanzados).&lt;/li&gt;&lt;li&gt;Un primer vistazo a una imagen grande: elija una extensión pequeña. Una ejecución completa da a sus píxeles la misma probabilidad.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;p&gt;Maps what changed between two images of the same place. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía lo que cambió entre dos imágenes del mismo lugar. El modelo se ejecuta en este equipo; no se sube nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 0–1, no data where either image has none. Filter it later without running again.</source>
        <translation>Un ráster de 0–1, nodata donde alguna imagen no tiene datos. Fíltrelo después sin volver a ejecutar.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 1 where something changed, 0 elsewhere.</source>
        <translation>Un ráster de 1 donde algo cambió, 0 en lo demás.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change mask</source>
        <translation>Máscara de cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change probability</source>
        <translation>Probabilidad de cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed area (m²)</source>
        <translation>Área cambiada (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed share of the area with data (0–1)</source>
        <translation>Proporción cambiada del área con datos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Detect change</source>
        <translation>Detectar cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Maps what changed between an image from before and one from after.</source>
        <translation>Cartografía lo que cambió entre una imagen anterior y una posterior.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contornos de lo que cambió, con area_m2, perimeter_m, mean_prob y max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial</source>
        <translation>detección de cambios,diferencia,antes,después,dos fechas,bitemporal,aprendizaje profundo,ia,onnx,satélite,aérea</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;h3&gt;What it does&lt;/h3&gt;&lt;p&gt;The model was trained with the two images mixed into each other, more or less of that at each diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It also looks at every tile in several turned and mirrored views: where these disagree it is unsure.&lt;/p&gt;&lt;p&gt;With a point, parts of either image around it are covered one by one, and the raster tells by how much the probability at the point falls: which image, and which part of it, made the model say so.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probability by timestep&lt;/b&gt;: one band a timestep.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Agreement&lt;/b&gt;: mean and spread over timesteps, the share of them that say change (between 0 and 1 the answer depends on the timestep), mean and spread over views.&lt;/li&gt;&lt;li&gt;&lt;b&gt;What the answer at the point rests on&lt;/b&gt;: positive where a part adds to the probability.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes as long as one change map for each timestep and each view: choose a small extent.&lt;/li&gt;&lt;li&gt;The threshold was chosen for the model's own timestep; the others are not calibrated.&lt;/li&gt;&lt;li&gt;A model without further timesteps shows its own alone.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Qué hace&lt;/h3&gt;&lt;p&gt;El modelo se entrenó con las dos imágenes mezcladas entre sí, más o menos en cada paso de difusión. Donde dice lo mismo en todos los pasos, la respuesta no depende de esa elección. También mira cada tesela en varias vistas giradas y reflejadas: donde discrepan, no está seguro.&lt;/p&gt;&lt;p&gt;Con un punto, se tapan una a una partes de cada imagen a su alrededor, y el ráster dice cuánto baja la probabilidad en el punto: qué imagen, y qué parte, hizo responder así al modelo.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidad por paso&lt;/b&gt;: una banda por paso.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Acuerdo&lt;/b&gt;: media y dispersión sobre los pasos, proporción de los que dicen cambio (entre 0 y 1 la respuesta depende del paso), media y dispersión sobre las vistas.&lt;/li&gt;&lt;li&gt;&lt;b&gt;En qué se apoya la respuesta en el punto&lt;/b&gt;: positivo donde una parte aumenta la probabilidad.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Consejos&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Una ejecución tarda como un mapa de cambios por cada paso y cada vista: elija una extensión pequeña.&lt;/li&gt;&lt;li&gt;El umbral se eligió para el paso propio del modelo; los demás no están calibrados.&lt;/li&gt;&lt;li&gt;Un modelo sin más pasos muestra solo el suyo.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;p&gt;Maps what the answer of &lt;i&gt;Detect change&lt;/i&gt; depends on. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía de qué depende la respuesta de &lt;i&gt;Detectar cambios&lt;/i&gt;. El modelo se ejecuta en este equipo; no se sube nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A place on the images; click it on the map. Needed for the last output only.</source>
        <translation>Un lugar en las imágenes; haga clic en él en el mapa. Necesario solo para la última salida.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster around the point, a band for each image: what each part of it adds to the probability there.</source>
        <translation>Un ráster alrededor del punto, una banda por imagen: lo que cada parte añade allí a la probabilidad.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say change, mean and standard deviation over views (the uncertainty).</source>
        <translation>Un ráster de cinco bandas: media y desviación típica sobre los pasos, proporción de pasos que dicen cambio, media y desviación típica sobre las vistas (la incertidumbre).</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster with a band of change probability for each timestep.</source>
        <translation>Un ráster con una banda de probabilidad de cambio por cada paso.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain change</source>
        <translation>Explicar el cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain this place</source>
        <translation>Explicar este lugar</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images.</source>
        <translation>Cartografía de qué depende la respuesta de un mapa de cambios: el paso de difusión, la vista y partes de las imágenes.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over timesteps (0–1)</source>
        <translation>Desviación típica media sobre los pasos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over views (0–1)</source>
        <translation>Desviación típica media sobre las vistas (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Numbers such as 0, 200, 600, of those the model offers. Empty: all of them.</source>
        <translation>Números como 0, 200, 600, de los que ofrece el modelo. Vacío: todos.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability at the point (0–1)</source>
        <translation>Probabilidad en el punto (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability by timestep</source>
        <translation>Probabilidad por paso</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Share of the area where the answer depends on the timestep (0–1)</source>
        <translation>Proporción del área donde la respuesta depende del paso (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.</source>
        <translation>La respuesta depende del paso ({steps}) en {share:.2%} del área con datos.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the earlier image adds at the point</source>
        <translation>Lo máximo que una parte de la imagen anterior añade en el punto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the later image adds at the point</source>
        <translation>Lo máximo que una parte de la imagen posterior añade en el punto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Timesteps compared</source>
        <translation>Pasos comparados</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>What the answer at the point rests on</source>
        <translation>En qué se apoya la respuesta en el punto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change detection</source>
        <translation>explicar,incertidumbre,confianza,atribución,oclusión,paso,difusión,aumento en la prueba,detección de cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>“{text}” are no timesteps. Write them as 0, 200, 600.</source>
        <translation>«{text}» no son pasos. Escríbalos como 0, 200, 600.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>&lt;p&gt;Cuts tiles from images and polygons into the folder that &lt;code&gt;noise2map train&lt;/code&gt; reads, to fine-tune a model on your own area.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;One image for buildings; an image before and one after for change. &lt;b&gt;Labels&lt;/b&gt; are polygons of all buildings, or of all changes. Where you have not labelled everything, draw an &lt;b&gt;area&lt;/b&gt; inside which everything is labelled: beyond it nothing is learnt.&lt;/p&gt;&lt;h3&gt;Splits&lt;/h3&gt;&lt;p&gt;Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better than it is. The tiles are therefore split by place: validation at one end of the area, training in the middle, test at the other end, and a gap of left-out ground between.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;The folder, and in it &lt;code&gt;tiles.gpkg&lt;/code&gt; with the outline and the split of every tile. Look at it first with &lt;i&gt;Preview only&lt;/i&gt;; nothing else is written then.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; outside of QGIS, then add RUN/bundle on the settings page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Recorta de imágenes y polígonos las teselas de la carpeta que lee &lt;code&gt;noise2map train&lt;/code&gt;, para afinar un modelo en su propia zona.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Una imagen para edificios; una anterior y una posterior para cambios. Las &lt;b&gt;etiquetas&lt;/b&gt; son polígonos de todos los edificios, o de todos los cambios. Si no lo ha etiquetado todo, dibuje una &lt;b&gt;zona&lt;/b&gt; en la que todo esté etiquetado: más allá no se aprende nada.&lt;/p&gt;&lt;h3&gt;Reparto&lt;/h3&gt;&lt;p&gt;Las teselas vecinas se parecen, así que un modelo probado junto a donde se entrenó parece mejor de lo que es. Por eso las teselas se reparten por lugar: validación en un extremo de la zona, entrenamiento en el medio, prueba en el otro, y entre ellos una franja de terreno omitido.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;p&gt;La carpeta, y en ella &lt;code&gt;tiles.gpkg&lt;/code&gt; con el contorno y la parte de cada tesela. Mírelo primero con &lt;i&gt;Solo vista previa&lt;/i&gt;; entonces no se escribe nada más.&lt;/p&gt;&lt;h3&gt;Entrenamiento&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; fuera de QGIS; luego añada RUN/bundle en la página de ajustes.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A multiple of 32. Smaller tiles follow a small area more closely.</source>
        <translation>Un múltiplo de 32. Teselas menores siguen mejor una zona pequeña.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A new or an empty folder.</source>
        <translation>Una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Area in which everything is labelled</source>
        <translation>Zona en la que todo está etiquetado</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Cuts tiles from your images and polygons, to fine-tune a model on your own area.</source>
        <translation>Recorta teselas de sus imágenes y polígonos, para afinar un modelo en su zona.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Export training tiles</source>
        <translation>Exportar teselas de entrenamiento</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Folder of tiles</source>
        <translation>Carpeta de teselas</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Gap between splits (m; one tile if empty)</source>
        <translation>Separación entre partes (m; una tesela si está vacío)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground left out between two splits, rounded up to whole tiles.</source>
        <translation>Terreno omitido entre dos partes, redondeado a teselas enteras.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground sample distance of the tiles (m)</source>
        <translation>Tamaño de píxel en el terreno de las teselas (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image before (for change only)</source>
        <translation>Imagen anterior (solo para cambios)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image, or image after</source>
        <translation>Imagen, o imagen posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Labels: all buildings, or all changes</source>
        <translation>Etiquetas: todos los edificios, o todos los cambios</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Model to fine-tune</source>
        <translation>Modelo que se afina</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons in any coordinate reference system. Fifty are a start.</source>
        <translation>Polígonos en cualquier sistema de coordenadas. Cincuenta son un comienzo.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere.</source>
        <translation>Polígonos. Más allá la etiqueta se desconoce, y el entrenamiento no mira. Vacío: en todas partes.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Preview only: the outlines of the tiles</source>
        <translation>Solo vista previa: los contornos de las teselas</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for test (0–0.9)</source>
        <translation>Parte para la prueba (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for validation (0–0.9)</source>
        <translation>Parte para la validación (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The earlier of two images. Leave it empty for buildings.</source>
        <translation>La anterior de dos imágenes. Déjelo vacío para edificios.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The image of the buildings, or the later of two images.</source>
        <translation>La imagen de los edificios, o la posterior de dos.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The model “{}” has no task for these images; choose another.</source>
        <translation>El modelo «{}» no tiene tarea para estas imágenes; elija otro.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that chooses the threshold of the fine-tuned model.</source>
        <translation>La parte de las etiquetas que elige el umbral del modelo afinado.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that training never sees, to measure what it gained. 0: no test.</source>
        <translation>La parte de las etiquetas que el entrenamiento nunca ve, para medir lo ganado. 0: sin prueba.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tile size must be a multiple of 32 pixels.</source>
        <translation>El tamaño de tesela debe ser un múltiplo de 32 píxeles.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tiles get the bands, the stretch and a pixel size that this model takes.</source>
        <translation>Las teselas reciben las bandas, el estiramiento y un tamaño de píxel que toma este modelo.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tile size (pixels)</source>
        <translation>Tamaño de tesela (píxeles)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for test</source>
        <translation>Teselas de prueba</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for training</source>
        <translation>Teselas de entrenamiento</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for validation</source>
        <translation>Teselas de validación</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</source>
        <translation>Entrenar con: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Training tiles</source>
        <translation>Teselas de entrenamiento</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Writes tiles.gpkg alone, to look at the splits before anything else is written.</source>
        <translation>Escribe solo tiles.gpkg, para mirar el reparto antes de escribir lo demás.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation</source>
        <translation>entrenamiento,afinar,etiquetas,teselas,recortes,conjunto de datos,aprendizaje profundo,reparto,validación</translation>
    </message>
    <message>
        <location filename="../algorithms/feedback.py"/>
        <source>Tile {done} of {total}</source>
        <translation>Tesela {done} de {total}</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Megapixels a second</source>
        <translation>Megapíxeles por segundo</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Models to choose from</source>
        <translation>Modelos para elegir</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>More on the models</source>
        <translation>Más sobre los modelos</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Seconds taken</source>
        <translation>Segundos empleados</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² hallados, {share:.2%} de los {valid:,.0f} m² con datos.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} ({names}). Choose another layer, or choose its band in the advanced parameters to stand for all.</source>
        <translation>La capa «{layer}» tiene una sola banda (es pancromática, o no es una imagen), pero el modelo necesita {needed} ({names}). Elija otra capa, o elija su banda en los parámetros avanzados para que valga por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has no band {band}: it has {count}.</source>
        <translation>La capa «{layer}» no tiene la banda {band}: tiene {count}.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or choose one of its bands in the advanced parameters to stand for all.</source>
        <translation>La capa «{layer}» tiene {count} banda(s), pero el modelo necesita {needed} ({names}). Elija otra capa, o elija una de sus bandas en los parámetros avanzados para que valga por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, Export ▸ Save As…) and choose that file.</source>
        <translation>La capa «{layer}» {reason}. Guarde primero la parte que necesita como archivo ráster (clic derecho en la capa, Exportar ▸ Guardar como…) y elija ese archivo.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The no data value in the file of “{layer}” is switched off in QGIS, and not used.</source>
        <translation>El valor nodata del archivo de «{layer}» está desactivado en QGIS, y no se usa.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” has no coordinate system, so its place is unknown. Set one (right-click the layer, Layer CRS) and run again.</source>
        <translation>La capa de polígonos «{layer}» no tiene sistema de coordenadas, así que su lugar se desconoce. Asígnele uno (clic derecho en la capa, SRC de la capa) y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the field empty to use the whole image.</source>
        <translation>La capa «{layer}» no contiene ningún polígono. Compruebe su filtro y su selección, o deje el campo vacío para usar toda la imagen.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from a {service} service, which gives pictures, not pixel values</source>
        <translation>viene de un servicio {service}, que da imágenes y no valores de píxel</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from the {provider} provider of QGIS, and only files are read here</source>
        <translation>viene del proveedor {provider} de QGIS, y aquí solo se leen archivos</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>is a virtual raster, a formula on other layers that only QGIS computes</source>
        <translation>es un ráster virtual, una fórmula sobre otras capas que solo QGIS calcula</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>the extent {place} (xmin, ymin, xmax, ymax; {crs})</source>
        <translation>la extensión {place} (xmin, ymin, xmax, ymax; {crs})</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). Choose as many, or a single one to stand for all.</source>
        <translation>Se eligieron {chosen} bandas de la capa «{layer}», pero el modelo necesita {needed} ({names}, en este orden). Elija esas, o una sola que valga por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{count} polygon(s) of “{layer}”</source>
        <translation>{count} polígono(s) de «{layer}»</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” has the additional no data value {values}, as set in QGIS.</source>
        <translation>«{layer}» tiene el valor nodata adicional {values}, según QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” is read in {shown}, as set in QGIS; its file says {written}.</source>
        <translation>«{layer}» se lee en {shown}, según QGIS; su archivo dice {written}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source> (default)</source>
        <translation> (predeterminado)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licence: {licence}.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licencia: {licence}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>F1 on test data: {scores}.</source>
        <translation>F1 en datos de prueba: {scores}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Known to fail:</source>
        <translation>Fallos conocidos:</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Licence: {terms}</source>
        <translation>Licencia: {terms}</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.</source>
        <translation>Hecho para píxeles de {low:g}–{high:g} m; bandas: {bands}; umbral {threshold:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Test-time augmentation with {views} views, unless you choose otherwise.</source>
        <translation>Aumento en la prueba con {views} vistas, salvo que elija otra cosa.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (not open)</source>
        <translation>{name} (no abierta)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (open)</source>
        <translation>{name} (abierta)</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>un número con punto decimal, como 0.5</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a whole number, such as 128</source>
        <translation>un número entero, como 128</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>an expression without a value</source>
        <translation>una expresión sin valor</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>between {low:g} and {high:g}</source>
        <translation>entre {low:g} y {high:g}</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{low:g} or more</source>
        <translation>{low:g} o más</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {allowed}, not {number:g}.</source>
        <translation>{name} («{label}») debe ser {allowed}, no {number:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.</source>
        <translation>{name} («{label}») debe ser {kind}, no {value}. Corríjalo, o déjelo vacío.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A multiple of 32. Not set: the model's own. Smaller tiles need less memory.</source>
        <translation>Un múltiplo de 32. Sin definir: el del modelo. Teselas menores necesitan menos memoria.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A page with the verdict, pictures and figures. It is one file and needs no network.</source>
        <translation>Una página con el veredicto, vistas y cifras. Es un solo archivo y no necesita red.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes many false alarms. Not set: the model's own with its own threshold, {own}, and none with another threshold. 0 keeps all.</source>
        <translation>Una mancha se conserva solo si al menos uno de sus píxeles alcanza esta probabilidad (histéresis), lo que quita muchas falsas alarmas. Sin definir: la del modelo con su propio umbral, {own}, y ninguna con otro umbral. 0 las conserva todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}.</source>
        <translation>Un píxel cuenta desde esta probabilidad. Más baja halla más y yerra más. Sin definir: la del modelo, {own}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Align the image after</source>
        <translation>Alinear la imagen posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Diffusion timestep</source>
        <translation>Paso de difusión</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>High threshold (seed of a patch, 0–1)</source>
        <translation>Umbral alto (semilla de una mancha, 0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes.</source>
        <translation>Cuánto puede moverse un contorno para ser más simple o regular. 0: nada, o un píxel para esas formas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How to correct</source>
        <translation>Cómo corregir</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Not set: the model's own. More overlap takes longer and joins tiles more smoothly.</source>
        <translation>Sin definir: el del modelo. Más solape tarda más y une mejor las teselas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch that its edge cuts counts by what lies inside.</source>
        <translation>Nada se calcula fuera. La probabilidad de un píxel no depende de la extensión elegida; una mancha cortada por su borde cuenta por lo que queda dentro.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only in this extent</source>
        <translation>Solo en esta extensión</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only inside these polygons</source>
        <translation>Solo dentro de estos polígonos</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Overlap of tiles (pixels)</source>
        <translation>Solape de teselas (píxeles)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Shape of outlines</source>
        <translation>Forma de los contornos</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Simplificar los contornos en (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smaller patches are left out of mask, polygons and figures. 0 keeps them all.</source>
        <translation>Las manchas menores se omiten en máscara, polígonos y cifras. 0 las conserva todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smallest area kept (m²)</source>
        <translation>Área mínima conservada (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Stretch of pixel values</source>
        <translation>Estiramiento de los valores de píxel</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Test-time augmentation (views)</source>
        <translation>Aumento en la prueba (vistas)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The bands the model reads, in its order. None chosen: those that the file declares as the model's colours, else the first ones; the log says which. One chosen: it stands for all.</source>
        <translation>Las bandas que lee el modelo, en su orden. Ninguna elegida: las que el archivo declara como los colores del modelo, si no las primeras; el registro dice cuáles. Una elegida: vale por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. 2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful.</source>
        <translation>El modelo mira cada tesela tantas veces, girada y reflejada, y la media de sus respuestas es el mapa: menos errores, por unas tantas veces el tiempo. auto: como pide el modelo. 1: una vez, lo más rápido. 2: también girada 180 grados. 4: también reflejada. 8: todo ello también de lado, lo más cuidadoso.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. Licences: {licences}.</source>
        <translation>El modelo que se usa: uno que trae el complemento, o uno que usted añadió en su página de ajustes. Los scripts dan su nombre. Licencias: {licences}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The step of its training noise at which the model is read. auto: the one its card was scored with.</source>
        <translation>El paso del ruido de entrenamiento en que se lee el modelo. auto: aquel con que se evaluó su ficha.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Threshold (0–1)</source>
        <translation>Umbral (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do.</source>
        <translation>Las teselas que no tocan ningún polígono se saltan, los píxeles de fuera quedan sin datos. Sirve cualquier sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, where relief bends the images and they show it clearly, else one shift. Where no shift can be told nothing is moved; the log says what was done.</source>
        <translation>Qué hacer si la imagen posterior está a unos píxeles de la anterior. off: nada. shift: medir el desplazamiento común y devolver la imagen posterior. field: seguir un campo suave de desplazamientos donde el relieve deforma las imágenes y lo muestran con claridad, si no un solo desplazamiento. Si no se puede determinar ninguno no se mueve nada; el registro dice lo que se hizo.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Where the model runs. auto: the fastest one that works here. The log says which one really ran.</source>
        <translation>Dónde se ejecuta el modelo. auto: el más rápido que funciona aquí. El registro dice cuál se usó de verdad.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>auto: 8-bit images as they are, others by percentiles of the whole image. percentile: always by percentiles. none: values as they are.</source>
        <translation>auto: imágenes de 8 bits tal cual, otras por percentiles de toda la imagen. percentile: siempre por percentiles. none: valores tal cual.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a distance is given below.</source>
        <translation>exact: el contorno de los píxeles. simplified: menos esquinas. regular: ángulos rectos donde los muros casi lo son, con a lo sumo una décima parte del área de un polígono perdida o añadida. auto: exact, o simplified si abajo se da una distancia.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on those of the earlier image. field: that, along a smooth field of shifts where the images support one.</source>
        <translation>shift: se escribe otra posición en una copia, cada valor de píxel queda. resampled: los píxeles se ponen sobre los de la imagen anterior. field: eso, según un campo suave de desplazamientos donde las imágenes lo respaldan.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>0.02 means that the overall accuracy will be known to about ± 4 percentage points.</source>
        <translation>0.02 significa que la exactitud global se conocerá con unos ± 4 puntos porcentuales.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>&lt;p&gt;Draws stratified random points on a map of change or buildings. A person answers each with yes, no or can't tell; &lt;i&gt;Assess accuracy&lt;/i&gt; then estimates the accuracy and the true area, with confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third one, &lt;i&gt;possible&lt;/i&gt;: below the threshold, but not below the low threshold. What the map misses lies there.&lt;/p&gt;&lt;p&gt;With the images before and after (or one of them), a picture of every point is written beside the output, in a folder of its name, and shown in the form.&lt;/p&gt;&lt;h3&gt;How many points&lt;/h3&gt;&lt;p&gt;Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at least a fixed number in each stratum. A number of points in all overrides this.&lt;/p&gt;&lt;h3&gt;Answering&lt;/h3&gt;&lt;p&gt;Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: &lt;b&gt;y&lt;/b&gt; yes, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; can't tell; up and down in the list go to the next point. The map's own answer is not shown, so that it does not influence yours. Answer can't tell only where no image allows an answer.&lt;/p&gt;&lt;p&gt;The same map, settings and seed give the same points.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sortea puntos aleatorios estratificados en un mapa de cambios o de edificios. Una persona responde a cada uno sí, no o no se puede decir; &lt;i&gt;Evaluar la exactitud&lt;/i&gt; estima después la exactitud y el área verdadera, con intervalos de confianza.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Un ráster de probabilidad o una máscara (0 y 1). Cada clase es un estrato. Un ráster de probabilidad tiene un tercero, &lt;i&gt;posible&lt;/i&gt;: por debajo del umbral, pero no del umbral bajo. Ahí está lo que el mapa pasa por alto.&lt;/p&gt;&lt;p&gt;Con las imágenes anterior y posterior (o una de ellas) se escribe una vista de cada punto junto a la salida, en una carpeta de su nombre, y se muestra en el formulario.&lt;/p&gt;&lt;h3&gt;Cuántos puntos&lt;/h3&gt;&lt;p&gt;Los suficientes para el error estándar deseado de la exactitud global (Olofsson et al. 2014, ec. 13), y al menos un número fijo en cada estrato. Un número total de puntos prevalece.&lt;/p&gt;&lt;h3&gt;Responder&lt;/h3&gt;&lt;p&gt;Active la edición y abra la tabla de atributos en vista de formulario. El campo de respuesta toma el teclado: &lt;b&gt;y&lt;/b&gt; sí, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; no se puede decir; arriba y abajo en la lista van al punto siguiente. La respuesta del mapa no se muestra, para que no influya en la suya. Responda «no se puede decir» solo si ninguna imagen permite responder.&lt;/p&gt;&lt;p&gt;El mismo mapa, los mismos ajustes y la misma semilla dan los mismos puntos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A GeoPackage of points with an empty answer.</source>
        <translation>Un GeoPackage de puntos con respuesta vacía.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere.</source>
        <translation>Un ráster de probabilidad o una máscara (0 y 1) de cambios o de edificios, de este complemento o de otro lugar.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Another number draws other points; the same number draws the same ones.</source>
        <translation>Otro número sortea otros puntos; el mismo número sortea los mismos.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws random points on a map, to be answered with yes, no or can't tell.</source>
        <translation>Sortea puntos aleatorios en un mapa, para responder sí, no o no se puede decir.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Enough to recognise the place, for example a house with its neighbours.</source>
        <translation>Lo bastante para reconocer el lugar, por ejemplo una casa con sus vecinas.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability on, a pixel is a yes. A mask does not need it.</source>
        <translation>Desde esta probabilidad, un píxel es un sí. Una máscara no la necesita.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability up to the threshold, pixels are a stratum of their own.</source>
        <translation>Desde esta probabilidad hasta el umbral, los píxeles son un estrato propio.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Low threshold (0: no stratum “possible”)</source>
        <translation>Umbral bajo (0: sin estrato «posible»)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Map to check (probability or mask)</source>
        <translation>Mapa que se comprueba (probabilidad o máscara)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Number of points</source>
        <translation>Número de puntos</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Overrides the number computed from the standard error.</source>
        <translation>Prevalece sobre el número calculado del error estándar.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in all (from the standard error if empty)</source>
        <translation>Puntos en total (del error estándar si está vacío)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in each stratum, at least</source>
        <translation>Puntos en cada estrato, al menos</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in the stratum “{}”</source>
        <translation>Puntos en el estrato «{}»</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points to answer</source>
        <translation>Puntos por responder</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Rare classes need 50 to 100 points, whatever their area.</source>
        <translation>Las clases raras necesitan de 50 a 100 puntos, sea cual sea su área.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample points for checking</source>
        <translation>Puntos de muestra para comprobar</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Side of the ground in a picture (m)</source>
        <translation>Lado del terreno en una vista (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Standard error wanted of the overall accuracy</source>
        <translation>Error estándar deseado de la exactitud global</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The earlier image. The form then shows a picture of every point.</source>
        <translation>La imagen anterior. El formulario muestra entonces una vista de cada punto.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The later image, or the only one.</source>
        <translation>La imagen posterior, o la única.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The map to check cannot be loaded. Choose a raster layer.</source>
        <translation>El mapa que se comprueba no se puede cargar. Elija una capa ráster.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the mapped class that you expect to be true. Lower asks for more points.</source>
        <translation>La proporción de la clase cartografiada que espera verdadera. Menos pide más puntos.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the rest that you expect to be right.</source>
        <translation>La proporción del resto que espera correcta.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of no</source>
        <translation>Exactitud del usuario esperada del no</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of yes</source>
        <translation>Exactitud del usuario esperada del sí</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate</source>
        <translation>exactitud,validación,muestra aleatoria estratificada,olofsson,referencia,verdad terreno,estimación de área</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;An image from above in which single houses can be told apart. It may have any coordinate system, data type and nodata.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Building probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Buildings&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Building mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Sheds and cars in the result: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint roofs missing: lower it.&lt;/li&gt;&lt;li&gt;Ragged outlines: choose the regular shape, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Una imagen desde arriba en la que se distinguen casas sueltas. Sirve cualquier sistema de coordenadas, tipo de datos y nodata.&lt;/p&gt;&lt;h3&gt;Salida&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidad de edificio&lt;/b&gt;: lo seguro que está el modelo, de 0 a 1, píxel a píxel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Edificios&lt;/b&gt;: contornos de todo lo que supera el umbral y es bastante seguro en algún punto, con área (m²), perímetro (m) y probabilidad media y máxima.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Máscara de edificios&lt;/b&gt;, si la pide: lo mismo como ráster de 0 y 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Consejos&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Cobertizos y coches en el resultado: aumente el área mínima conservada.&lt;/li&gt;&lt;li&gt;Falsas alarmas: aumente el umbral alto. Faltan tejados débiles: bájelo.&lt;/li&gt;&lt;li&gt;Contornos irregulares: elija la forma regular, entre los parámetros avanzados.&lt;/li&gt;&lt;li&gt;Más exacto y más lento: aumento en la prueba con 4 u 8 vistas (parámetros avanzados).&lt;/li&gt;&lt;li&gt;Un primer vistazo a una imagen grande: elija una extensión pequeña. Una ejecución completa da a sus píxeles la misma probabilidad.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;p&gt;Maps the buildings in an image. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía los edificios de una imagen. El modelo se ejecuta en este equipo; no se sube nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 0–1, no data where the image has none. Filter it later without running again.</source>
        <translation>Un ráster de 0–1, nodata donde la imagen no tiene datos. Fíltrelo después sin volver a ejecutar.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 1 where a building stands, 0 elsewhere.</source>
        <translation>Un ráster de 1 donde hay un edificio, 0 en lo demás.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Bands of the image</source>
        <translation>Bandas de la imagen</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building mask</source>
        <translation>Máscara de edificios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building probability</source>
        <translation>Probabilidad de edificio</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Buildings</source>
        <translation>Edificios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up area (m²)</source>
        <translation>Área construida (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up share of the area with data (0–1)</source>
        <translation>Proporción construida del área con datos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Maps the buildings in an image.</source>
        <translation>Cartografía los edificios de una imagen.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contornos de los edificios, con area_m2, perimeter_m, mean_prob y max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Segment buildings</source>
        <translation>Segmentar edificios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial</source>
        <translation>edificios,casas,tejados,huellas,segmentación,extraer,aprendizaje profundo,ia,onnx,satélite,aérea</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>no change</source>
        <translation>sin cambio</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>{count} change(s)</source>
        <translation>{count} cambio(s)</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source> (over {over})</source>
        <translation> (sobre {over})</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; 95 % CI of F1 {low:.2f} to {high:.2f}</source>
        <translation>; IC del 95 % de F1 {low:.2f} a {high:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; high threshold {high_threshold:g}</source>
        <translation>; umbral alto {high_threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; test-time augmentation with {views} views</source>
        <translation>; aumento en la prueba con {views} vistas</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Cite as</source>
        <translation>Citar como</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Known to fail</source>
        <translation>Fallos conocidos</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Timestep and threshold chosen on</source>
        <translation>Paso y umbral elegidos en</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Without noise</source>
        <translation>Sin ruido</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>buildings</source>
        <translation>edificios</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>change</source>
        <translation>cambio</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}</source>
        <translation>píxeles de {low:g}–{high:g} m; bandas {bands}; umbral {threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</source>
        <translation>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Download it from the Python Package Index (pypi.org)</source>
        <translation>&amp;Descargarlo del Python Package Index (pypi.org)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Runs the models on:</source>
        <translation>&amp;Ejecuta los modelos en:</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&lt;p&gt;&lt;b&gt;Noise2Map runs its models with ONNX Runtime&lt;/b&gt;, a library that QGIS does not carry.&lt;/p&gt;&lt;p&gt;It goes into a folder of its own, &lt;code&gt;{folder}&lt;/code&gt;. Nothing inside QGIS is changed, and an update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the SHA-256 that the plugin carries.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Noise2Map ejecuta sus modelos con ONNX Runtime&lt;/b&gt;, una biblioteca que QGIS no trae.&lt;/p&gt;&lt;p&gt;Va en una carpeta propia, &lt;code&gt;{folder}&lt;/code&gt;. Nada cambia dentro de QGIS, y una actualización del complemento la conserva. Borre la carpeta para quitarla. Cada archivo se compara con el SHA-256 que trae el complemento.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 20 MB. Works on every computer.</source>
        <translation>Una descarga de unos 20 MB. Funciona en cualquier equipo.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without them the models run on the processor.</source>
        <translation>Una descarga de unos 300 MB. Necesita el controlador de NVIDIA, CUDA y cuDNN en este equipo; sin ellos los modelos se ejecutan en el procesador.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A graphics card by DirectML (Windows)</source>
        <translation>Una tarjeta gráfica por DirectML (Windows)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An NVIDIA graphics card (CUDA)</source>
        <translation>Una tarjeta gráfica NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An unknown wheel</source>
        <translation>Un wheel desconocido</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Choose the folder that holds the wheel.</source>
        <translation>Elija la carpeta que contiene el wheel.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>For graphics cards of any maker, by DirectX 12. A download of about 25 MB.</source>
        <translation>Para tarjetas gráficas de cualquier marca, por DirectX 12. Una descarga de unos 25 MB.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Installing…</source>
        <translation>Instalando…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Noise2Map – install the inference runtime</source>
        <translation>Noise2Map – instalar el motor de inferencia</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Start QGIS again to use it.</source>
        <translation>Reinicie QGIS para usarlo.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Take it from a &amp;folder of wheels (.whl), without internet</source>
        <translation>Tomarlo de una &amp;carpeta de wheels (.whl), sin internet</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The choice could not be stored: {error}.</source>
        <translation>La elección no se pudo guardar: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The folder must hold {package} {versions} for {machine}.</source>
        <translation>La carpeta debe contener {package} {versions} para {machine}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The processor</source>
        <translation>El procesador</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it only if you know where it is from.

SHA-256: {sha256}

Install it all the same?</source>
        <translation>{file} no es uno de los wheels que conoce esta versión de Noise2Map. Un wheel es un programa: instálelo solo si sabe de dónde viene.

SHA-256: {sha256}

¿Instalarlo de todos modos?</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Cancelled. Nothing was installed.</source>
        <translation>Cancelado. No se instaló nada.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Installing ONNX Runtime</source>
        <translation>Instalando ONNX Runtime</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime could not be installed into {folder}: {error}.</source>
        <translation>ONNX Runtime no se pudo instalar en {folder}: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not run on this machine: {error}. Nothing was installed.</source>
        <translation>ONNX Runtime no se ejecuta en este equipo: {error}. No se instaló nada.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed.</source>
        <translation>ONNX Runtime no arranca en {seconds} segundos en este equipo. No se instaló nada.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime {version} is installed.</source>
        <translation>ONNX Runtime {version} está instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>There is no wheel of {package} for this machine ({machine}) in {where}. Versions wanted: {versions}.</source>
        <translation>No hay ningún wheel de {package} para este equipo ({machine}) en {where}. Versiones buscadas: {versions}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings (Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder.</source>
        <translation>No se puede acceder a {address}: {error}. Compruebe la conexión y el proxy de QGIS (Configuración, Opciones, Red), ponga en PIP_INDEX_URL el espejo que usa, o instale desde una carpeta.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} is not an https address, so what comes from it can be changed on its way. Set PIP_INDEX_URL to the https address of a package index, or install from a folder.</source>
        <translation>{address} no es una dirección https, así que lo que venga de ella puede cambiarse por el camino. Ponga en PIP_INDEX_URL la dirección https de un índice de paquetes, o instale desde una carpeta.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.</source>
        <translation>{file} es mayor de lo que puede ser un wheel de ONNX Runtime. No se instaló nada.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). Nothing was installed.</source>
        <translation>{file} no es uno de los wheels que conoce esta versión de Noise2Map (SHA-256 {sha256}). No se instaló nada.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{package} is not made for this system ({machine}). Choose another runtime.</source>
        <translation>{package} no existe para este sistema ({machine}). Elija otro motor.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was installed. Try again later, or from another place.</source>
        <translation>{place} no es el {file} con que se probó Noise2Map (su SHA-256 difiere). No se instaló nada. Inténtelo más tarde, o desde otro lugar.</translation>
    </message>
    <message>
        <location filename="../gui/launcher.py"/>
        <source>The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins.</source>
        <translation>El complemento Processing está desactivado. Actívelo en Complementos, Administrar e instalar complementos.</translation>
    </message>
    <message>
        <location filename="../gui/model_store.py"/>
        <source>The model “{name}” comes with the plugin and stays.</source>
        <translation>El modelo «{name}» viene con el complemento y se queda.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Bands of one image</source>
        <translation>&amp;Bandas de una imagen</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Class that is mapped</source>
        <translation>&amp;Clase que se cartografía</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Licence of the weights</source>
        <translation>&amp;Licencia de los pesos</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Pixels on the ground</source>
        <translation>&amp;Píxeles en el terreno</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Task</source>
        <translation>&amp;Tarea</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(choose)</source>
        <translation>(elegir)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(enter)</source>
        <translation>(escribir)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 a 1 (divididos por 255)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as for ImageNet</source>
        <translation>0 a 1, estandarizados como para ImageNet</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as the file says</source>
        <translation>0 a 1, estandarizados como dice el archivo</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 255, as they are</source>
        <translation>0 a 255, tal cual</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Add an ONNX file</source>
        <translation>Añadir un archivo ONNX</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Gives {output}.</source>
        <translation>Da {output}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Pixel &amp;values</source>
        <translation>&amp;Valores de píxel</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>T&amp;hreshold</source>
        <translation>&amp;Umbral</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Takes {inputs} ({layout}, {type}), {channels} bands in all.</source>
        <translation>Toma {inputs} ({layout}, {type}), {channels} bandas en total.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>The file does not say all. Please fill in: {fields}.</source>
        <translation>El archivo no lo dice todo. Rellene: {fields}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>background</source>
        <translation>fondo</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>bands (as many as it takes of one image)</source>
        <translation>bandas (tantas como toma de una imagen)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>class that is mapped</source>
        <translation>clase que se cartografía</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example CC BY 4.0, or unknown</source>
        <translation>por ejemplo CC BY 4.0, o desconocida</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example red, green, blue</source>
        <translation>por ejemplo rojo, verde, azul</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>licence</source>
        <translation>licencia</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>one image: where something is</source>
        <translation>una imagen: dónde está algo</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>pixel values</source>
        <translation>valores de píxel</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>size of pixels on the ground</source>
        <translation>tamaño de los píxeles en el terreno</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the only one</source>
        <translation>la única</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the other one</source>
        <translation>la otra</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>two dates: what changed</source>
        <translation>dos fechas: qué cambió</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>No change is chosen.</source>
        <translation>No hay ningún cambio elegido.</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>The change in the image before and in the image after</source>
        <translation>El cambio en la imagen anterior y en la posterior</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest building</source>
        <translation>Edificio mayor</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest change</source>
        <translation>Cambio mayor</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No building was found.</source>
        <translation>No se halló ningún edificio.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No change was found.</source>
        <translation>No se halló ningún cambio.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Review changes…</source>
        <translation>Revisar los cambios…</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} edificios, {area:,.0f} m² en total ({share:.1%} del área con datos).</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} cambios, {area:,.0f} m² en total ({share:.1%} del área con datos).</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} cannot be written: {error}.</source>
        <translation>{path} no se puede escribir: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} has no known ending. Choose one of: {endings}.</source>
        <translation>{path} no tiene una extensión conocida. Elija una de: {endings}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} is the layer itself. Choose another file.</source>
        <translation>{path} es la propia capa. Elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>%v of %m looked at</source>
        <translation>%v de %m vistos</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;After</source>
        <translation>&amp;Después</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;Before</source>
        <translation>&amp;Antes</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Chan&amp;ges</source>
        <translation>&amp;Cambios</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Change {number} of {count}</source>
        <translation>Cambio {number} de {count}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Choose a layer of changes.</source>
        <translation>Elija una capa de cambios.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept</source>
        <translation>Exportar lo conservado</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept…</source>
        <translation>Exportar lo conservado…</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Flicker</source>
        <translation>Parpadear</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next open</source>
        <translation>Siguiente abierto</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Review changes</source>
        <translation>Revisar los cambios</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Swipe</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>The &amp;map follows</source>
        <translation>El &amp;mapa sigue</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>There is no change in this layer.</source>
        <translation>No hay ningún cambio en esta capa.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Those not &amp;looked at, too</source>
        <translation>También los &amp;no vistos</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>kept</source>
        <translation>conservado</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>not decided</source>
        <translation>sin decidir</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>probability {mean:.2f}, highest {highest:.2f}</source>
        <translation>probabilidad {mean:.2f}, máxima {highest:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{area:,.0f} m²</source>
        <translation>{area:,.0f} m²</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{count} changes were written to {path}.</source>
        <translation>Se escribieron {count} cambios en {path}.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{kept} kept, {rejected} rejected</source>
        <translation>{kept} conservados, {rejected} rechazados</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install again…</source>
        <translation>&amp;Instalar de nuevo…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install…</source>
        <translation>&amp;Instalar…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Memory for one tile, at most</source>
        <translation>&amp;Memoria para una tesela, como mucho</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Test…</source>
        <translation>&amp;Probar…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&lt;b&gt;ONNX Runtime is not installed.&lt;/b&gt; Without it no model can run.</source>
        <translation>&lt;b&gt;ONNX Runtime no está instalado.&lt;/b&gt; Sin él no se ejecuta ningún modelo.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>A model that needs more for one tile is refused before it runs.</source>
        <translation>Un modelo que necesita más para una tesela se rechaza antes de ejecutarse.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Inference runtime</source>
        <translation>Motor de inferencia</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>ONNX Runtime is installed. Devices: {devices}.</source>
        <translation>ONNX Runtime está instalado. Dispositivos: {devices}.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Of the processor. Fewer leave room for other work.</source>
        <translation>Del procesador. Menos dejan sitio a otros trabajos.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Runs the default model on a small drawn pair, and says which device ran and how fast.</source>
        <translation>Ejecuta el modelo predeterminado en un pequeño par dibujado, y dice qué dispositivo se usó y a qué velocidad.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>T&amp;hreads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>There is no model for Detect change to test with.</source>
        <translation>No hay ningún modelo de «Detectar cambios» con que probar.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn town).</source>
        <translation>Funciona: {device} ejecutó «{model}» a {speed:.2f} megapíxeles por segundo ({found} cambios hallados en una ciudad dibujada).</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>Testing Noise2Map</source>
        <translation>Probando Noise2Map</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>The test was cancelled.</source>
        <translation>La prueba se canceló.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Open the models' folder</source>
        <translation>Abrir la carpeta de &amp;modelos</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from a ZIP</source>
        <translation>Añadir un modelo desde un ZIP</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from its folder (the one with card.json in it)</source>
        <translation>Añadir un modelo desde su carpeta (la que tiene card.json)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a network that was exported elsewhere</source>
        <translation>Añadir una red exportada en otro lugar</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add an ON&amp;NX file…</source>
        <translation>Añadir un archivo O&amp;NNX…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;ZIP…</source>
        <translation>Añadir desde &amp;ZIP…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;folder…</source>
        <translation>Añadir desde &amp;carpeta…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Added “{title}”. It can be chosen in the algorithms now.</source>
        <translation>«{title}» añadido. Ya se puede elegir en los algoritmos.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Does</source>
        <translation>Hace</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Model (*.zip)</source>
        <translation>Modelo (*.zip)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Name in algorithms</source>
        <translation>Nombre en los algoritmos</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Not usable</source>
        <translation>No utilizable</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>ONNX file (*.onnx)</source>
        <translation>Archivo ONNX (*.onnx)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove a model</source>
        <translation>Quitar un modelo</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove the model “{title}” and its files?</source>
        <translation>¿Quitar el modelo «{title}» y sus archivos?</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Removed “{title}”.</source>
        <translation>«{title}» quitado.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>added by you</source>
        <translation>añadido por usted</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>the plugin</source>
        <translation>el complemento</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>{name} (default)</source>
        <translation>{name} (predeterminado)</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Detect change…</source>
        <translation>Detectar cambios…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install the inference runtime…</source>
        <translation>Instalar el motor de inferencia…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Models and settings…</source>
        <translation>Modelos y ajustes…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>ONNX Runtime is needed to run the models, and is not installed yet.</source>
        <translation>Se necesita ONNX Runtime para ejecutar los modelos, y aún no está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Segment buildings…</source>
        <translation>Segmentar edificios…</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Noise2Map – change and buildings from imagery</source>
        <translation>Noise2Map – cambios y edificios a partir de imágenes</translation>
    </message>
</context>
</TS>
