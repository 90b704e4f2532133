<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Noise2Map</name>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>1 where the class is true, 0 elsewhere; any grid that overlaps the map.</source>
        <translation>1 là où la classe est vraie, 0 ailleurs ; toute grille qui recouvre la carte.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>&lt;p&gt;Says how good a map of change or buildings is, and how large the true area is, with 95 % confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; of &lt;i&gt;Sample points for checking&lt;/i&gt;, answered. Unsaved answers count, too. Without a map, the one that the points were drawn on is assessed; with another map of the place, that one.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygons or a raster&lt;/b&gt; of all that is true: every pixel of the map is compared. There is no sampling error then, and no interval.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true area corrects the area on the map by the errors found.&lt;/p&gt;&lt;p&gt;Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dit la qualité d’une carte de changements ou de bâtiments, et la surface réelle, avec des intervalles de confiance à 95 %.&lt;/p&gt;&lt;h3&gt;Entrée&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; de &lt;i&gt;Points d’échantillon à vérifier&lt;/i&gt;, avec réponses. Les réponses non enregistrées comptent aussi. Sans carte, celle sur laquelle les points ont été tirés est évaluée ; avec une autre carte du lieu, celle-ci.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygones ou raster&lt;/b&gt; de tout ce qui est vrai : chaque pixel de la carte est comparé. Il n’y a alors ni erreur d’échantillonnage ni intervalle.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;p&gt;Un rapport (HTML), et chacun de ses chiffres comme sortie. Les exactitudes sont pondérées par la surface. La surface réelle corrige celle de la carte des erreurs trouvées.&lt;/p&gt;&lt;p&gt;Estimateurs : Stehman 2014 ; quand les strates sont les classes de la carte, ils sont ceux d’Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, éq. 2–11).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Answered points, or polygons of what is true</source>
        <translation>Points avec réponses, ou polygones de ce qui est vrai</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area assessed (m²)</source>
        <translation>Surface évaluée (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area on the map (m²)</source>
        <translation>Surface sur la carte (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Assess accuracy</source>
        <translation>Évaluer l’exactitude</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Choose one reference: answered points, polygons, or a raster of what is true.</source>
        <translation>Choisissez une référence : des points avec réponses, des polygones, ou un raster de ce qui est vrai.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Estimates the accuracy of a map and the true area, with confidence intervals.</source>
        <translation>Estime l’exactitude d’une carte et la surface réelle, avec des intervalles de confiance.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>F1 of yes (0–1)</source>
        <translation>F1 du oui (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Figures for models and scripts</source>
        <translation>Chiffres pour modèles et scripts</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>From this probability on, a pixel of the map is a yes. A mask does not need it.</source>
        <translation>À partir de cette probabilité, un pixel de la carte est un oui. Un masque n’en a pas besoin.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Intersection over union of yes (0–1)</source>
        <translation>Intersection sur union du oui (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Map (probability or mask)</source>
        <translation>Carte (probabilité ou masque)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Needed for polygons and rasters. With points: empty for the map that they were drawn on.</source>
        <translation>Nécessaire avec des polygones et des rasters. Avec des points : vide pour la carte sur laquelle ils ont été tirés.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>One HTML file that needs nothing else.</source>
        <translation>Un seul fichier HTML qui n’a besoin de rien d’autre.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Or a raster of what is true (0 and 1)</source>
        <translation>Ou un raster de ce qui est vrai (0 et 1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Overall accuracy (0–1)</source>
        <translation>Exactitude globale (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points of Sample points for checking with answers, or polygons of all that is true on the map.</source>
        <translation>Points de « Points d’échantillon à vérifier » avec réponses, ou polygones de tout ce qui est vrai sur la carte.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: no on the map and in the reference</source>
        <translation>Points ou pixels : non sur la carte et dans la référence</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes in the reference only</source>
        <translation>Points ou pixels : oui dans la référence seulement</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map and in the reference</source>
        <translation>Points ou pixels : oui sur la carte et dans la référence</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map only</source>
        <translation>Points ou pixels : oui sur la carte seulement</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points that could not be told</source>
        <translation>Points impossibles à trancher</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Producer's accuracy of yes, recall (0–1)</source>
        <translation>Exactitude du producteur du oui, rappel (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>The reference cannot be loaded. Choose a layer of points or polygons, or a raster.</source>
        <translation>La référence ne peut pas être chargée. Choisissez une couche de points ou de polygones, ou un raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Threshold of a probability</source>
        <translation>Seuil d’une probabilité</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area (m²)</source>
        <translation>Surface réelle (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</source>
        <translation>Surface réelle : {area:,.0f} ± {half:,.0f} m² ; F1 {f1:.3f}.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>User's accuracy of yes, precision (0–1)</source>
        <translation>Exactitude de l’utilisateur du oui, précision (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson</source>
        <translation>exactitude,matrice de confusion,f1,iou,exactitude de l’utilisateur,exactitude du producteur,estimation de surface,olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>{figure}: half of the 95 % interval</source>
        <translation>{figure} : moitié de l’intervalle à 95 %</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Before mapping</source>
        <translation>Avant de cartographier</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Checking and accuracy</source>
        <translation>Vérification et exactitude</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Maps from imagery</source>
        <translation>Cartes à partir d’images</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Training data</source>
        <translation>Données d’entraînement</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;Three or more images of one place, in any order. Their dates are taken, in this order, from the table of dates, the dates given, the temporal properties of the layers, and the names of layers, files and folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.&lt;/p&gt;&lt;h3&gt;What is consistent over time&lt;/h3&gt;&lt;p&gt;Each image is compared with the next one. What one image shows and neither of its neighbours shows is noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where an image has no data, its neighbours are compared with each other.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changes with dates&lt;/b&gt;: outlines, each with the dates of the images between which it changed. Open the Temporal Controller and press play.&lt;/li&gt;&lt;li&gt;&lt;b&gt;First change&lt;/b&gt;, &lt;b&gt;Last change&lt;/b&gt;: the number of the date that shows it, with a legend.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Number of changes&lt;/b&gt;: 2 where something was built and pulled down again, for example.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confidence&lt;/b&gt;: the weakest of the answers that make up a pixel's timeline.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes about as long as Detect change on each two neighbouring images, and up to twice that where much changes.&lt;/li&gt;&lt;li&gt;Images of one season give fewer false alarms than images of all seasons.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrée&lt;/h3&gt;&lt;p&gt;Trois images ou plus d’un même lieu, dans n’importe quel ordre. Leurs dates sont prises, dans cet ordre, de la table des dates, des dates données, des propriétés temporelles des couches, et des noms de couches, fichiers et dossiers (2019, 2019-08, 20190818, 2019_08_18). Toutes les images sont amenées sur la grille de la plus ancienne.&lt;/p&gt;&lt;h3&gt;Ce qui est cohérent dans le temps&lt;/h3&gt;&lt;p&gt;Chaque image est comparée à la suivante. Ce qu’une image montre et qu’aucune de ses voisines ne montre est du bruit et est écarté ; la première et la dernière n’ont qu’une voisine, leur bruit reste donc. Là où une image n’a pas de données, ses voisines sont comparées entre elles.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changements datés&lt;/b&gt; : contours, chacun avec les dates des images entre lesquelles il a changé. Ouvrez le contrôleur temporel et lancez la lecture.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Premier changement&lt;/b&gt;, &lt;b&gt;Dernier changement&lt;/b&gt; : le numéro de la date qui le montre, avec une légende.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Nombre de changements&lt;/b&gt; : 2 là où quelque chose a été construit puis démoli, par exemple.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confiance&lt;/b&gt; : la plus faible des réponses qui font la chronologie d’un pixel.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Conseils&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Un calcul dure à peu près autant que « Détecter les changements » sur chaque couple d’images voisines, et jusqu’au double là où beaucoup change.&lt;/li&gt;&lt;li&gt;Des images d’une même saison donnent moins de fausses alertes que des images de toutes les saisons.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;p&gt;Maps when each place changed over three or more images of it. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie quand chaque lieu a changé sur trois images ou plus. Le modèle tourne sur cet ordinateur ; rien n’est envoyé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster of 0–1: the probability of the least sure of the answers that make the timeline of a pixel.</source>
        <translation>Un raster de 0–1 : la probabilité de la moins sûre des réponses qui font la chronologie d’un pixel.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: how many times each pixel changed.</source>
        <translation>Un raster : combien de fois chaque pixel a changé.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the first change, from 1 for the second image; 0 is none.</source>
        <translation>Un raster : le numéro de la date qui montre le premier changement, à partir de 1 pour la deuxième image ; 0 : aucun.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the last change, from 1 for the second image; 0 is none.</source>
        <translation>Un raster : le numéro de la date qui montre le dernier changement, à partir de 1 pour la deuxième image ; 0 : aucun.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A table with the columns name (of the layer or file) and date. It counts before all else.</source>
        <translation>Une table avec les colonnes name (de la couche ou du fichier) et date. Elle l’emporte sur tout le reste.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change for two.</source>
        <translation>Une chronologie demande trois images ou plus, non {count}. Choisissez-en plus dans « {field} », ou utilisez « Détecter les changements » pour deux.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area that changed at least once (m²)</source>
        <translation>Surface changée au moins une fois (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area with data (m²)</source>
        <translation>Surface avec données (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Bands of the images</source>
        <translation>Bandes des images</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change left out as noise, over all pairs (m²)</source>
        <translation>Changement écarté comme bruit, sur tous les couples (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change timeline</source>
        <translation>Chronologie des changements</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Changes with dates</source>
        <translation>Changements datés</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Dates of the images</source>
        <translation>Dates des images</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Device that ran the model</source>
        <translation>Appareil qui a exécuté le modèle</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>First change</source>
        <translation>Premier changement</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Its share of the area with data (0–1)</source>
        <translation>Sa part de la surface avec données (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Last change</source>
        <translation>Dernier changement</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Maps when each place changed over three or more images: first and last, how often, how sure.</source>
        <translation>Cartographie quand chaque lieu a changé sur trois images ou plus : d’abord et enfin, combien de fois, avec quelle certitude.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of changes</source>
        <translation>Nombre de changements</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of polygons</source>
        <translation>Nombre de polygones</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: from the layers' temporal properties, else from their names.</source>
        <translation>Une date par image, dans l’ordre des images, séparées par des virgules : 2015, 2017-06, 20190818. Vide : des propriétés temporelles des couches, sinon de leurs noms.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Outlines of the changes with begin and end, the dates between which each happened. The Temporal Controller plays them as they are.</source>
        <translation>Contours des changements avec begin et end, les dates entre lesquelles chacun a eu lieu. Le contrôleur temporel les joue tels quels.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Table of dates</source>
        <translation>Table des dates</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.</source>
        <translation>Les bandes que lit le modèle, dans son ordre, les mêmes pour toutes les images : 3, 2, 1. Vide : les premières.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Three or more images of one place, in any order.</source>
        <translation>Trois images ou plus d’un même lieu, dans n’importe quel ordre.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep learning,ai,onnx</source>
        <translation>détection de changement,série temporelle,chronologie,temporel,multitemporel,historique,dates,construction,apprentissage profond,ia,onnx</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² changés au moins une fois, {share:.2%} des {valid:,.0f} m² avec données.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>“{text}” are no band numbers. Write them as 3, 2, 1.</source>
        <translation>« {text} » ne sont pas des numéros de bandes. Écrivez-les comme 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>&lt;p&gt;Says what to expect of a pair before Detect change runs: the ground both images cover, their pixel sizes beside those the model is made for, how much light and season differ, clouds and missing data, and by how much the later image lies off the earlier one. No model is run.&lt;/p&gt;&lt;h3&gt;Misregistration&lt;/h3&gt;&lt;p&gt;The shift is measured by phase correlation in up to 100 patches, and is told only if the patches agree. Where they do not (woods, water, fields, much change), the answer is that it cannot be told, and nothing is moved: a wrong shift is worse than none.&lt;/p&gt;&lt;p&gt;Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns and shadows, not the ground.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Report&lt;/b&gt;: a page with the verdict, both images, a checkerboard, arrows of the shifts found and the figures.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image after, corrected&lt;/b&gt;, if you ask for it. &lt;i&gt;shift&lt;/i&gt; writes another position into a copy and leaves every pixel value; &lt;i&gt;resampled&lt;/i&gt; puts the pixels on those of the earlier image; &lt;i&gt;field&lt;/i&gt; also follows a smooth field, where the images support one.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Detect change can do the same by itself: its advanced parameter “Align the image after”.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dit à quoi s’attendre d’une paire avant que « Détecter les changements » ne tourne : le terrain que couvrent les deux images, leurs tailles de pixel à côté de celles pour lesquelles le modèle est fait, combien la lumière et la saison diffèrent, les nuages et les données manquantes, et de combien l’image récente est décalée. Aucun modèle ne tourne.&lt;/p&gt;&lt;h3&gt;Défaut de recalage&lt;/h3&gt;&lt;p&gt;Le décalage est mesuré par corrélation de phase dans jusqu’à 100 fragments, et n’est dit que si les fragments s’accordent. Sinon (bois, eau, champs, beaucoup de changements), la réponse est qu’il ne peut être établi, et rien n’est déplacé : un faux décalage est pire qu’aucun.&lt;/p&gt;&lt;p&gt;Là où le relief déforme les images, le décalage peut varier doucement : un champ. Dans les bois il suit les cimes et les ombres, non le sol.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Rapport&lt;/b&gt; : une page avec le verdict, les deux images, un damier, les flèches des décalages trouvés et les chiffres.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image après, corrigée&lt;/b&gt;, si vous la demandez. &lt;i&gt;shift&lt;/i&gt; écrit une autre position dans une copie et laisse chaque valeur de pixel ; &lt;i&gt;resampled&lt;/i&gt; met les pixels sur ceux de l’image ancienne ; &lt;i&gt;field&lt;/i&gt; suit aussi un champ lisse, là où les images en soutiennent un.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;« Détecter les changements » peut en faire autant lui-même : son paramètre avancé « Aligner l’image après ».&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Alignment to run Detect change with: off, shift or field</source>
        <translation>Alignement à donner à « Détecter les changements » : off, shift ou field</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image after</source>
        <translation>Bandes de l’image après</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image before</source>
        <translation>Bandes de l’image avant</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Check pair</source>
        <translation>Vérifier la paire</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Correlation of the grey values of both images</source>
        <translation>Corrélation des niveaux de gris des deux images</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Difference of mean brightness (0–255)</source>
        <translation>Différence de luminosité moyenne (0–255)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after</source>
        <translation>Image après</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after, corrected</source>
        <translation>Image après, corrigée</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image before</source>
        <translation>Image avant</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far east (0 if it cannot be told)</source>
        <translation>Mètres dont l’image récente est trop à l’est (0 si cela ne peut être établi)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far north (0 if it cannot be told)</source>
        <translation>Mètres dont l’image récente est trop au nord (0 si cela ne peut être établi)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the earlier image (m)</source>
        <translation>Taille de pixel de l’image ancienne (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the later image (m)</source>
        <translation>Taille de pixel de l’image récente (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Says whether two images are fit for Detect change, and by how much the later one lies off.</source>
        <translation>Dit si deux images conviennent à « Détecter les changements », et de combien la récente est décalée.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's data that the later one has data for, too (0–1)</source>
        <translation>Part des données de l’image ancienne pour laquelle la récente en a aussi (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's grid with data in both (0–1)</source>
        <translation>Part de la grille de l’image ancienne avec données dans les deux (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the earlier image: cloud, snow, glare (0–1)</source>
        <translation>Part blanche et unie dans l’image ancienne : nuages, neige, reflets (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the later image (0–1)</source>
        <translation>Part blanche et unie dans l’image récente (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The later image where it belongs. If no shift can be told, or it is less than half a pixel, this is the image as it is, and a warning says so.</source>
        <translation>L’image récente à sa place. Si aucun décalage ne peut être établi, ou s’il est de moins d’un demi-pixel, c’est l’image telle quelle, et un avertissement le dit.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, east</source>
        <translation>La même chose en pixels, vers l’est</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, north</source>
        <translation>La même chose en pixels, vers le nord</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Uncertainty of the shift in pixels</source>
        <translation>Incertitude du décalage en pixels</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Verdict: good, caution or problem</source>
        <translation>Verdict : good, caution ou problem</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the images support a smooth field of shifts</source>
        <translation>Si les images soutiennent un champ lisse de décalages</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the shift can be told</source>
        <translation>Si le décalage peut être établi</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase correlation</source>
        <translation>recalage,corecalage,défaut de recalage,décalage,alignement,recouvrement,nuages,qualité,avant,après,corrélation de phase</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>Choose a raster layer in “{field}”.</source>
        <translation>Choisissez une couche raster dans « {field} ».</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, Install the inference runtime… It takes one click and changes nothing inside QGIS.</source>
        <translation>ONNX Runtime, qui exécute les modèles, n’est pas installé. Choisissez Extensions, Noise2Map, Installer le moteur d’inférence… Un clic suffit et rien ne change dans QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The device {device} is not present on this computer. Choose one of: {present}.</source>
        <translation>L’appareil {device} n’est pas présent sur cet ordinateur. Choisissez parmi : {present}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The map cannot be averaged over {views} views. Choose one of: {choices}.</source>
        <translation>La carte ne peut pas être moyennée sur {views} vues. Choisissez parmi : {choices}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The model “{model}” offers no timestep {step}. Choose one of: {offered}.</source>
        <translation>Le modèle « {model} » n’offre pas le pas de temps {step}. Choisissez parmi : {offered}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model for this task on this computer. Install the plugin again, or add a model in Plugins, Noise2Map, Models and settings.</source>
        <translation>Il n’y a pas de modèle pour cette tâche sur cet ordinateur. Réinstallez l’extension, ou ajoutez un modèle dans Extensions, Noise2Map, Modèles et réglages.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model “{name}” on this computer for this task. Choose one of: {models}.</source>
        <translation>Il n’y a pas de modèle « {name} » pour cette tâche sur cet ordinateur. Choisissez parmi : {models}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no raster “{path}”, given as “{field}”. Check the path or choose another.</source>
        <translation>Il n’y a pas de raster « {path} », donné comme « {field} ». Vérifiez le chemin ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}” is given both as before and as after, so nothing can have changed. Choose two images, or two sets of bands.</source>
        <translation>« {layer} » est donnée à la fois comme avant et comme après, rien ne peut donc avoir changé. Choisissez deux images, ou deux jeux de bandes.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.</source>
        <translation>« {layer} », donnée comme « {field} », n’est pas une couche raster. Choisissez un raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” is always a file: give a path, or {temporary} for a temporary file.</source>
        <translation>« {output} » est toujours un fichier : donnez un chemin, ou {temporary} pour un fichier temporaire.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” would be written over “{layer}”. Choose another file for it.</source>
        <translation>« {output} » serait écrit par-dessus « {layer} ». Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}”: {reason}.</source>
        <translation>« {output} » : {reason}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. Open it in QGIS to see why, or choose another.</source>
        <translation>« {path} », donné comme « {field} », ne peut pas être lu comme raster : le fichier est abîmé ou d’un type inconnu. Ouvrez-le dans QGIS pour voir pourquoi, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later one is brought onto the earlier one's grid. Choose images of the same season where you can.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Change probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changes&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Change mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Too many small specks: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint changes missing: lower it.&lt;/li&gt;&lt;li&gt;Outlines too wide or too narrow: look at the probability layer, then change the threshold.&lt;/li&gt;&lt;li&gt;Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift or field in “Align the image after”, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrée&lt;/h3&gt;&lt;p&gt;Les deux images peuvent différer par leur système de coordonnées, taille de pixel, emprise, type de données et nodata : la plus récente est amenée sur la grille de la plus ancienne. Choisissez si possible des images de la même saison.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilité de changement&lt;/b&gt; : la certitude du modèle, de 0 à 1, pixel par pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changements&lt;/b&gt; : contours de tout ce qui dépasse le seuil et est assez sûr quelque part, avec surface (m²), périmètre (m), probabilité moyenne et maximale.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Masque de changement&lt;/b&gt;, si vous le demandez : la même chose en raster de 0 et 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Conseils&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Trop de petites taches : augmentez la plus petite surface gardée.&lt;/li&gt;&lt;li&gt;Fausses alertes : augmentez le seuil haut. Des changements faibles manquent : baissez-le.&lt;/li&gt;&lt;li&gt;Contours trop larges ou trop étroits : regardez la couche de probabilité, puis changez le seuil.&lt;/li&gt;&lt;li&gt;Les bords de toits inchangés sont marqués : une image est décalée de l’autre. Lancez « Vérifier la paire », et choisissez shift ou field dans « Aligner l’image après », parmi les paramètres avancés.&lt;/li&gt;&lt;li&gt;Plus exact et plus lent : augmentation au test avec 4 ou 8 vues (paramètres avancés).&lt;/li&gt;&lt;li&gt;Un premier coup d’œil sur une grande image : choisissez une petite emprise. Un calcul complet y donne la même probabilité aux pixels.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;p&gt;Maps what changed between two images of the same place. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie ce qui a changé entre deux images d’un même lieu. Le modèle tourne sur cet ordinateur ; rien n’est envoyé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 0–1, no data where either image has none. Filter it later without running again.</source>
        <translation>Un raster de 0–1, nodata là où l’une des images n’a pas de données. Filtrez-le plus tard sans recalculer.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 1 where something changed, 0 elsewhere.</source>
        <translation>Un raster de 1 là où quelque chose a changé, 0 ailleurs.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change mask</source>
        <translation>Masque de changement</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change probability</source>
        <translation>Probabilité de changement</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed area (m²)</source>
        <translation>Surface changée (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed share of the area with data (0–1)</source>
        <translation>Part changée de la surface avec données (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Detect change</source>
        <translation>Détecter les changements</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Maps what changed between an image from before and one from after.</source>
        <translation>Cartographie ce qui a changé entre une image d’avant et une d’après.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contours de ce qui a changé, avec area_m2, perimeter_m, mean_prob et max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial</source>
        <translation>détection de changement,différence,avant,après,deux dates,bitemporel,apprentissage profond,ia,onnx,satellite,aérien</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;h3&gt;What it does&lt;/h3&gt;&lt;p&gt;The model was trained with the two images mixed into each other, more or less of that at each diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It also looks at every tile in several turned and mirrored views: where these disagree it is unsure.&lt;/p&gt;&lt;p&gt;With a point, parts of either image around it are covered one by one, and the raster tells by how much the probability at the point falls: which image, and which part of it, made the model say so.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probability by timestep&lt;/b&gt;: one band a timestep.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Agreement&lt;/b&gt;: mean and spread over timesteps, the share of them that say change (between 0 and 1 the answer depends on the timestep), mean and spread over views.&lt;/li&gt;&lt;li&gt;&lt;b&gt;What the answer at the point rests on&lt;/b&gt;: positive where a part adds to the probability.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes as long as one change map for each timestep and each view: choose a small extent.&lt;/li&gt;&lt;li&gt;The threshold was chosen for the model's own timestep; the others are not calibrated.&lt;/li&gt;&lt;li&gt;A model without further timesteps shows its own alone.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Ce que cela fait&lt;/h3&gt;&lt;p&gt;Le modèle a été entraîné avec les deux images mêlées l’une à l’autre, plus ou moins à chaque pas de temps de diffusion. Là où il dit la même chose à tous les pas, la réponse ne tient pas à ce choix. Il regarde aussi chaque tuile sous plusieurs vues tournées et retournées : là où elles divergent, il n’est pas sûr.&lt;/p&gt;&lt;p&gt;Avec un point, des parties de chaque image autour de lui sont cachées une à une, et le raster dit de combien la probabilité au point baisse : quelle image, et quelle partie, a fait répondre ainsi le modèle.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilité par pas de temps&lt;/b&gt; : une bande par pas.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Accord&lt;/b&gt; : moyenne et dispersion sur les pas, part de ceux qui disent changement (entre 0 et 1, la réponse dépend du pas), moyenne et dispersion sur les vues.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Ce sur quoi repose la réponse au point&lt;/b&gt; : positif là où une partie augmente la probabilité.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Conseils&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Un calcul dure autant qu’une carte de changements par pas et par vue : choisissez une petite emprise.&lt;/li&gt;&lt;li&gt;Le seuil a été choisi pour le pas de temps du modèle ; les autres ne sont pas calibrés.&lt;/li&gt;&lt;li&gt;Un modèle sans autres pas de temps ne montre que le sien.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;p&gt;Maps what the answer of &lt;i&gt;Detect change&lt;/i&gt; depends on. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie ce dont dépend la réponse de &lt;i&gt;Détecter les changements&lt;/i&gt;. Le modèle tourne sur cet ordinateur ; rien n’est envoyé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A place on the images; click it on the map. Needed for the last output only.</source>
        <translation>Un lieu sur les images ; cliquez-le sur la carte. Nécessaire pour la dernière sortie seulement.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster around the point, a band for each image: what each part of it adds to the probability there.</source>
        <translation>Un raster autour du point, une bande par image : ce que chaque partie y ajoute à la probabilité.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say change, mean and standard deviation over views (the uncertainty).</source>
        <translation>Un raster de cinq bandes : moyenne et écart-type sur les pas de temps, part des pas qui disent changement, moyenne et écart-type sur les vues (l’incertitude).</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster with a band of change probability for each timestep.</source>
        <translation>Un raster avec une bande de probabilité de changement par pas de temps.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain change</source>
        <translation>Expliquer le changement</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain this place</source>
        <translation>Expliquer ce lieu</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images.</source>
        <translation>Cartographie ce dont dépend la réponse d’une carte de changements : le pas de temps de diffusion, la vue, et des parties des images.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over timesteps (0–1)</source>
        <translation>Écart-type moyen sur les pas de temps (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over views (0–1)</source>
        <translation>Écart-type moyen sur les vues (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Numbers such as 0, 200, 600, of those the model offers. Empty: all of them.</source>
        <translation>Des nombres comme 0, 200, 600, parmi ceux que le modèle offre. Vide : tous.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability at the point (0–1)</source>
        <translation>Probabilité au point (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability by timestep</source>
        <translation>Probabilité par pas de temps</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Share of the area where the answer depends on the timestep (0–1)</source>
        <translation>Part de la surface où la réponse dépend du pas de temps (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.</source>
        <translation>La réponse dépend du pas de temps ({steps}) sur {share:.2%} de la surface avec données.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the earlier image adds at the point</source>
        <translation>Le plus qu’une partie de l’image ancienne ajoute au point</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the later image adds at the point</source>
        <translation>Le plus qu’une partie de l’image récente ajoute au point</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Timesteps compared</source>
        <translation>Pas de temps comparés</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>What the answer at the point rests on</source>
        <translation>Ce sur quoi repose la réponse au point</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change detection</source>
        <translation>expliquer,incertitude,confiance,attribution,occlusion,pas de temps,diffusion,augmentation au test,détection de changement</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>“{text}” are no timesteps. Write them as 0, 200, 600.</source>
        <translation>« {text} » ne sont pas des pas de temps. Écrivez-les comme 0, 200, 600.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>&lt;p&gt;Cuts tiles from images and polygons into the folder that &lt;code&gt;noise2map train&lt;/code&gt; reads, to fine-tune a model on your own area.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;One image for buildings; an image before and one after for change. &lt;b&gt;Labels&lt;/b&gt; are polygons of all buildings, or of all changes. Where you have not labelled everything, draw an &lt;b&gt;area&lt;/b&gt; inside which everything is labelled: beyond it nothing is learnt.&lt;/p&gt;&lt;h3&gt;Splits&lt;/h3&gt;&lt;p&gt;Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better than it is. The tiles are therefore split by place: validation at one end of the area, training in the middle, test at the other end, and a gap of left-out ground between.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;The folder, and in it &lt;code&gt;tiles.gpkg&lt;/code&gt; with the outline and the split of every tile. Look at it first with &lt;i&gt;Preview only&lt;/i&gt;; nothing else is written then.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; outside of QGIS, then add RUN/bundle on the settings page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Découpe dans des images et des polygones les tuiles du dossier que lit &lt;code&gt;noise2map train&lt;/code&gt;, pour affiner un modèle sur votre propre zone.&lt;/p&gt;&lt;h3&gt;Entrée&lt;/h3&gt;&lt;p&gt;Une image pour les bâtiments ; une image avant et une après pour les changements. Les &lt;b&gt;étiquettes&lt;/b&gt; sont les polygones de tous les bâtiments, ou de tous les changements. Si vous n’avez pas tout étiqueté, dessinez une &lt;b&gt;zone&lt;/b&gt; dans laquelle tout l’est : au-delà, rien n’est appris.&lt;/p&gt;&lt;h3&gt;Partage&lt;/h3&gt;&lt;p&gt;Des tuiles voisines se ressemblent : un modèle testé près du lieu de son entraînement paraît donc meilleur qu’il n’est. Les tuiles sont partagées par lieu : validation à un bout de la zone, entraînement au milieu, test à l’autre bout, et une bande de terrain laissée entre eux.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;p&gt;Le dossier, et dedans &lt;code&gt;tiles.gpkg&lt;/code&gt; avec le contour et la part de chaque tuile. Regardez-le d’abord avec &lt;i&gt;Aperçu seulement&lt;/i&gt; ; rien d’autre n’est alors écrit.&lt;/p&gt;&lt;h3&gt;Entraînement&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; hors de QGIS, puis ajoutez RUN/bundle dans la page de réglages.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A multiple of 32. Smaller tiles follow a small area more closely.</source>
        <translation>Un multiple de 32. De plus petites tuiles suivent mieux une petite zone.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A new or an empty folder.</source>
        <translation>Un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Area in which everything is labelled</source>
        <translation>Zone où tout est étiqueté</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Cuts tiles from your images and polygons, to fine-tune a model on your own area.</source>
        <translation>Découpe des tuiles dans vos images et polygones, pour affiner un modèle sur votre zone.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Export training tiles</source>
        <translation>Exporter des tuiles d’entraînement</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Folder of tiles</source>
        <translation>Dossier des tuiles</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Gap between splits (m; one tile if empty)</source>
        <translation>Écart entre les parts (m ; une tuile si vide)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground left out between two splits, rounded up to whole tiles.</source>
        <translation>Terrain laissé entre deux parts, arrondi à des tuiles entières.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground sample distance of the tiles (m)</source>
        <translation>Taille de pixel au sol des tuiles (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image before (for change only)</source>
        <translation>Image avant (pour les changements seulement)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image, or image after</source>
        <translation>Image, ou image après</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Labels: all buildings, or all changes</source>
        <translation>Étiquettes : tous les bâtiments, ou tous les changements</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Model to fine-tune</source>
        <translation>Modèle à affiner</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons in any coordinate reference system. Fifty are a start.</source>
        <translation>Polygones de tout système de coordonnées. Cinquante suffisent pour commencer.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere.</source>
        <translation>Polygones. Au-delà, l’étiquette est inconnue et l’entraînement ne regarde pas. Vide : partout.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Preview only: the outlines of the tiles</source>
        <translation>Aperçu seulement : les contours des tuiles</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for test (0–0.9)</source>
        <translation>Part pour le test (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for validation (0–0.9)</source>
        <translation>Part pour la validation (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The earlier of two images. Leave it empty for buildings.</source>
        <translation>La plus ancienne des deux images. Laissez vide pour les bâtiments.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The image of the buildings, or the later of two images.</source>
        <translation>L’image des bâtiments, ou la plus récente des deux.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The model “{}” has no task for these images; choose another.</source>
        <translation>Le modèle « {} » n’a pas de tâche pour ces images ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that chooses the threshold of the fine-tuned model.</source>
        <translation>La part des étiquettes qui choisit le seuil du modèle affiné.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that training never sees, to measure what it gained. 0: no test.</source>
        <translation>La part des étiquettes que l’entraînement ne voit jamais, pour mesurer le gain. 0 : pas de test.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tile size must be a multiple of 32 pixels.</source>
        <translation>La taille des tuiles doit être un multiple de 32 pixels.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tiles get the bands, the stretch and a pixel size that this model takes.</source>
        <translation>Les tuiles reçoivent les bandes, l’étirement et une taille de pixel que prend ce modèle.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tile size (pixels)</source>
        <translation>Taille des tuiles (pixels)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for test</source>
        <translation>Tuiles de test</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for training</source>
        <translation>Tuiles d’entraînement</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for validation</source>
        <translation>Tuiles de validation</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</source>
        <translation>Entraîner avec : noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Training tiles</source>
        <translation>Tuiles d’entraînement</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Writes tiles.gpkg alone, to look at the splits before anything else is written.</source>
        <translation>N’écrit que tiles.gpkg, pour regarder le partage avant d’écrire le reste.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation</source>
        <translation>entraînement,affiner,étiquettes,tuiles,imagettes,jeu de données,apprentissage profond,partage,validation</translation>
    </message>
    <message>
        <location filename="../algorithms/feedback.py"/>
        <source>Tile {done} of {total}</source>
        <translation>Tuile {done} sur {total}</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Megapixels a second</source>
        <translation>Mégapixels par seconde</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Models to choose from</source>
        <translation>Modèles au choix</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>More on the models</source>
        <translation>Plus sur les modèles</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Seconds taken</source>
        <translation>Durée en secondes</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² trouvés, {share:.2%} des {valid:,.0f} m² avec données.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} ({names}). Choose another layer, or choose its band in the advanced parameters to stand for all.</source>
        <translation>La couche « {layer} » n’a qu’une bande (elle est panchromatique, ou n’est pas une image), mais le modèle en demande {needed} ({names}). Choisissez une autre couche, ou choisissez sa bande dans les paramètres avancés : elle vaudra pour toutes.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has no band {band}: it has {count}.</source>
        <translation>La couche « {layer} » n’a pas de bande {band} : elle en a {count}.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or choose one of its bands in the advanced parameters to stand for all.</source>
        <translation>La couche « {layer} » a {count} bande(s), mais le modèle en demande {needed} ({names}). Choisissez une autre couche, ou l’une de ses bandes dans les paramètres avancés : elle vaudra pour toutes.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, Export ▸ Save As…) and choose that file.</source>
        <translation>La couche « {layer} » {reason}. Enregistrez d’abord la partie voulue dans un fichier raster (clic droit sur la couche, Exporter ▸ Enregistrer sous…) et choisissez ce fichier.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The no data value in the file of “{layer}” is switched off in QGIS, and not used.</source>
        <translation>La valeur nodata du fichier de « {layer} » est désactivée dans QGIS, et n’est pas utilisée.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” has no coordinate system, so its place is unknown. Set one (right-click the layer, Layer CRS) and run again.</source>
        <translation>La couche de polygones « {layer} » n’a pas de système de coordonnées, son lieu est donc inconnu. Définissez-en un (clic droit sur la couche, SCR de la couche) et relancez.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the field empty to use the whole image.</source>
        <translation>La couche « {layer} » ne contient aucun polygone. Vérifiez son filtre et sa sélection, ou laissez le champ vide pour utiliser toute l’image.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from a {service} service, which gives pictures, not pixel values</source>
        <translation>vient d’un service {service}, qui donne des images et non des valeurs de pixels</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from the {provider} provider of QGIS, and only files are read here</source>
        <translation>vient du fournisseur {provider} de QGIS, et seuls les fichiers sont lus ici</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>is a virtual raster, a formula on other layers that only QGIS computes</source>
        <translation>est un raster virtuel, une formule sur d’autres couches que seul QGIS calcule</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>the extent {place} (xmin, ymin, xmax, ymax; {crs})</source>
        <translation>l’emprise {place} (xmin, ymin, xmax, ymax ; {crs})</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). Choose as many, or a single one to stand for all.</source>
        <translation>{chosen} bandes de la couche « {layer} » sont choisies, mais le modèle en demande {needed} ({names}, dans cet ordre). Choisissez-en autant, ou une seule qui vaudra pour toutes.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{count} polygon(s) of “{layer}”</source>
        <translation>{count} polygone(s) de « {layer} »</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” has the additional no data value {values}, as set in QGIS.</source>
        <translation>« {layer} » a la valeur nodata supplémentaire {values}, définie dans QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” is read in {shown}, as set in QGIS; its file says {written}.</source>
        <translation>« {layer} » est lue en {shown}, comme défini dans QGIS ; son fichier dit {written}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source> (default)</source>
        <translation> (par défaut)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licence: {licence}.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;{default} : {title}. Licence : {licence}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>F1 on test data: {scores}.</source>
        <translation>F1 sur données de test : {scores}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Known to fail:</source>
        <translation>Limites connues :</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Licence: {terms}</source>
        <translation>Licence : {terms}</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.</source>
        <translation>Fait pour des pixels de {low:g}–{high:g} m ; bandes : {bands} ; seuil {threshold:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Test-time augmentation with {views} views, unless you choose otherwise.</source>
        <translation>Augmentation au test avec {views} vues, sauf autre choix.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (not open)</source>
        <translation>{name} (non ouverte)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (open)</source>
        <translation>{name} (ouverte)</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>un nombre à point décimal, tel que 0.5</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a whole number, such as 128</source>
        <translation>un nombre entier, tel que 128</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>an expression without a value</source>
        <translation>une expression sans valeur</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>between {low:g} and {high:g}</source>
        <translation>entre {low:g} et {high:g}</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{low:g} or more</source>
        <translation>{low:g} ou plus</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {allowed}, not {number:g}.</source>
        <translation>{name} (« {label} ») doit être {allowed}, non {number:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.</source>
        <translation>{name} (« {label} ») doit être {kind}, non {value}. Corrigez-le, ou laissez-le vide.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A multiple of 32. Not set: the model's own. Smaller tiles need less memory.</source>
        <translation>Un multiple de 32. Non défini : celle du modèle. De plus petites tuiles demandent moins de mémoire.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A page with the verdict, pictures and figures. It is one file and needs no network.</source>
        <translation>Une page avec le verdict, des vues et les chiffres. C’est un seul fichier, qui ne demande pas de réseau.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes many false alarms. Not set: the model's own with its own threshold, {own}, and none with another threshold. 0 keeps all.</source>
        <translation>Une tache n’est gardée que si l’un de ses pixels au moins atteint cette probabilité (hystérésis), ce qui retire bien des fausses alertes. Non défini : celle du modèle avec son propre seuil, {own}, et aucune avec un autre seuil. 0 garde tout.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}.</source>
        <translation>Un pixel compte à partir de cette probabilité. Plus bas, on trouve plus et on se trompe plus. Non défini : celui du modèle, {own}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Align the image after</source>
        <translation>Aligner l’image après</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Diffusion timestep</source>
        <translation>Pas de temps de diffusion</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>High threshold (seed of a patch, 0–1)</source>
        <translation>Seuil haut (germe d’une tache, 0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes.</source>
        <translation>De combien un contour peut se déplacer pour devenir plus simple ou régulier. 0 : pas du tout, ou un pixel pour ces formes.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How to correct</source>
        <translation>Comment corriger</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Not set: the model's own. More overlap takes longer and joins tiles more smoothly.</source>
        <translation>Non défini : celui du modèle. Plus de recouvrement prend plus de temps et joint mieux les tuiles.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch that its edge cuts counts by what lies inside.</source>
        <translation>Rien n’est calculé au-dehors. La probabilité d’un pixel ne dépend pas de l’emprise choisie ; une tache coupée par son bord compte pour ce qui est à l’intérieur.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only in this extent</source>
        <translation>Seulement dans cette emprise</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only inside these polygons</source>
        <translation>Seulement dans ces polygones</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Overlap of tiles (pixels)</source>
        <translation>Recouvrement des tuiles (pixels)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Shape of outlines</source>
        <translation>Forme des contours</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Simplifier les contours de (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smaller patches are left out of mask, polygons and figures. 0 keeps them all.</source>
        <translation>Les taches plus petites sont écartées du masque, des polygones et des chiffres. 0 les garde toutes.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smallest area kept (m²)</source>
        <translation>Plus petite surface gardée (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Stretch of pixel values</source>
        <translation>Étirement des valeurs de pixels</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Test-time augmentation (views)</source>
        <translation>Augmentation au test (vues)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The bands the model reads, in its order. None chosen: those that the file declares as the model's colours, else the first ones; the log says which. One chosen: it stands for all.</source>
        <translation>Les bandes que lit le modèle, dans son ordre. Aucune choisie : celles que le fichier déclare comme les couleurs du modèle, sinon les premières ; le journal dit lesquelles. Une choisie : elle vaut pour toutes.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. 2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful.</source>
        <translation>Le modèle regarde chaque tuile autant de fois, tournée et retournée, et la moyenne de ses réponses est la carte : moins d’erreurs, pour environ autant de fois le temps. auto : comme le demande le modèle. 1 : une fois, le plus rapide. 2 : aussi tournée de 180 degrés. 4 : aussi retournée. 8 : tout cela aussi sur le côté, le plus soigneux.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. Licences: {licences}.</source>
        <translation>Le modèle à utiliser : un que l’extension apporte, ou un que vous avez ajouté dans sa page de réglages. Les scripts donnent son nom. Licences : {licences}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The step of its training noise at which the model is read. auto: the one its card was scored with.</source>
        <translation>Le pas du bruit d’entraînement auquel le modèle est lu. auto : celui avec lequel sa fiche a été évaluée.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Threshold (0–1)</source>
        <translation>Seuil (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do.</source>
        <translation>Les tuiles qui ne touchent aucun polygone sont sautées, les pixels au-dehors deviennent nodata. Tout système de coordonnées convient.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, where relief bends the images and they show it clearly, else one shift. Where no shift can be told nothing is moved; the log says what was done.</source>
        <translation>Que faire si l’image la plus récente est à quelques pixels de l’autre. off : rien. shift : mesurer leur décalage commun et ramener l’image récente d’autant. field : suivre un champ lisse de décalages, là où le relief déforme les images et qu’elles le montrent clairement, sinon un seul décalage. Si aucun décalage ne peut être établi, rien n’est déplacé ; le journal dit ce qui a été fait.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Where the model runs. auto: the fastest one that works here. The log says which one really ran.</source>
        <translation>Où tourne le modèle. auto : l’appareil le plus rapide qui marche ici. Le journal dit lequel a vraiment servi.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>auto: 8-bit images as they are, others by percentiles of the whole image. percentile: always by percentiles. none: values as they are.</source>
        <translation>auto : les images 8 bits telles quelles, les autres par les percentiles de toute l’image. percentile : toujours par percentiles. none : les valeurs telles quelles.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a distance is given below.</source>
        <translation>exact : le contour des pixels. simplified : moins de coins. regular : des angles droits là où les murs le sont presque, avec au plus un dixième de la surface d’un polygone perdu ou ajouté. auto : exact, ou simplified si une distance est donnée plus bas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on those of the earlier image. field: that, along a smooth field of shifts where the images support one.</source>
        <translation>shift : une autre position est écrite dans une copie, chaque valeur de pixel reste. resampled : les pixels sont mis sur ceux de l’image ancienne. field : cela, selon un champ lisse de décalages là où les images en soutiennent un.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>0.02 means that the overall accuracy will be known to about ± 4 percentage points.</source>
        <translation>0.02 veut dire que l’exactitude globale sera connue à environ ± 4 points de pourcentage.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>&lt;p&gt;Draws stratified random points on a map of change or buildings. A person answers each with yes, no or can't tell; &lt;i&gt;Assess accuracy&lt;/i&gt; then estimates the accuracy and the true area, with confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third one, &lt;i&gt;possible&lt;/i&gt;: below the threshold, but not below the low threshold. What the map misses lies there.&lt;/p&gt;&lt;p&gt;With the images before and after (or one of them), a picture of every point is written beside the output, in a folder of its name, and shown in the form.&lt;/p&gt;&lt;h3&gt;How many points&lt;/h3&gt;&lt;p&gt;Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at least a fixed number in each stratum. A number of points in all overrides this.&lt;/p&gt;&lt;h3&gt;Answering&lt;/h3&gt;&lt;p&gt;Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: &lt;b&gt;y&lt;/b&gt; yes, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; can't tell; up and down in the list go to the next point. The map's own answer is not shown, so that it does not influence yours. Answer can't tell only where no image allows an answer.&lt;/p&gt;&lt;p&gt;The same map, settings and seed give the same points.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Tire des points aléatoires stratifiés sur une carte de changements ou de bâtiments. Une personne répond à chacun par oui, non ou impossible à dire ; &lt;i&gt;Évaluer l’exactitude&lt;/i&gt; estime ensuite l’exactitude et la surface réelle, avec des intervalles de confiance.&lt;/p&gt;&lt;h3&gt;Entrée&lt;/h3&gt;&lt;p&gt;Un raster de probabilité ou un masque (0 et 1). Chaque classe est une strate. Un raster de probabilité en a une troisième, &lt;i&gt;possible&lt;/i&gt; : sous le seuil, mais non sous le seuil bas. C’est là qu’est ce que la carte manque.&lt;/p&gt;&lt;p&gt;Avec les images avant et après (ou l’une d’elles), une vue de chaque point est écrite à côté de la sortie, dans un dossier de son nom, et montrée dans le formulaire.&lt;/p&gt;&lt;h3&gt;Combien de points&lt;/h3&gt;&lt;p&gt;Assez pour l’erreur type voulue de l’exactitude globale (Olofsson et al. 2014, éq. 13), et au moins un nombre fixe par strate. Un nombre total de points l’emporte.&lt;/p&gt;&lt;h3&gt;Répondre&lt;/h3&gt;&lt;p&gt;Passez en mode édition et ouvrez la table d’attributs en vue formulaire. Le champ de réponse prend le clavier : &lt;b&gt;y&lt;/b&gt; oui, &lt;b&gt;n&lt;/b&gt; non, &lt;b&gt;c&lt;/b&gt; impossible à dire ; haut et bas dans la liste vont au point suivant. La réponse de la carte n’est pas montrée, afin qu’elle n’influence pas la vôtre. Ne répondez « impossible à dire » que si aucune image ne permet de répondre.&lt;/p&gt;&lt;p&gt;La même carte, les mêmes réglages et la même graine donnent les mêmes points.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A GeoPackage of points with an empty answer.</source>
        <translation>Un GeoPackage de points à la réponse vide.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere.</source>
        <translation>Un raster de probabilité ou un masque (0 et 1) de changements ou de bâtiments, de cette extension ou d’ailleurs.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Another number draws other points; the same number draws the same ones.</source>
        <translation>Un autre nombre tire d’autres points ; le même nombre tire les mêmes.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws random points on a map, to be answered with yes, no or can't tell.</source>
        <translation>Tire des points aléatoires sur une carte, auxquels répondre par oui, non ou impossible à dire.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Enough to recognise the place, for example a house with its neighbours.</source>
        <translation>Assez pour reconnaître le lieu, par exemple une maison avec ses voisines.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability on, a pixel is a yes. A mask does not need it.</source>
        <translation>À partir de cette probabilité, un pixel est un oui. Un masque n’en a pas besoin.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability up to the threshold, pixels are a stratum of their own.</source>
        <translation>De cette probabilité jusqu’au seuil, les pixels sont une strate à part.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Low threshold (0: no stratum “possible”)</source>
        <translation>Seuil bas (0 : pas de strate « possible »)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Map to check (probability or mask)</source>
        <translation>Carte à vérifier (probabilité ou masque)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Number of points</source>
        <translation>Nombre de points</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Overrides the number computed from the standard error.</source>
        <translation>L’emporte sur le nombre calculé d’après l’erreur type.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in all (from the standard error if empty)</source>
        <translation>Points en tout (d’après l’erreur type si vide)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in each stratum, at least</source>
        <translation>Points par strate, au moins</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in the stratum “{}”</source>
        <translation>Points dans la strate « {} »</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points to answer</source>
        <translation>Points à répondre</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Rare classes need 50 to 100 points, whatever their area.</source>
        <translation>Les classes rares demandent 50 à 100 points, quelle que soit leur surface.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample points for checking</source>
        <translation>Points d’échantillon à vérifier</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Side of the ground in a picture (m)</source>
        <translation>Côté du terrain sur une vue (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Standard error wanted of the overall accuracy</source>
        <translation>Erreur type voulue de l’exactitude globale</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The earlier image. The form then shows a picture of every point.</source>
        <translation>L’image la plus ancienne. Le formulaire montre alors une vue de chaque point.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The later image, or the only one.</source>
        <translation>L’image la plus récente, ou la seule.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The map to check cannot be loaded. Choose a raster layer.</source>
        <translation>La carte à vérifier ne peut pas être chargée. Choisissez une couche raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the mapped class that you expect to be true. Lower asks for more points.</source>
        <translation>La part de la classe cartographiée que vous pensez vraie. Plus bas demande plus de points.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the rest that you expect to be right.</source>
        <translation>La part du reste que vous pensez juste.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of no</source>
        <translation>Exactitude de l’utilisateur attendue du non</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of yes</source>
        <translation>Exactitude de l’utilisateur attendue du oui</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate</source>
        <translation>exactitude,validation,échantillon aléatoire stratifié,olofsson,référence,vérité terrain,estimation de surface</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;An image from above in which single houses can be told apart. It may have any coordinate system, data type and nodata.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Building probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Buildings&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Building mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Sheds and cars in the result: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint roofs missing: lower it.&lt;/li&gt;&lt;li&gt;Ragged outlines: choose the regular shape, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrée&lt;/h3&gt;&lt;p&gt;Une image vue d’en haut où l’on distingue chaque maison. Tout système de coordonnées, type de données et nodata convient.&lt;/p&gt;&lt;h3&gt;Sortie&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilité de bâtiment&lt;/b&gt; : la certitude du modèle, de 0 à 1, pixel par pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Bâtiments&lt;/b&gt; : contours de tout ce qui dépasse le seuil et est assez sûr quelque part, avec surface (m²), périmètre (m), probabilité moyenne et maximale.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Masque de bâtiments&lt;/b&gt;, si vous le demandez : la même chose en raster de 0 et 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Conseils&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Abris et voitures dans le résultat : augmentez la plus petite surface gardée.&lt;/li&gt;&lt;li&gt;Fausses alertes : augmentez le seuil haut. Des toits faibles manquent : baissez-le.&lt;/li&gt;&lt;li&gt;Contours dentelés : choisissez la forme regular, parmi les paramètres avancés.&lt;/li&gt;&lt;li&gt;Plus exact et plus lent : augmentation au test avec 4 ou 8 vues (paramètres avancés).&lt;/li&gt;&lt;li&gt;Un premier coup d’œil sur une grande image : choisissez une petite emprise. Un calcul complet y donne la même probabilité aux pixels.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;p&gt;Maps the buildings in an image. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie les bâtiments d’une image. Le modèle tourne sur cet ordinateur ; rien n’est envoyé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 0–1, no data where the image has none. Filter it later without running again.</source>
        <translation>Un raster de 0–1, nodata là où l’image n’a pas de données. Filtrez-le plus tard sans recalculer.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 1 where a building stands, 0 elsewhere.</source>
        <translation>Un raster de 1 là où il y a un bâtiment, 0 ailleurs.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Bands of the image</source>
        <translation>Bandes de l’image</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building mask</source>
        <translation>Masque de bâtiments</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building probability</source>
        <translation>Probabilité de bâtiment</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Buildings</source>
        <translation>Bâtiments</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up area (m²)</source>
        <translation>Surface bâtie (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up share of the area with data (0–1)</source>
        <translation>Part bâtie de la surface avec données (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Maps the buildings in an image.</source>
        <translation>Cartographie les bâtiments d’une image.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contours des bâtiments, avec area_m2, perimeter_m, mean_prob et max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Segment buildings</source>
        <translation>Segmenter les bâtiments</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial</source>
        <translation>bâtiments,maisons,toits,emprises,segmentation,extraire,apprentissage profond,ia,onnx,satellite,aérien</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>no change</source>
        <translation>aucun changement</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>{count} change(s)</source>
        <translation>{count} changement(s)</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source> (over {over})</source>
        <translation> (sur {over})</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; 95 % CI of F1 {low:.2f} to {high:.2f}</source>
        <translation> ; IC à 95 % de F1 {low:.2f} à {high:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; high threshold {high_threshold:g}</source>
        <translation> ; seuil haut {high_threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; test-time augmentation with {views} views</source>
        <translation> ; augmentation au test avec {views} vues</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Cite as</source>
        <translation>Citer comme</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Known to fail</source>
        <translation>Limites connues</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Timestep and threshold chosen on</source>
        <translation>Pas de temps et seuil choisis sur</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Without noise</source>
        <translation>Sans bruit</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>buildings</source>
        <translation>bâtiments</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>change</source>
        <translation>changement</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}</source>
        <translation>pixels de {low:g}–{high:g} m ; bandes {bands} ; seuil {threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</source>
        <translation>{data} ({split}) : F1 {f1:.2f}, IoU {iou:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Download it from the Python Package Index (pypi.org)</source>
        <translation>&amp;Le télécharger du Python Package Index (pypi.org)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Runs the models on:</source>
        <translation>&amp;Exécute les modèles sur :</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&lt;p&gt;&lt;b&gt;Noise2Map runs its models with ONNX Runtime&lt;/b&gt;, a library that QGIS does not carry.&lt;/p&gt;&lt;p&gt;It goes into a folder of its own, &lt;code&gt;{folder}&lt;/code&gt;. Nothing inside QGIS is changed, and an update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the SHA-256 that the plugin carries.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Noise2Map exécute ses modèles avec ONNX Runtime&lt;/b&gt;, une bibliothèque que QGIS n’apporte pas.&lt;/p&gt;&lt;p&gt;Elle va dans un dossier à part, &lt;code&gt;{folder}&lt;/code&gt;. Rien ne change dans QGIS, et une mise à jour de l’extension la garde. Supprimez le dossier pour l’enlever. Chaque fichier est comparé au SHA-256 que l’extension apporte.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 20 MB. Works on every computer.</source>
        <translation>Un téléchargement d’environ 20 Mo. Marche sur tout ordinateur.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without them the models run on the processor.</source>
        <translation>Un téléchargement d’environ 300 Mo. Il demande le pilote NVIDIA, CUDA et cuDNN sur cet ordinateur ; sans eux, les modèles tournent sur le processeur.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A graphics card by DirectML (Windows)</source>
        <translation>Une carte graphique par DirectML (Windows)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An NVIDIA graphics card (CUDA)</source>
        <translation>Une carte graphique NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An unknown wheel</source>
        <translation>Un wheel inconnu</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Choose the folder that holds the wheel.</source>
        <translation>Choisissez le dossier qui contient le wheel.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>For graphics cards of any maker, by DirectX 12. A download of about 25 MB.</source>
        <translation>Pour les cartes graphiques de toute marque, par DirectX 12. Un téléchargement d’environ 25 Mo.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Installing…</source>
        <translation>Installation…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Noise2Map – install the inference runtime</source>
        <translation>Noise2Map – installer le moteur d’inférence</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Start QGIS again to use it.</source>
        <translation>Redémarrez QGIS pour l’utiliser.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Take it from a &amp;folder of wheels (.whl), without internet</source>
        <translation>Le prendre d’un &amp;dossier de wheels (.whl), sans internet</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The choice could not be stored: {error}.</source>
        <translation>Le choix n’a pas pu être enregistré : {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The folder must hold {package} {versions} for {machine}.</source>
        <translation>Le dossier doit contenir {package} {versions} pour {machine}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The processor</source>
        <translation>Le processeur</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it only if you know where it is from.

SHA-256: {sha256}

Install it all the same?</source>
        <translation>{file} n’est pas un des wheels que connaît cette version de Noise2Map. Un wheel est un programme : ne l’installez que si vous savez d’où il vient.

SHA-256 : {sha256}

L’installer quand même ?</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Cancelled. Nothing was installed.</source>
        <translation>Annulé. Rien n’a été installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Installing ONNX Runtime</source>
        <translation>Installation d’ONNX Runtime</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime could not be installed into {folder}: {error}.</source>
        <translation>ONNX Runtime n’a pas pu être installé dans {folder} : {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not run on this machine: {error}. Nothing was installed.</source>
        <translation>ONNX Runtime ne tourne pas sur cet ordinateur : {error}. Rien n’a été installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed.</source>
        <translation>ONNX Runtime ne démarre pas en {seconds} secondes sur cet ordinateur. Rien n’a été installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime {version} is installed.</source>
        <translation>ONNX Runtime {version} est installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>There is no wheel of {package} for this machine ({machine}) in {where}. Versions wanted: {versions}.</source>
        <translation>Il n’y a pas de wheel de {package} pour cet ordinateur ({machine}) dans {where}. Versions voulues : {versions}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings (Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder.</source>
        <translation>{address} est injoignable : {error}. Vérifiez la connexion et le proxy de QGIS (Préférences, Options, Réseau), donnez à PIP_INDEX_URL l’adresse de votre miroir, ou installez depuis un dossier.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} is not an https address, so what comes from it can be changed on its way. Set PIP_INDEX_URL to the https address of a package index, or install from a folder.</source>
        <translation>{address} n’est pas une adresse https : ce qui en vient peut être changé en route. Donnez à PIP_INDEX_URL l’adresse https d’un index de paquets, ou installez depuis un dossier.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.</source>
        <translation>{file} est plus gros qu’un wheel d’ONNX Runtime ne peut l’être. Rien n’a été installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). Nothing was installed.</source>
        <translation>{file} n’est pas un des wheels que connaît cette version de Noise2Map (SHA-256 {sha256}). Rien n’a été installé.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{package} is not made for this system ({machine}). Choose another runtime.</source>
        <translation>{package} n’existe pas pour ce système ({machine}). Choisissez un autre moteur.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was installed. Try again later, or from another place.</source>
        <translation>{place} n’est pas le {file} avec lequel Noise2Map a été testé (son SHA-256 diffère). Rien n’a été installé. Réessayez plus tard, ou depuis un autre endroit.</translation>
    </message>
    <message>
        <location filename="../gui/launcher.py"/>
        <source>The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins.</source>
        <translation>L’extension Processing est désactivée. Activez-la dans Extensions, Installer/Gérer les extensions.</translation>
    </message>
    <message>
        <location filename="../gui/model_store.py"/>
        <source>The model “{name}” comes with the plugin and stays.</source>
        <translation>Le modèle « {name} » vient avec l’extension et reste.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Bands of one image</source>
        <translation>&amp;Bandes d’une image</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Class that is mapped</source>
        <translation>&amp;Classe cartographiée</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Licence of the weights</source>
        <translation>&amp;Licence des poids</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Pixels on the ground</source>
        <translation>&amp;Pixels au sol</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Task</source>
        <translation>&amp;Tâche</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(choose)</source>
        <translation>(choisir)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(enter)</source>
        <translation>(saisir)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 à 1 (divisées par 255)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as for ImageNet</source>
        <translation>0 à 1, standardisées comme pour ImageNet</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as the file says</source>
        <translation>0 à 1, standardisées comme le dit le fichier</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 255, as they are</source>
        <translation>0 à 255, telles quelles</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Add an ONNX file</source>
        <translation>Ajouter un fichier ONNX</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Gives {output}.</source>
        <translation>Donne {output}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Pixel &amp;values</source>
        <translation>&amp;Valeurs des pixels</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>T&amp;hreshold</source>
        <translation>S&amp;euil</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Takes {inputs} ({layout}, {type}), {channels} bands in all.</source>
        <translation>Prend {inputs} ({layout}, {type}), {channels} bandes en tout.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>The file does not say all. Please fill in: {fields}.</source>
        <translation>Le fichier ne dit pas tout. Veuillez remplir : {fields}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>background</source>
        <translation>fond</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>bands (as many as it takes of one image)</source>
        <translation>bandes (autant qu’il en prend d’une image)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>class that is mapped</source>
        <translation>classe cartographiée</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example CC BY 4.0, or unknown</source>
        <translation>par exemple CC BY 4.0, ou inconnue</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example red, green, blue</source>
        <translation>par exemple rouge, vert, bleu</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>licence</source>
        <translation>licence</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>one image: where something is</source>
        <translation>une image : où se trouve quelque chose</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>pixel values</source>
        <translation>valeurs des pixels</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>size of pixels on the ground</source>
        <translation>taille des pixels au sol</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>task</source>
        <translation>tâche</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the only one</source>
        <translation>la seule</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the other one</source>
        <translation>l’autre</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>two dates: what changed</source>
        <translation>deux dates : ce qui a changé</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>No change is chosen.</source>
        <translation>Aucun changement n’est choisi.</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>The change in the image before and in the image after</source>
        <translation>Le changement dans l’image d’avant et dans l’image d’après</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest building</source>
        <translation>Plus grand bâtiment</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest change</source>
        <translation>Plus grand changement</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No building was found.</source>
        <translation>Aucun bâtiment n’a été trouvé.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No change was found.</source>
        <translation>Aucun changement n’a été trouvé.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Review changes…</source>
        <translation>Passer les changements en revue…</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} bâtiments, {area:,.0f} m² en tout ({share:.1%} de la surface avec données).</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} changements, {area:,.0f} m² en tout ({share:.1%} de la surface avec données).</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} cannot be written: {error}.</source>
        <translation>{path} ne peut pas être écrit : {error}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} has no known ending. Choose one of: {endings}.</source>
        <translation>{path} n’a pas d’extension connue. Choisissez parmi : {endings}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} is the layer itself. Choose another file.</source>
        <translation>{path} est la couche elle-même. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>%v of %m looked at</source>
        <translation>%v sur %m vus</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;After</source>
        <translation>&amp;Après</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;Before</source>
        <translation>A&amp;vant</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Chan&amp;ges</source>
        <translation>Chan&amp;gements</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Change {number} of {count}</source>
        <translation>Changement {number} sur {count}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Choose a layer of changes.</source>
        <translation>Choisissez une couche de changements.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept</source>
        <translation>Exporter ce qui est gardé</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept…</source>
        <translation>Exporter ce qui est gardé…</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Flicker</source>
        <translation>Clignoter</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next open</source>
        <translation>Suivant non vu</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Review changes</source>
        <translation>Passer les changements en revue</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Swipe</source>
        <translation>Balayer</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>The &amp;map follows</source>
        <translation>La &amp;carte suit</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>There is no change in this layer.</source>
        <translation>Il n’y a pas de changement dans cette couche.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Those not &amp;looked at, too</source>
        <translation>Aussi ceux &amp;non vus</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>kept</source>
        <translation>gardé</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>not decided</source>
        <translation>non décidé</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>probability {mean:.2f}, highest {highest:.2f}</source>
        <translation>probabilité {mean:.2f}, maximale {highest:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>rejected</source>
        <translation>rejeté</translation>
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
        <translation>{count} changements ont été écrits dans {path}.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{kept} kept, {rejected} rejected</source>
        <translation>{kept} gardés, {rejected} rejetés</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install again…</source>
        <translation>&amp;Réinstaller…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install…</source>
        <translation>&amp;Installer…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Memory for one tile, at most</source>
        <translation>&amp;Mémoire pour une tuile, au plus</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Test…</source>
        <translation>&amp;Tester…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&lt;b&gt;ONNX Runtime is not installed.&lt;/b&gt; Without it no model can run.</source>
        <translation>&lt;b&gt;ONNX Runtime n’est pas installé.&lt;/b&gt; Sans lui, aucun modèle ne tourne.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>A model that needs more for one tile is refused before it runs.</source>
        <translation>Un modèle qui en demande plus pour une tuile est refusé avant de tourner.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Inference runtime</source>
        <translation>Moteur d’inférence</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>ONNX Runtime is installed. Devices: {devices}.</source>
        <translation>ONNX Runtime est installé. Appareils : {devices}.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Of the processor. Fewer leave room for other work.</source>
        <translation>Du processeur. Moins de fils laissent de la place à d’autres travaux.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Runs the default model on a small drawn pair, and says which device ran and how fast.</source>
        <translation>Exécute le modèle par défaut sur une petite paire dessinée, et dit quel appareil a servi et à quelle vitesse.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>T&amp;hreads</source>
        <translation>&amp;Fils d’exécution</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>There is no model for Detect change to test with.</source>
        <translation>Il n’y a pas de modèle de « Détecter les changements » pour le test.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn town).</source>
        <translation>Cela marche : {device} a exécuté « {model} » à {speed:.2f} mégapixels par seconde ({found} changements trouvés dans une ville dessinée).</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>Testing Noise2Map</source>
        <translation>Test de Noise2Map</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>The test was cancelled.</source>
        <translation>Le test a été annulé.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Open the models' folder</source>
        <translation>&amp;Ouvrir le dossier des modèles</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Enlever</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from a ZIP</source>
        <translation>Ajouter un modèle depuis un ZIP</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from its folder (the one with card.json in it)</source>
        <translation>Ajouter un modèle depuis son dossier (celui de card.json)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a network that was exported elsewhere</source>
        <translation>Ajouter un réseau exporté ailleurs</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add an ON&amp;NX file…</source>
        <translation>Ajouter un fichier O&amp;NNX…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;ZIP…</source>
        <translation>Ajouter d’un &amp;ZIP…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;folder…</source>
        <translation>Ajouter d’un &amp;dossier…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Added “{title}”. It can be chosen in the algorithms now.</source>
        <translation>« {title} » ajouté. Il peut être choisi dans les algorithmes.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Does</source>
        <translation>Fait</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Model (*.zip)</source>
        <translation>Modèle (*.zip)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Name in algorithms</source>
        <translation>Nom dans les algorithmes</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Not usable</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>ONNX file (*.onnx)</source>
        <translation>Fichier ONNX (*.onnx)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove a model</source>
        <translation>Enlever un modèle</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove the model “{title}” and its files?</source>
        <translation>Enlever le modèle « {title} » et ses fichiers ?</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Removed “{title}”.</source>
        <translation>« {title} » enlevé.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>added by you</source>
        <translation>ajouté par vous</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>the plugin</source>
        <translation>l’extension</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>{name} (default)</source>
        <translation>{name} (par défaut)</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Detect change…</source>
        <translation>Détecter les changements…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install the inference runtime…</source>
        <translation>Installer le moteur d’inférence…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Models and settings…</source>
        <translation>Modèles et réglages…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>ONNX Runtime is needed to run the models, and is not installed yet.</source>
        <translation>ONNX Runtime est nécessaire pour exécuter les modèles, et n’est pas encore installé.</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Segment buildings…</source>
        <translation>Segmenter les bâtiments…</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Noise2Map – change and buildings from imagery</source>
        <translation>Noise2Map – changements et bâtiments à partir d’images</translation>
    </message>
</context>
</TS>
