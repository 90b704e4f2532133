<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Noise2Map</name>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>1 where the class is true, 0 elsewhere; any grid that overlaps the map.</source>
        <translation>1, wo die Klasse zutrifft, sonst 0; jedes Raster, das die Karte überlappt.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>&lt;p&gt;Says how good a map of change or buildings is, and how large the true area is, with 95 % confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; of &lt;i&gt;Sample points for checking&lt;/i&gt;, answered. Unsaved answers count, too. Without a map, the one that the points were drawn on is assessed; with another map of the place, that one.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygons or a raster&lt;/b&gt; of all that is true: every pixel of the map is compared. There is no sampling error then, and no interval.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true area corrects the area on the map by the errors found.&lt;/p&gt;&lt;p&gt;Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sagt, wie gut eine Karte von Veränderungen oder Gebäuden ist und wie groß die wahre Fläche ist, mit 95-%-Konfidenzintervallen.&lt;/p&gt;&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Punkte&lt;/b&gt; aus &lt;i&gt;Stichprobenpunkte zur Prüfung&lt;/i&gt;, beantwortet. Nicht gespeicherte Antworten zählen mit. Ohne Karte wird die bewertet, auf der die Punkte gezogen wurden; mit einer anderen Karte des Ortes diese.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygone oder ein Raster&lt;/b&gt; mit allem, was zutrifft: Jedes Pixel der Karte wird verglichen. Dann gibt es keinen Stichprobenfehler und kein Intervall.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;p&gt;Ein Bericht (HTML), und jede Zahl darin als Ausgabe. Genauigkeiten sind nach Fläche gewichtet. Die wahre Fläche korrigiert die Fläche auf der Karte um die gefundenen Fehler.&lt;/p&gt;&lt;p&gt;Schätzer: Stehman 2014; wo die Schichten die Klassen der Karte sind, gleichen sie denen von Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, Gl. 2–11).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Answered points, or polygons of what is true</source>
        <translation>Beantwortete Punkte oder Polygone dessen, was zutrifft</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area assessed (m²)</source>
        <translation>Bewertete Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area on the map (m²)</source>
        <translation>Fläche auf der Karte (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Assess accuracy</source>
        <translation>Genauigkeit bewerten</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Choose one reference: answered points, polygons, or a raster of what is true.</source>
        <translation>Wählen Sie eine Referenz: beantwortete Punkte, Polygone oder ein Raster dessen, was zutrifft.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Estimates the accuracy of a map and the true area, with confidence intervals.</source>
        <translation>Schätzt die Genauigkeit einer Karte und die wahre Fläche, mit Konfidenzintervallen.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>F1 of yes (0–1)</source>
        <translation>F1 von Ja (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Figures for models and scripts</source>
        <translation>Zahlen für Modelle und Skripte</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>From this probability on, a pixel of the map is a yes. A mask does not need it.</source>
        <translation>Ab dieser Wahrscheinlichkeit ist ein Pixel der Karte ein Ja. Eine Maske braucht sie nicht.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Intersection over union of yes (0–1)</source>
        <translation>Schnitt durch Vereinigung (IoU) von Ja (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Map (probability or mask)</source>
        <translation>Karte (Wahrscheinlichkeit oder Maske)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Needed for polygons and rasters. With points: empty for the map that they were drawn on.</source>
        <translation>Nötig für Polygone und Raster. Bei Punkten: leer für die Karte, auf der sie gezogen wurden.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>One HTML file that needs nothing else.</source>
        <translation>Eine HTML-Datei, die sonst nichts braucht.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Or a raster of what is true (0 and 1)</source>
        <translation>Oder ein Raster dessen, was zutrifft (0 und 1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Overall accuracy (0–1)</source>
        <translation>Gesamtgenauigkeit (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points of Sample points for checking with answers, or polygons of all that is true on the map.</source>
        <translation>Punkte aus „Stichprobenpunkte zur Prüfung“ mit Antworten, oder Polygone von allem, was auf der Karte zutrifft.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: no on the map and in the reference</source>
        <translation>Punkte oder Pixel: Nein auf der Karte und in der Referenz</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes in the reference only</source>
        <translation>Punkte oder Pixel: Ja nur in der Referenz</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map and in the reference</source>
        <translation>Punkte oder Pixel: Ja auf der Karte und in der Referenz</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map only</source>
        <translation>Punkte oder Pixel: Ja nur auf der Karte</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points that could not be told</source>
        <translation>Punkte, die sich nicht entscheiden ließen</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Producer's accuracy of yes, recall (0–1)</source>
        <translation>Produzentengenauigkeit von Ja, Recall (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>The reference cannot be loaded. Choose a layer of points or polygons, or a raster.</source>
        <translation>Die Referenz kann nicht geladen werden. Wählen Sie einen Layer mit Punkten oder Polygonen oder ein Raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Threshold of a probability</source>
        <translation>Schwellwert einer Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area (m²)</source>
        <translation>Wahre Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</source>
        <translation>Wahre Fläche: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>User's accuracy of yes, precision (0–1)</source>
        <translation>Nutzergenauigkeit von Ja, Precision (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson</source>
        <translation>genauigkeit,konfusionsmatrix,f1,iou,nutzergenauigkeit,produzentengenauigkeit,flächenschätzung,olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>{figure}: half of the 95 % interval</source>
        <translation>{figure}: Hälfte des 95-%-Intervalls</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Before mapping</source>
        <translation>Vor der Kartierung</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Checking and accuracy</source>
        <translation>Prüfung und Genauigkeit</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Maps from imagery</source>
        <translation>Karten aus Bilddaten</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;Three or more images of one place, in any order. Their dates are taken, in this order, from the table of dates, the dates given, the temporal properties of the layers, and the names of layers, files and folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.&lt;/p&gt;&lt;h3&gt;What is consistent over time&lt;/h3&gt;&lt;p&gt;Each image is compared with the next one. What one image shows and neither of its neighbours shows is noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where an image has no data, its neighbours are compared with each other.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changes with dates&lt;/b&gt;: outlines, each with the dates of the images between which it changed. Open the Temporal Controller and press play.&lt;/li&gt;&lt;li&gt;&lt;b&gt;First change&lt;/b&gt;, &lt;b&gt;Last change&lt;/b&gt;: the number of the date that shows it, with a legend.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Number of changes&lt;/b&gt;: 2 where something was built and pulled down again, for example.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confidence&lt;/b&gt;: the weakest of the answers that make up a pixel's timeline.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes about as long as Detect change on each two neighbouring images, and up to twice that where much changes.&lt;/li&gt;&lt;li&gt;Images of one season give fewer false alarms than images of all seasons.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;p&gt;Drei oder mehr Bilder eines Ortes, in beliebiger Reihenfolge. Ihre Daten werden, in dieser Folge, aus der Datumstabelle, den angegebenen Daten, den zeitlichen Eigenschaften der Layer und den Namen von Layern, Dateien und Ordnern genommen (2019, 2019-08, 20190818, 2019_08_18). Alle Bilder werden auf das Raster des frühesten gebracht.&lt;/p&gt;&lt;h3&gt;Was über die Zeit stimmig ist&lt;/h3&gt;&lt;p&gt;Jedes Bild wird mit dem nächsten verglichen. Was ein Bild zeigt und keiner seiner Nachbarn, ist Rauschen und fällt weg; das erste und das letzte Bild haben nur einen Nachbarn, also bleibt Rauschen darin. Wo ein Bild keine Daten hat, werden seine Nachbarn miteinander verglichen.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Veränderungen mit Daten&lt;/b&gt;: Umrisse, jeder mit den Daten der Bilder, zwischen denen er sich verändert hat. Öffnen Sie die Zeitsteuerung und drücken Sie auf Abspielen.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Erste Veränderung&lt;/b&gt;, &lt;b&gt;Letzte Veränderung&lt;/b&gt;: die Nummer des Datums, das sie zeigt, mit Legende.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Anzahl der Veränderungen&lt;/b&gt;: zum Beispiel 2, wo etwas gebaut und wieder abgerissen wurde.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Sicherheit&lt;/b&gt;: die schwächste der Antworten, aus denen die Zeitleiste eines Pixels besteht.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hinweise&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Ein Lauf dauert etwa so lange wie „Veränderungen erkennen“ auf je zwei benachbarten Bildern, und bis zum Doppelten, wo sich viel verändert.&lt;/li&gt;&lt;li&gt;Bilder einer Jahreszeit geben weniger Fehlalarme als Bilder aller Jahreszeiten.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;p&gt;Maps when each place changed over three or more images of it. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert, wann sich jeder Ort über drei oder mehr Bilder verändert hat. Das Modell läuft auf diesem Computer; nichts wird hochgeladen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster of 0–1: the probability of the least sure of the answers that make the timeline of a pixel.</source>
        <translation>Ein Raster von 0–1: die Wahrscheinlichkeit der unsichersten Antwort, aus denen die Zeitleiste eines Pixels besteht.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: how many times each pixel changed.</source>
        <translation>Ein Raster: wie oft sich jedes Pixel verändert hat.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the first change, from 1 for the second image; 0 is none.</source>
        <translation>Ein Raster: die Nummer des Datums, das die erste Veränderung zeigt, ab 1 für das zweite Bild; 0 ist keine.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the last change, from 1 for the second image; 0 is none.</source>
        <translation>Ein Raster: die Nummer des Datums, das die letzte Veränderung zeigt, ab 1 für das zweite Bild; 0 ist keine.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A table with the columns name (of the layer or file) and date. It counts before all else.</source>
        <translation>Eine Tabelle mit den Spalten name (des Layers oder der Datei) und date. Sie geht allem anderen vor.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change for two.</source>
        <translation>Eine Zeitleiste braucht drei oder mehr Bilder, nicht {count}. Wählen Sie mehr in „{field}“, oder verwenden Sie „Veränderungen erkennen“ für zwei.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area that changed at least once (m²)</source>
        <translation>Fläche, die sich mindestens einmal verändert hat (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area with data (m²)</source>
        <translation>Fläche mit Daten (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Bands of the images</source>
        <translation>Kanäle der Bilder</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change left out as noise, over all pairs (m²)</source>
        <translation>Als Rauschen weggelassene Veränderung, über alle Paare (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change timeline</source>
        <translation>Zeitleiste der Veränderungen</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Changes with dates</source>
        <translation>Veränderungen mit Daten</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Dates of the images</source>
        <translation>Daten der Bilder</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Device that ran the model</source>
        <translation>Gerät, auf dem das Modell lief</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>First change</source>
        <translation>Erste Veränderung</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Its share of the area with data (0–1)</source>
        <translation>Ihr Anteil an der Fläche mit Daten (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Last change</source>
        <translation>Letzte Veränderung</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Maps when each place changed over three or more images: first and last, how often, how sure.</source>
        <translation>Kartiert, wann sich jeder Ort über drei oder mehr Bilder verändert hat: zuerst und zuletzt, wie oft, wie sicher.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of changes</source>
        <translation>Anzahl der Veränderungen</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of polygons</source>
        <translation>Anzahl der Polygone</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: from the layers' temporal properties, else from their names.</source>
        <translation>Ein Datum je Bild, in der Reihenfolge der Bilder, durch Kommas getrennt: 2015, 2017-06, 20190818. Leer: aus den zeitlichen Eigenschaften der Layer, sonst aus ihren Namen.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Outlines of the changes with begin and end, the dates between which each happened. The Temporal Controller plays them as they are.</source>
        <translation>Umrisse der Veränderungen mit begin und end, den Daten, zwischen denen jede geschah. Die Zeitsteuerung spielt sie so ab.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Table of dates</source>
        <translation>Datumstabelle</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.</source>
        <translation>Die Kanäle, die das Modell liest, in seiner Reihenfolge, für alle Bilder dieselben: 3, 2, 1. Leer: die ersten.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Three or more images of one place, in any order.</source>
        <translation>Drei oder mehr Bilder eines Ortes, in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep learning,ai,onnx</source>
        <translation>veränderungserkennung,zeitreihe,zeitleiste,zeitlich,multitemporal,geschichte,daten,bautätigkeit,deep learning,ki,onnx</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² mindestens einmal verändert, {share:.2%} der {valid:,.0f} m² mit Daten.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>“{text}” are no band numbers. Write them as 3, 2, 1.</source>
        <translation>„{text}“ sind keine Kanalnummern. Schreiben Sie sie wie 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>&lt;p&gt;Says what to expect of a pair before Detect change runs: the ground both images cover, their pixel sizes beside those the model is made for, how much light and season differ, clouds and missing data, and by how much the later image lies off the earlier one. No model is run.&lt;/p&gt;&lt;h3&gt;Misregistration&lt;/h3&gt;&lt;p&gt;The shift is measured by phase correlation in up to 100 patches, and is told only if the patches agree. Where they do not (woods, water, fields, much change), the answer is that it cannot be told, and nothing is moved: a wrong shift is worse than none.&lt;/p&gt;&lt;p&gt;Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns and shadows, not the ground.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Report&lt;/b&gt;: a page with the verdict, both images, a checkerboard, arrows of the shifts found and the figures.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image after, corrected&lt;/b&gt;, if you ask for it. &lt;i&gt;shift&lt;/i&gt; writes another position into a copy and leaves every pixel value; &lt;i&gt;resampled&lt;/i&gt; puts the pixels on those of the earlier image; &lt;i&gt;field&lt;/i&gt; also follows a smooth field, where the images support one.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Detect change can do the same by itself: its advanced parameter “Align the image after”.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sagt, was von einem Bildpaar zu erwarten ist, bevor „Veränderungen erkennen“ läuft: den Boden, den beide Bilder abdecken, ihre Pixelgrößen neben denen, für die das Modell gemacht ist, wie sehr Licht und Jahreszeit sich unterscheiden, Wolken und fehlende Daten, und um wie viel das spätere Bild neben dem früheren liegt. Kein Modell läuft.&lt;/p&gt;&lt;h3&gt;Fehlregistrierung&lt;/h3&gt;&lt;p&gt;Die Verschiebung wird durch Phasenkorrelation in bis zu 100 Ausschnitten gemessen und nur genannt, wenn die Ausschnitte übereinstimmen. Wo sie es nicht tun (Wald, Wasser, Felder, viel Veränderung), lautet die Antwort, dass sie sich nicht feststellen lässt, und nichts wird bewegt: Eine falsche Verschiebung ist schlimmer als keine.&lt;/p&gt;&lt;p&gt;Wo das Gelände die Bilder verzerrt, kann sich die Verschiebung allmählich ändern: ein Feld. Im Wald folgt es Kronen und Schatten, nicht dem Boden.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Bericht&lt;/b&gt;: eine Seite mit dem Urteil, beiden Bildern, einem Schachbrett, Pfeilen der gefundenen Verschiebungen und den Zahlen.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Bild nachher, korrigiert&lt;/b&gt;, auf Wunsch. &lt;i&gt;shift&lt;/i&gt; schreibt eine andere Lage in eine Kopie und lässt jeden Pixelwert; &lt;i&gt;resampled&lt;/i&gt; bringt die Pixel auf die des früheren Bildes; &lt;i&gt;field&lt;/i&gt; folgt auch einem glatten Feld, wo die Bilder eines belegen.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;„Veränderungen erkennen“ kann dasselbe selbst: mit seinem erweiterten Parameter „Bild nachher ausrichten“.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Alignment to run Detect change with: off, shift or field</source>
        <translation>Ausrichtung für „Veränderungen erkennen“: off, shift oder field</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image after</source>
        <translation>Kanäle des Bildes nachher</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image before</source>
        <translation>Kanäle des Bildes vorher</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Check pair</source>
        <translation>Bildpaar prüfen</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Correlation of the grey values of both images</source>
        <translation>Korrelation der Grauwerte beider Bilder</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Difference of mean brightness (0–255)</source>
        <translation>Unterschied der mittleren Helligkeit (0–255)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after</source>
        <translation>Bild nachher</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after, corrected</source>
        <translation>Bild nachher, korrigiert</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image before</source>
        <translation>Bild vorher</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far east (0 if it cannot be told)</source>
        <translation>Meter, um die das spätere Bild zu weit östlich liegt (0, wenn nicht feststellbar)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far north (0 if it cannot be told)</source>
        <translation>Meter, um die das spätere Bild zu weit nördlich liegt (0, wenn nicht feststellbar)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the earlier image (m)</source>
        <translation>Pixelgröße des früheren Bildes (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the later image (m)</source>
        <translation>Pixelgröße des späteren Bildes (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Says whether two images are fit for Detect change, and by how much the later one lies off.</source>
        <translation>Sagt, ob zwei Bilder für „Veränderungen erkennen“ taugen und um wie viel das spätere daneben liegt.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's data that the later one has data for, too (0–1)</source>
        <translation>Anteil der Daten des früheren Bildes, für den auch das spätere Daten hat (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's grid with data in both (0–1)</source>
        <translation>Anteil des Rasters des früheren Bildes mit Daten in beiden (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the earlier image: cloud, snow, glare (0–1)</source>
        <translation>Anteil, der im früheren Bild weiß und gleichmäßig ist: Wolken, Schnee, Glanz (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the later image (0–1)</source>
        <translation>Anteil, der im späteren Bild weiß und gleichmäßig ist (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The later image where it belongs. If no shift can be told, or it is less than half a pixel, this is the image as it is, and a warning says so.</source>
        <translation>Das spätere Bild, wo es hingehört. Lässt sich keine Verschiebung feststellen oder ist sie kleiner als ein halbes Pixel, ist es das Bild, wie es ist, und eine Warnung sagt es.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, east</source>
        <translation>Dasselbe in Pixeln, nach Osten</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, north</source>
        <translation>Dasselbe in Pixeln, nach Norden</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Uncertainty of the shift in pixels</source>
        <translation>Unsicherheit der Verschiebung in Pixeln</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Verdict: good, caution or problem</source>
        <translation>Urteil: good, caution oder problem</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the images support a smooth field of shifts</source>
        <translation>Ob die Bilder ein glattes Feld von Verschiebungen belegen</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the shift can be told</source>
        <translation>Ob sich die Verschiebung feststellen lässt</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase correlation</source>
        <translation>registrierung,koregistrierung,fehlregistrierung,verschiebung,ausrichtung,überlappung,wolken,qualität,vorher,nachher,phasenkorrelation</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>Choose a raster layer in “{field}”.</source>
        <translation>Wählen Sie einen Rasterlayer in „{field}“.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, Install the inference runtime… It takes one click and changes nothing inside QGIS.</source>
        <translation>ONNX Runtime, das die Modelle ausführt, ist nicht installiert. Wählen Sie Erweiterungen, Noise2Map, Laufzeitumgebung installieren… Es braucht einen Klick und ändert nichts in QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The device {device} is not present on this computer. Choose one of: {present}.</source>
        <translation>Das Gerät {device} ist auf diesem Computer nicht vorhanden. Wählen Sie eines von: {present}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The map cannot be averaged over {views} views. Choose one of: {choices}.</source>
        <translation>Die Karte kann nicht über {views} Ansichten gemittelt werden. Wählen Sie eine von: {choices}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The model “{model}” offers no timestep {step}. Choose one of: {offered}.</source>
        <translation>Das Modell „{model}“ bietet keinen Zeitschritt {step}. Wählen Sie einen von: {offered}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model for this task on this computer. Install the plugin again, or add a model in Plugins, Noise2Map, Models and settings.</source>
        <translation>Auf diesem Computer gibt es kein Modell für diese Aufgabe. Installieren Sie die Erweiterung neu oder fügen Sie ein Modell hinzu unter Erweiterungen, Noise2Map, Modelle und Einstellungen.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model “{name}” on this computer for this task. Choose one of: {models}.</source>
        <translation>Auf diesem Computer gibt es kein Modell „{name}“ für diese Aufgabe. Wählen Sie eines von: {models}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no raster “{path}”, given as “{field}”. Check the path or choose another.</source>
        <translation>Es gibt kein Raster „{path}“, angegeben als „{field}“. Prüfen Sie den Pfad oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}” is given both as before and as after, so nothing can have changed. Choose two images, or two sets of bands.</source>
        <translation>„{layer}“ ist sowohl als vorher als auch als nachher angegeben, also kann sich nichts verändert haben. Wählen Sie zwei Bilder oder zwei Gruppen von Kanälen.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.</source>
        <translation>„{layer}“, angegeben als „{field}“, ist kein Rasterlayer. Wählen Sie ein Raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” is always a file: give a path, or {temporary} for a temporary file.</source>
        <translation>„{output}“ ist immer eine Datei: Geben Sie einen Pfad an, oder {temporary} für eine temporäre Datei.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” would be written over “{layer}”. Choose another file for it.</source>
        <translation>„{output}“ würde über „{layer}“ geschrieben. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}”: {reason}.</source>
        <translation>„{output}“: {reason}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. Open it in QGIS to see why, or choose another.</source>
        <translation>„{path}“, angegeben als „{field}“, kann nicht als Raster gelesen werden: Die Datei ist beschädigt oder von unbekannter Art. Öffnen Sie sie in QGIS, um den Grund zu sehen, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later one is brought onto the earlier one's grid. Choose images of the same season where you can.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Change probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changes&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Change mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Too many small specks: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint changes missing: lower it.&lt;/li&gt;&lt;li&gt;Outlines too wide or too narrow: look at the probability layer, then change the threshold.&lt;/li&gt;&lt;li&gt;Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift or field in “Align the image after”, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;p&gt;Die beiden Bilder dürfen sich in Koordinatensystem, Pixelgröße, Ausdehnung, Datentyp und Nodata unterscheiden: Das spätere wird auf das Raster des früheren gebracht. Wählen Sie möglichst Bilder derselben Jahreszeit.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Wahrscheinlichkeit der Veränderung&lt;/b&gt;: wie sicher das Modell ist, 0 bis 1, Pixel für Pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Veränderungen&lt;/b&gt;: Umrisse von allem über dem Schwellwert, das irgendwo sicher genug ist, mit Fläche (m²), Umfang (m) sowie mittlerer und höchster Wahrscheinlichkeit.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Veränderungsmaske&lt;/b&gt;, auf Wunsch: dasselbe als Raster aus 0 und 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hinweise&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Zu viele kleine Flecken: die kleinste behaltene Fläche erhöhen.&lt;/li&gt;&lt;li&gt;Fehlalarme: den hohen Schwellwert erhöhen. Schwache Veränderungen fehlen: ihn senken.&lt;/li&gt;&lt;li&gt;Umrisse zu weit oder zu eng: den Wahrscheinlichkeitslayer ansehen, dann den Schwellwert ändern.&lt;/li&gt;&lt;li&gt;Ränder unveränderter Dächer sind markiert: Ein Bild liegt neben dem anderen. Führen Sie „Bildpaar prüfen“ aus und wählen Sie shift oder field in „Bild nachher ausrichten“ bei den erweiterten Parametern.&lt;/li&gt;&lt;li&gt;Genauer und langsamer: Test-Time-Augmentation mit 4 oder 8 Ansichten (erweiterte Parameter).&lt;/li&gt;&lt;li&gt;Ein erster Blick auf ein großes Bild: eine kleine Ausdehnung wählen. Ein voller Lauf gibt den Pixeln darin dieselbe Wahrscheinlichkeit.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;p&gt;Maps what changed between two images of the same place. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert, was sich zwischen zwei Bildern desselben Ortes verändert hat. Das Modell läuft auf diesem Computer; nichts wird hochgeladen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 0–1, no data where either image has none. Filter it later without running again.</source>
        <translation>Ein Raster von 0–1, Nodata, wo eines der Bilder keine Daten hat. Filtern Sie es später, ohne neu zu rechnen.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 1 where something changed, 0 elsewhere.</source>
        <translation>Ein Raster mit 1, wo sich etwas verändert hat, sonst 0.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change mask</source>
        <translation>Veränderungsmaske</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change probability</source>
        <translation>Wahrscheinlichkeit der Veränderung</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed area (m²)</source>
        <translation>Veränderte Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed share of the area with data (0–1)</source>
        <translation>Veränderter Anteil der Fläche mit Daten (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changes</source>
        <translation>Veränderungen</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Detect change</source>
        <translation>Veränderungen erkennen</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Maps what changed between an image from before and one from after.</source>
        <translation>Kartiert, was sich zwischen einem Bild von vorher und einem von nachher verändert hat.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Umrisse dessen, was sich verändert hat, mit area_m2, perimeter_m, mean_prob und max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial</source>
        <translation>veränderungserkennung,differenz,vorher,nachher,zwei zeitpunkte,bitemporal,deep learning,ki,onnx,satellit,luftbild</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;h3&gt;What it does&lt;/h3&gt;&lt;p&gt;The model was trained with the two images mixed into each other, more or less of that at each diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It also looks at every tile in several turned and mirrored views: where these disagree it is unsure.&lt;/p&gt;&lt;p&gt;With a point, parts of either image around it are covered one by one, and the raster tells by how much the probability at the point falls: which image, and which part of it, made the model say so.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probability by timestep&lt;/b&gt;: one band a timestep.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Agreement&lt;/b&gt;: mean and spread over timesteps, the share of them that say change (between 0 and 1 the answer depends on the timestep), mean and spread over views.&lt;/li&gt;&lt;li&gt;&lt;b&gt;What the answer at the point rests on&lt;/b&gt;: positive where a part adds to the probability.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes as long as one change map for each timestep and each view: choose a small extent.&lt;/li&gt;&lt;li&gt;The threshold was chosen for the model's own timestep; the others are not calibrated.&lt;/li&gt;&lt;li&gt;A model without further timesteps shows its own alone.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Was es tut&lt;/h3&gt;&lt;p&gt;Das Modell wurde mit ineinander gemischten Bildern trainiert, je Diffusions-Zeitschritt mehr oder weniger. Wo es bei allen Zeitschritten dasselbe sagt, hängt die Antwort nicht an dieser Wahl. Außerdem sieht es jede Kachel in mehreren gedrehten und gespiegelten Ansichten: Wo diese sich widersprechen, ist es unsicher.&lt;/p&gt;&lt;p&gt;Mit einem Punkt werden Teile beider Bilder um ihn herum nacheinander verdeckt, und das Raster sagt, um wie viel die Wahrscheinlichkeit am Punkt sinkt: welches Bild, und welcher Teil davon, das Modell dazu brachte.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Wahrscheinlichkeit je Zeitschritt&lt;/b&gt;: ein Kanal je Zeitschritt.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Übereinstimmung&lt;/b&gt;: Mittel und Streuung über Zeitschritte, der Anteil derer, die Veränderung sagen (zwischen 0 und 1 hängt die Antwort vom Zeitschritt ab), Mittel und Streuung über Ansichten.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Worauf die Antwort am Punkt beruht&lt;/b&gt;: positiv, wo ein Teil die Wahrscheinlichkeit erhöht.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hinweise&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Ein Lauf dauert so lange wie eine Veränderungskarte je Zeitschritt und Ansicht: eine kleine Ausdehnung wählen.&lt;/li&gt;&lt;li&gt;Der Schwellwert wurde für den Zeitschritt des Modells gewählt; die anderen sind nicht kalibriert.&lt;/li&gt;&lt;li&gt;Ein Modell ohne weitere Zeitschritte zeigt nur seinen eigenen.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;p&gt;Maps what the answer of &lt;i&gt;Detect change&lt;/i&gt; depends on. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert, wovon die Antwort von &lt;i&gt;Veränderungen erkennen&lt;/i&gt; abhängt. Das Modell läuft auf diesem Computer; nichts wird hochgeladen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A place on the images; click it on the map. Needed for the last output only.</source>
        <translation>Ein Ort auf den Bildern; klicken Sie ihn auf der Karte an. Nur für die letzte Ausgabe nötig.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster around the point, a band for each image: what each part of it adds to the probability there.</source>
        <translation>Ein Raster um den Punkt, ein Kanal je Bild: was jeder Teil davon dort zur Wahrscheinlichkeit beiträgt.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say change, mean and standard deviation over views (the uncertainty).</source>
        <translation>Ein Raster mit fünf Kanälen: Mittel und Standardabweichung über Zeitschritte, Anteil der Zeitschritte, die Veränderung sagen, Mittel und Standardabweichung über Ansichten (die Unsicherheit).</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster with a band of change probability for each timestep.</source>
        <translation>Ein Raster mit einem Kanal Veränderungswahrscheinlichkeit je Zeitschritt.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain change</source>
        <translation>Veränderung erklären</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain this place</source>
        <translation>Diesen Ort erklären</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images.</source>
        <translation>Kartiert, wovon die Antwort einer Veränderungskarte abhängt: vom Diffusions-Zeitschritt, von der Ansicht und von Teilen der Bilder.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over timesteps (0–1)</source>
        <translation>Mittlere Standardabweichung über Zeitschritte (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over views (0–1)</source>
        <translation>Mittlere Standardabweichung über Ansichten (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Numbers such as 0, 200, 600, of those the model offers. Empty: all of them.</source>
        <translation>Zahlen wie 0, 200, 600, aus denen, die das Modell bietet. Leer: alle.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability at the point (0–1)</source>
        <translation>Wahrscheinlichkeit am Punkt (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability by timestep</source>
        <translation>Wahrscheinlichkeit je Zeitschritt</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Share of the area where the answer depends on the timestep (0–1)</source>
        <translation>Anteil der Fläche, wo die Antwort vom Zeitschritt abhängt (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.</source>
        <translation>Die Antwort hängt auf {share:.2%} der Fläche mit Daten vom Zeitschritt ({steps}) ab.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the earlier image adds at the point</source>
        <translation>Der größte Beitrag eines Teils des früheren Bildes am Punkt</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the later image adds at the point</source>
        <translation>Der größte Beitrag eines Teils des späteren Bildes am Punkt</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Timesteps compared</source>
        <translation>Verglichene Zeitschritte</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>What the answer at the point rests on</source>
        <translation>Worauf die Antwort am Punkt beruht</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change detection</source>
        <translation>erklären,unsicherheit,sicherheit,attribution,verdeckung,zeitschritt,diffusion,test-time-augmentation,veränderungserkennung</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>“{text}” are no timesteps. Write them as 0, 200, 600.</source>
        <translation>„{text}“ sind keine Zeitschritte. Schreiben Sie sie wie 0, 200, 600.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>&lt;p&gt;Cuts tiles from images and polygons into the folder that &lt;code&gt;noise2map train&lt;/code&gt; reads, to fine-tune a model on your own area.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;One image for buildings; an image before and one after for change. &lt;b&gt;Labels&lt;/b&gt; are polygons of all buildings, or of all changes. Where you have not labelled everything, draw an &lt;b&gt;area&lt;/b&gt; inside which everything is labelled: beyond it nothing is learnt.&lt;/p&gt;&lt;h3&gt;Splits&lt;/h3&gt;&lt;p&gt;Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better than it is. The tiles are therefore split by place: validation at one end of the area, training in the middle, test at the other end, and a gap of left-out ground between.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;The folder, and in it &lt;code&gt;tiles.gpkg&lt;/code&gt; with the outline and the split of every tile. Look at it first with &lt;i&gt;Preview only&lt;/i&gt;; nothing else is written then.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; outside of QGIS, then add RUN/bundle on the settings page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Schneidet aus Bildern und Polygonen Kacheln in den Ordner, den &lt;code&gt;noise2map train&lt;/code&gt; liest, um ein Modell auf dem eigenen Gebiet nachzutrainieren.&lt;/p&gt;&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;p&gt;Ein Bild für Gebäude; ein Bild vorher und eines nachher für Veränderungen. &lt;b&gt;Labels&lt;/b&gt; sind Polygone aller Gebäude oder aller Veränderungen. Wenn Sie nicht alles gelabelt haben, zeichnen Sie eine &lt;b&gt;Fläche&lt;/b&gt;, in der alles gelabelt ist: Jenseits davon wird nichts gelernt.&lt;/p&gt;&lt;h3&gt;Aufteilung&lt;/h3&gt;&lt;p&gt;Benachbarte Kacheln sehen sich ähnlich; ein Modell, das neben dem Ort des Trainings getestet wird, scheint also besser, als es ist. Die Kacheln werden darum nach Ort geteilt: Validierung am einen Ende der Fläche, Training in der Mitte, Test am anderen, und dazwischen eine Lücke ausgelassenen Bodens.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;p&gt;Der Ordner, und darin &lt;code&gt;tiles.gpkg&lt;/code&gt; mit Umriss und Teil jeder Kachel. Sehen Sie es zuerst mit &lt;i&gt;Nur Vorschau&lt;/i&gt; an; sonst wird dann nichts geschrieben.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; außerhalb von QGIS; dann fügen Sie RUN/bundle auf der Einstellungsseite hinzu.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A multiple of 32. Smaller tiles follow a small area more closely.</source>
        <translation>Ein Vielfaches von 32. Kleinere Kacheln folgen einer kleinen Fläche genauer.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A new or an empty folder.</source>
        <translation>Ein neuer oder leerer Ordner.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Area in which everything is labelled</source>
        <translation>Fläche, in der alles gelabelt ist</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Cuts tiles from your images and polygons, to fine-tune a model on your own area.</source>
        <translation>Schneidet Kacheln aus Ihren Bildern und Polygonen, um ein Modell auf Ihrem Gebiet nachzutrainieren.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Export training tiles</source>
        <translation>Trainingskacheln exportieren</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Folder of tiles</source>
        <translation>Ordner der Kacheln</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Gap between splits (m; one tile if empty)</source>
        <translation>Lücke zwischen den Teilen (m; eine Kachel, wenn leer)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground left out between two splits, rounded up to whole tiles.</source>
        <translation>Zwischen zwei Teilen ausgelassener Boden, auf ganze Kacheln aufgerundet.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground sample distance of the tiles (m)</source>
        <translation>Bodenauflösung der Kacheln (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image before (for change only)</source>
        <translation>Bild vorher (nur für Veränderungen)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image, or image after</source>
        <translation>Bild, oder Bild nachher</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Labels: all buildings, or all changes</source>
        <translation>Labels: alle Gebäude, oder alle Veränderungen</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Model to fine-tune</source>
        <translation>Modell zum Nachtrainieren</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons in any coordinate reference system. Fifty are a start.</source>
        <translation>Polygone in beliebigem Koordinatensystem. Fünfzig sind ein Anfang.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere.</source>
        <translation>Polygone. Jenseits davon ist das Label unbekannt, und das Training sieht nicht hin. Leer: überall.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Preview only: the outlines of the tiles</source>
        <translation>Nur Vorschau: die Umrisse der Kacheln</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for test (0–0.9)</source>
        <translation>Anteil für den Test (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for validation (0–0.9)</source>
        <translation>Anteil für die Validierung (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The earlier of two images. Leave it empty for buildings.</source>
        <translation>Das frühere von zwei Bildern. Leer lassen für Gebäude.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The image of the buildings, or the later of two images.</source>
        <translation>Das Bild der Gebäude, oder das spätere von zwei Bildern.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The model “{}” has no task for these images; choose another.</source>
        <translation>Das Modell „{}“ hat keine Aufgabe für diese Bilder; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that chooses the threshold of the fine-tuned model.</source>
        <translation>Der Anteil der Labels, an dem der Schwellwert des nachtrainierten Modells gewählt wird.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that training never sees, to measure what it gained. 0: no test.</source>
        <translation>Der Anteil der Labels, den das Training nie sieht, um den Gewinn zu messen. 0: kein Test.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tile size must be a multiple of 32 pixels.</source>
        <translation>Die Kachelgröße muss ein Vielfaches von 32 Pixeln sein.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tiles get the bands, the stretch and a pixel size that this model takes.</source>
        <translation>Die Kacheln erhalten die Kanäle, die Streckung und eine Pixelgröße, die dieses Modell nimmt.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tile size (pixels)</source>
        <translation>Kachelgröße (Pixel)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for test</source>
        <translation>Kacheln für den Test</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for training</source>
        <translation>Kacheln für das Training</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for validation</source>
        <translation>Kacheln für die Validierung</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</source>
        <translation>Trainieren mit: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Training tiles</source>
        <translation>Trainingskacheln</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Writes tiles.gpkg alone, to look at the splits before anything else is written.</source>
        <translation>Schreibt nur tiles.gpkg, um die Aufteilung anzusehen, bevor etwas anderes geschrieben wird.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation</source>
        <translation>training,nachtrainieren,labels,kacheln,chips,datensatz,deep learning,aufteilung,validierung</translation>
    </message>
    <message>
        <location filename="../algorithms/feedback.py"/>
        <source>Tile {done} of {total}</source>
        <translation>Kachel {done} von {total}</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Megapixels a second</source>
        <translation>Megapixel je Sekunde</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Models to choose from</source>
        <translation>Modelle zur Auswahl</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>More on the models</source>
        <translation>Mehr über die Modelle</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Seconds taken</source>
        <translation>Dauer in Sekunden</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² gefunden, {share:.2%} der {valid:,.0f} m² mit Daten.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} ({names}). Choose another layer, or choose its band in the advanced parameters to stand for all.</source>
        <translation>Der Layer „{layer}“ hat einen einzigen Kanal (er ist panchromatisch oder kein Bild), aber das Modell braucht {needed} ({names}). Wählen Sie einen anderen Layer, oder wählen Sie in den erweiterten Parametern seinen Kanal, der dann für alle steht.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has no band {band}: it has {count}.</source>
        <translation>Der Layer „{layer}“ hat keinen Kanal {band}: Er hat {count}.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or choose one of its bands in the advanced parameters to stand for all.</source>
        <translation>Der Layer „{layer}“ hat {count} Kanal/Kanäle, aber das Modell braucht {needed} ({names}). Wählen Sie einen anderen Layer, oder wählen Sie in den erweiterten Parametern einen seiner Kanäle, der dann für alle steht.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, Export ▸ Save As…) and choose that file.</source>
        <translation>Der Layer „{layer}“ {reason}. Speichern Sie zuerst den nötigen Teil als Rasterdatei (Rechtsklick auf den Layer, Export ▸ Speichern als…) und wählen Sie diese Datei.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The no data value in the file of “{layer}” is switched off in QGIS, and not used.</source>
        <translation>Der Nodata-Wert in der Datei von „{layer}“ ist in QGIS ausgeschaltet und wird nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” has no coordinate system, so its place is unknown. Set one (right-click the layer, Layer CRS) and run again.</source>
        <translation>Der Polygonlayer „{layer}“ hat kein Koordinatensystem, also ist seine Lage unbekannt. Setzen Sie eines (Rechtsklick auf den Layer, Layer-KBS) und starten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the field empty to use the whole image.</source>
        <translation>Der Polygonlayer „{layer}“ enthält kein Polygon. Prüfen Sie seinen Filter und seine Auswahl, oder lassen Sie das Feld leer, um das ganze Bild zu verwenden.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from a {service} service, which gives pictures, not pixel values</source>
        <translation>kommt von einem Dienst ({service}), der Bilder liefert und keine Pixelwerte</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from the {provider} provider of QGIS, and only files are read here</source>
        <translation>kommt vom Anbieter {provider} von QGIS, und hier werden nur Dateien gelesen</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>is a virtual raster, a formula on other layers that only QGIS computes</source>
        <translation>ist ein virtuelles Raster, eine Formel über anderen Layern, die nur QGIS berechnet</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>the extent {place} (xmin, ymin, xmax, ymax; {crs})</source>
        <translation>die Ausdehnung {place} (xmin, ymin, xmax, ymax; {crs})</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). Choose as many, or a single one to stand for all.</source>
        <translation>{chosen} Kanäle des Layers „{layer}“ sind gewählt, aber das Modell braucht {needed} ({names}, in dieser Reihenfolge). Wählen Sie so viele, oder einen einzigen, der für alle steht.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{count} polygon(s) of “{layer}”</source>
        <translation>{count} Polygon(e) von „{layer}“</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” has the additional no data value {values}, as set in QGIS.</source>
        <translation>„{layer}“ hat die zusätzlichen Nodata-Werte {values}, wie in QGIS gesetzt.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” is read in {shown}, as set in QGIS; its file says {written}.</source>
        <translation>„{layer}“ wird in {shown} gelesen, wie in QGIS gesetzt; seine Datei sagt {written}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source> (default)</source>
        <translation> (Vorgabe)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licence: {licence}.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Lizenz: {licence}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>F1 on test data: {scores}.</source>
        <translation>F1 auf Testdaten: {scores}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Known to fail:</source>
        <translation>Bekannte Schwächen:</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Licence: {terms}</source>
        <translation>Lizenz: {terms}</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.</source>
        <translation>Für Pixel von {low:g}–{high:g} m; Kanäle: {bands}; Schwellwert {threshold:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Test-time augmentation with {views} views, unless you choose otherwise.</source>
        <translation>Test-Time-Augmentation mit {views} Ansichten, wenn Sie nichts anderes wählen.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (not open)</source>
        <translation>{name} (nicht offen)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (open)</source>
        <translation>{name} (offen)</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>eine Zahl mit Dezimalpunkt sein, etwa 0.5</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a whole number, such as 128</source>
        <translation>eine ganze Zahl sein, etwa 128</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>an expression without a value</source>
        <translation>ein Ausdruck ohne Wert</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>between {low:g} and {high:g}</source>
        <translation>zwischen {low:g} und {high:g} liegen</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{low:g} or more</source>
        <translation>{low:g} oder mehr sein</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {allowed}, not {number:g}.</source>
        <translation>{name} („{label}“) muss {allowed}, nicht {number:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.</source>
        <translation>{name} („{label}“) muss {kind}, nicht {value}. Korrigieren Sie den Wert oder lassen Sie ihn leer.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A multiple of 32. Not set: the model's own. Smaller tiles need less memory.</source>
        <translation>Ein Vielfaches von 32. Nicht gesetzt: der des Modells. Kleinere Kacheln brauchen weniger Speicher.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A page with the verdict, pictures and figures. It is one file and needs no network.</source>
        <translation>Eine Seite mit Urteil, Bildern und Zahlen. Sie ist eine einzige Datei und braucht kein Netz.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes many false alarms. Not set: the model's own with its own threshold, {own}, and none with another threshold. 0 keeps all.</source>
        <translation>Ein Fleck bleibt nur, wenn mindestens eines seiner Pixel diese Wahrscheinlichkeit erreicht (Hysterese); das entfernt viele Fehlalarme. Nicht gesetzt: der des Modells bei seinem eigenen Schwellwert, {own}, und keiner bei einem anderen. 0 behält alle.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}.</source>
        <translation>Ab dieser Wahrscheinlichkeit zählt ein Pixel. Niedriger findet mehr und irrt öfter. Nicht gesetzt: der des Modells, {own}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Align the image after</source>
        <translation>Bild nachher ausrichten</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Diffusion timestep</source>
        <translation>Diffusions-Zeitschritt</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>High threshold (seed of a patch, 0–1)</source>
        <translation>Hoher Schwellwert (Keim eines Flecks, 0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes.</source>
        <translation>Wie weit sich ein Umriss bewegen darf, um einfacher oder regelmäßig zu werden. 0: gar nicht, oder ein Pixel bei diesen Formen.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How to correct</source>
        <translation>Wie korrigiert wird</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Not set: the model's own. More overlap takes longer and joins tiles more smoothly.</source>
        <translation>Nicht gesetzt: die des Modells. Mehr Überlappung dauert länger und verbindet Kacheln glatter.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch that its edge cuts counts by what lies inside.</source>
        <translation>Außerhalb wird nichts berechnet. Die Wahrscheinlichkeit eines Pixels hängt nicht von der gewählten Ausdehnung ab; ein Fleck, den ihr Rand schneidet, zählt mit dem, was innen liegt.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only in this extent</source>
        <translation>Nur in dieser Ausdehnung</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only inside these polygons</source>
        <translation>Nur innerhalb dieser Polygone</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Overlap of tiles (pixels)</source>
        <translation>Überlappung der Kacheln (Pixel)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Shape of outlines</source>
        <translation>Form der Umrisse</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Umrisse vereinfachen um (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smaller patches are left out of mask, polygons and figures. 0 keeps them all.</source>
        <translation>Kleinere Flecken fehlen in Maske, Polygonen und Zahlen. 0 behält alle.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smallest area kept (m²)</source>
        <translation>Kleinste behaltene Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Stretch of pixel values</source>
        <translation>Streckung der Pixelwerte</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Test-time augmentation (views)</source>
        <translation>Test-Time-Augmentation (Ansichten)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The bands the model reads, in its order. None chosen: those that the file declares as the model's colours, else the first ones; the log says which. One chosen: it stands for all.</source>
        <translation>Die Kanäle, die das Modell liest, in seiner Reihenfolge. Keiner gewählt: die, welche die Datei als die Farben des Modells angibt, sonst die ersten; das Protokoll nennt sie. Einer gewählt: Er steht für alle.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. 2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful.</source>
        <translation>So oft sieht das Modell jede Kachel, gedreht und gespiegelt; der Mittelwert der Antworten ist die Karte: weniger Fehler, für etwa das Ebenso-Vielfache der Zeit. auto: wie das Modell es verlangt. 1: einmal, am schnellsten. 2: auch um 180 Grad gedreht. 4: auch gespiegelt. 8: all das auch auf der Seite, am genauesten.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. Licences: {licences}.</source>
        <translation>Das Modell: eines, das die Erweiterung mitbringt, oder eines, das Sie auf der Einstellungsseite hinzugefügt haben. Skripte geben seinen Namen an. Lizenzen: {licences}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The step of its training noise at which the model is read. auto: the one its card was scored with.</source>
        <translation>Der Schritt des Trainingsrauschens, bei dem das Modell gelesen wird. auto: der, mit dem seine Karte bewertet wurde.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Threshold (0–1)</source>
        <translation>Schwellwert (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do.</source>
        <translation>Kacheln, die kein Polygon berühren, werden übersprungen; Pixel außerhalb werden Nodata. Jedes Koordinatensystem ist recht.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, where relief bends the images and they show it clearly, else one shift. Where no shift can be told nothing is moved; the log says what was done.</source>
        <translation>Was zu tun ist, wenn das spätere Bild einige Pixel neben dem früheren liegt. off: nichts. shift: die gemeinsame Verschiebung messen und das spätere Bild zurückschieben. field: einem glatten Feld von Verschiebungen folgen, wo das Gelände die Bilder verzerrt und sie es deutlich zeigen, sonst einer einzigen. Wo sich keine Verschiebung feststellen lässt, wird nichts bewegt; das Protokoll sagt, was getan wurde.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Where the model runs. auto: the fastest one that works here. The log says which one really ran.</source>
        <translation>Wo das Modell läuft. auto: das schnellste Gerät, das hier funktioniert. Das Protokoll sagt, welches es wirklich war.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>auto: 8-bit images as they are, others by percentiles of the whole image. percentile: always by percentiles. none: values as they are.</source>
        <translation>auto: 8-Bit-Bilder, wie sie sind, andere nach Perzentilen des ganzen Bildes. percentile: immer nach Perzentilen. none: Werte, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a distance is given below.</source>
        <translation>exact: der Umriss der Pixel. simplified: weniger Ecken. regular: rechte Winkel, wo Wände fast so stehen, bei höchstens einem Zehntel verlorener oder gewonnener Fläche eines Polygons. auto: exact, oder simplified, wenn unten ein Abstand angegeben ist.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on those of the earlier image. field: that, along a smooth field of shifts where the images support one.</source>
        <translation>shift: Eine andere Lage wird in eine Kopie geschrieben, jeder Pixelwert bleibt. resampled: Die Pixel werden auf die des früheren Bildes gebracht. field: das, entlang eines glatten Feldes von Verschiebungen, wo die Bilder es belegen.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>0.02 means that the overall accuracy will be known to about ± 4 percentage points.</source>
        <translation>0.02 heißt, dass die Gesamtgenauigkeit auf etwa ± 4 Prozentpunkte bekannt sein wird.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>&lt;p&gt;Draws stratified random points on a map of change or buildings. A person answers each with yes, no or can't tell; &lt;i&gt;Assess accuracy&lt;/i&gt; then estimates the accuracy and the true area, with confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third one, &lt;i&gt;possible&lt;/i&gt;: below the threshold, but not below the low threshold. What the map misses lies there.&lt;/p&gt;&lt;p&gt;With the images before and after (or one of them), a picture of every point is written beside the output, in a folder of its name, and shown in the form.&lt;/p&gt;&lt;h3&gt;How many points&lt;/h3&gt;&lt;p&gt;Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at least a fixed number in each stratum. A number of points in all overrides this.&lt;/p&gt;&lt;h3&gt;Answering&lt;/h3&gt;&lt;p&gt;Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: &lt;b&gt;y&lt;/b&gt; yes, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; can't tell; up and down in the list go to the next point. The map's own answer is not shown, so that it does not influence yours. Answer can't tell only where no image allows an answer.&lt;/p&gt;&lt;p&gt;The same map, settings and seed give the same points.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Zieht geschichtete Zufallspunkte auf einer Karte von Veränderungen oder Gebäuden. Ein Mensch beantwortet jeden mit ja, nein oder nicht entscheidbar; &lt;i&gt;Genauigkeit bewerten&lt;/i&gt; schätzt daraus die Genauigkeit und die wahre Fläche, mit Konfidenzintervallen.&lt;/p&gt;&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;p&gt;Ein Wahrscheinlichkeitsraster oder eine Maske (0 und 1). Jede Klasse ist eine Schicht. Ein Wahrscheinlichkeitsraster hat eine dritte, &lt;i&gt;möglich&lt;/i&gt;: unter dem Schwellwert, aber nicht unter dem niedrigen Schwellwert. Was die Karte übersieht, liegt dort.&lt;/p&gt;&lt;p&gt;Mit den Bildern vorher und nachher (oder einem davon) wird neben der Ausgabe, in einem Ordner ihres Namens, ein Bild jedes Punktes geschrieben und im Formular gezeigt.&lt;/p&gt;&lt;h3&gt;Wie viele Punkte&lt;/h3&gt;&lt;p&gt;Genug für den gewünschten Standardfehler der Gesamtgenauigkeit (Olofsson et al. 2014, Gl. 13) und mindestens eine feste Zahl in jeder Schicht. Eine Gesamtzahl geht dem vor.&lt;/p&gt;&lt;h3&gt;Antworten&lt;/h3&gt;&lt;p&gt;Schalten Sie die Bearbeitung ein und öffnen Sie die Attributtabelle in der Formularansicht. Das Antwortfeld nimmt die Tastatur: &lt;b&gt;y&lt;/b&gt; ja, &lt;b&gt;n&lt;/b&gt; nein, &lt;b&gt;c&lt;/b&gt; nicht entscheidbar; auf und ab in der Liste gehen zum nächsten Punkt. Die Antwort der Karte wird nicht gezeigt, damit sie Ihre nicht beeinflusst. Antworten Sie nur dann „nicht entscheidbar“, wenn kein Bild eine Antwort erlaubt.&lt;/p&gt;&lt;p&gt;Dieselbe Karte, dieselben Einstellungen und derselbe Startwert geben dieselben Punkte.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A GeoPackage of points with an empty answer.</source>
        <translation>Ein GeoPackage mit Punkten und leerer Antwort.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere.</source>
        <translation>Ein Wahrscheinlichkeitsraster oder eine Maske (0 und 1) von Veränderungen oder Gebäuden, aus dieser Erweiterung oder von anderswo.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Another number draws other points; the same number draws the same ones.</source>
        <translation>Eine andere Zahl zieht andere Punkte; dieselbe Zahl zieht dieselben.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws random points on a map, to be answered with yes, no or can't tell.</source>
        <translation>Zieht Zufallspunkte auf einer Karte, die mit ja, nein oder nicht entscheidbar zu beantworten sind.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Enough to recognise the place, for example a house with its neighbours.</source>
        <translation>Genug, um den Ort zu erkennen, zum Beispiel ein Haus mit seinen Nachbarn.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability on, a pixel is a yes. A mask does not need it.</source>
        <translation>Ab dieser Wahrscheinlichkeit ist ein Pixel ein Ja. Eine Maske braucht sie nicht.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability up to the threshold, pixels are a stratum of their own.</source>
        <translation>Von dieser Wahrscheinlichkeit bis zum Schwellwert sind Pixel eine eigene Schicht.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Low threshold (0: no stratum “possible”)</source>
        <translation>Niedriger Schwellwert (0: keine Schicht „möglich“)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Map to check (probability or mask)</source>
        <translation>Zu prüfende Karte (Wahrscheinlichkeit oder Maske)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Number of points</source>
        <translation>Anzahl der Punkte</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Overrides the number computed from the standard error.</source>
        <translation>Geht der Zahl vor, die aus dem Standardfehler berechnet wird.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in all (from the standard error if empty)</source>
        <translation>Punkte insgesamt (aus dem Standardfehler, wenn leer)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in each stratum, at least</source>
        <translation>Punkte je Schicht, mindestens</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in the stratum “{}”</source>
        <translation>Punkte in der Schicht „{}“</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points to answer</source>
        <translation>Zu beantwortende Punkte</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Rare classes need 50 to 100 points, whatever their area.</source>
        <translation>Seltene Klassen brauchen 50 bis 100 Punkte, gleich wie groß ihre Fläche ist.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample points for checking</source>
        <translation>Stichprobenpunkte zur Prüfung</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Side of the ground in a picture (m)</source>
        <translation>Seitenlänge des Bodens in einem Bild (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Standard error wanted of the overall accuracy</source>
        <translation>Gewünschter Standardfehler der Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The earlier image. The form then shows a picture of every point.</source>
        <translation>Das frühere Bild. Das Formular zeigt dann ein Bild jedes Punktes.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The later image, or the only one.</source>
        <translation>Das spätere Bild, oder das einzige.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The map to check cannot be loaded. Choose a raster layer.</source>
        <translation>Die zu prüfende Karte kann nicht geladen werden. Wählen Sie einen Rasterlayer.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the mapped class that you expect to be true. Lower asks for more points.</source>
        <translation>Der Anteil der kartierten Klasse, der vermutlich zutrifft. Weniger verlangt mehr Punkte.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the rest that you expect to be right.</source>
        <translation>Der Anteil des Restes, der vermutlich richtig ist.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of no</source>
        <translation>Erwartete Nutzergenauigkeit von Nein</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of yes</source>
        <translation>Erwartete Nutzergenauigkeit von Ja</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate</source>
        <translation>genauigkeit,validierung,geschichtete zufallsstichprobe,olofsson,referenz,ground truth,flächenschätzung</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;An image from above in which single houses can be told apart. It may have any coordinate system, data type and nodata.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Building probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Buildings&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Building mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Sheds and cars in the result: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint roofs missing: lower it.&lt;/li&gt;&lt;li&gt;Ragged outlines: choose the regular shape, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Eingabe&lt;/h3&gt;&lt;p&gt;Ein Bild von oben, in dem sich einzelne Häuser unterscheiden lassen. Koordinatensystem, Datentyp und Nodata sind beliebig.&lt;/p&gt;&lt;h3&gt;Ausgabe&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Gebäudewahrscheinlichkeit&lt;/b&gt;: wie sicher das Modell ist, 0 bis 1, Pixel für Pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Gebäude&lt;/b&gt;: Umrisse von allem über dem Schwellwert, das irgendwo sicher genug ist, mit Fläche (m²), Umfang (m) sowie mittlerer und höchster Wahrscheinlichkeit.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Gebäudemaske&lt;/b&gt;, auf Wunsch: dasselbe als Raster aus 0 und 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hinweise&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Schuppen und Autos im Ergebnis: die kleinste behaltene Fläche erhöhen.&lt;/li&gt;&lt;li&gt;Fehlalarme: den hohen Schwellwert erhöhen. Schwache Dächer fehlen: ihn senken.&lt;/li&gt;&lt;li&gt;Ausgefranste Umrisse: die Form regular wählen, bei den erweiterten Parametern.&lt;/li&gt;&lt;li&gt;Genauer und langsamer: Test-Time-Augmentation mit 4 oder 8 Ansichten (erweiterte Parameter).&lt;/li&gt;&lt;li&gt;Ein erster Blick auf ein großes Bild: eine kleine Ausdehnung wählen. Ein voller Lauf gibt den Pixeln darin dieselbe Wahrscheinlichkeit.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;p&gt;Maps the buildings in an image. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert die Gebäude in einem Bild. Das Modell läuft auf diesem Computer; nichts wird hochgeladen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 0–1, no data where the image has none. Filter it later without running again.</source>
        <translation>Ein Raster von 0–1, Nodata, wo das Bild keine Daten hat. Filtern Sie es später, ohne neu zu rechnen.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 1 where a building stands, 0 elsewhere.</source>
        <translation>Ein Raster mit 1, wo ein Gebäude steht, sonst 0.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Bands of the image</source>
        <translation>Kanäle des Bildes</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building mask</source>
        <translation>Gebäudemaske</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building probability</source>
        <translation>Gebäudewahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Buildings</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up area (m²)</source>
        <translation>Bebaute Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up share of the area with data (0–1)</source>
        <translation>Bebauter Anteil der Fläche mit Daten (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Maps the buildings in an image.</source>
        <translation>Kartiert die Gebäude in einem Bild.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Umrisse der Gebäude, mit area_m2, perimeter_m, mean_prob und max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Segment buildings</source>
        <translation>Gebäude segmentieren</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial</source>
        <translation>gebäude,häuser,dächer,grundrisse,segmentierung,extrahieren,deep learning,ki,onnx,satellit,luftbild</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>no change</source>
        <translation>keine Veränderung</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>{count} change(s)</source>
        <translation>{count} Veränderung(en)</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source> (over {over})</source>
        <translation> (über {over})</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; 95 % CI of F1 {low:.2f} to {high:.2f}</source>
        <translation>; 95-%-KI von F1 {low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; high threshold {high_threshold:g}</source>
        <translation>; hoher Schwellwert {high_threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; test-time augmentation with {views} views</source>
        <translation>; Test-Time-Augmentation mit {views} Ansichten</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Cite as</source>
        <translation>Zitieren als</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Known to fail</source>
        <translation>Bekannte Schwächen</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Timestep and threshold chosen on</source>
        <translation>Zeitschritt und Schwellwert gewählt auf</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Without noise</source>
        <translation>Ohne Rauschen</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>buildings</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}</source>
        <translation>Pixel von {low:g}–{high:g} m; Kanäle {bands}; Schwellwert {threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</source>
        <translation>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Download it from the Python Package Index (pypi.org)</source>
        <translation>&amp;Vom Python Package Index (pypi.org) herunterladen</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Runs the models on:</source>
        <translation>&amp;Modelle laufen auf:</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&lt;p&gt;&lt;b&gt;Noise2Map runs its models with ONNX Runtime&lt;/b&gt;, a library that QGIS does not carry.&lt;/p&gt;&lt;p&gt;It goes into a folder of its own, &lt;code&gt;{folder}&lt;/code&gt;. Nothing inside QGIS is changed, and an update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the SHA-256 that the plugin carries.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Noise2Map führt seine Modelle mit ONNX Runtime aus&lt;/b&gt;, einer Bibliothek, die QGIS nicht mitbringt.&lt;/p&gt;&lt;p&gt;Sie kommt in einen eigenen Ordner, &lt;code&gt;{folder}&lt;/code&gt;. In QGIS wird nichts geändert, und eine Aktualisierung der Erweiterung behält sie. Löschen Sie den Ordner, um sie zu entfernen. Jede Datei wird mit der SHA-256 verglichen, welche die Erweiterung mitbringt.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 20 MB. Works on every computer.</source>
        <translation>Ein Download von etwa 20 MB. Läuft auf jedem Computer.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without them the models run on the processor.</source>
        <translation>Ein Download von etwa 300 MB. Er braucht NVIDIAs Treiber, CUDA und cuDNN auf diesem Computer; ohne sie laufen die Modelle auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A graphics card by DirectML (Windows)</source>
        <translation>Einer Grafikkarte über DirectML (Windows)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An NVIDIA graphics card (CUDA)</source>
        <translation>Einer NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An unknown wheel</source>
        <translation>Ein unbekanntes Wheel</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Choose the folder that holds the wheel.</source>
        <translation>Wählen Sie den Ordner, der das Wheel enthält.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Folder of wheels</source>
        <translation>Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>For graphics cards of any maker, by DirectX 12. A download of about 25 MB.</source>
        <translation>Für Grafikkarten aller Hersteller, über DirectX 12. Ein Download von etwa 25 MB.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Installing…</source>
        <translation>Wird installiert…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Noise2Map – install the inference runtime</source>
        <translation>Noise2Map – Laufzeitumgebung installieren</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Start QGIS again to use it.</source>
        <translation>Starten Sie QGIS neu, um sie zu verwenden.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Take it from a &amp;folder of wheels (.whl), without internet</source>
        <translation>Aus einem &amp;Ordner mit Wheels (.whl) nehmen, ohne Internet</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The choice could not be stored: {error}.</source>
        <translation>Die Wahl konnte nicht gespeichert werden: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The folder must hold {package} {versions} for {machine}.</source>
        <translation>Der Ordner muss {package} {versions} für {machine} enthalten.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The processor</source>
        <translation>Dem Prozessor</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it only if you know where it is from.

SHA-256: {sha256}

Install it all the same?</source>
        <translation>{file} ist keines der Wheels, die diese Version von Noise2Map kennt. Ein Wheel ist ein Programm: Installieren Sie es nur, wenn Sie wissen, woher es stammt.

SHA-256: {sha256}

Trotzdem installieren?</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Cancelled. Nothing was installed.</source>
        <translation>Abgebrochen. Nichts wurde installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Installing ONNX Runtime</source>
        <translation>ONNX Runtime wird installiert</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime could not be installed into {folder}: {error}.</source>
        <translation>ONNX Runtime konnte nicht in {folder} installiert werden: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not run on this machine: {error}. Nothing was installed.</source>
        <translation>ONNX Runtime läuft nicht auf diesem Computer: {error}. Nichts wurde installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed.</source>
        <translation>ONNX Runtime startet auf diesem Computer nicht innerhalb von {seconds} Sekunden. Nichts wurde installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime {version} is installed.</source>
        <translation>ONNX Runtime {version} ist installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>There is no wheel of {package} for this machine ({machine}) in {where}. Versions wanted: {versions}.</source>
        <translation>In {where} gibt es kein Wheel von {package} für diesen Computer ({machine}). Gesuchte Versionen: {versions}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings (Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder.</source>
        <translation>{address} ist nicht erreichbar: {error}. Prüfen Sie die Verbindung und die Proxy-Einstellungen von QGIS (Einstellungen, Optionen, Netzwerk), setzen Sie PIP_INDEX_URL auf Ihren Spiegel, oder installieren Sie aus einem Ordner.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} is not an https address, so what comes from it can be changed on its way. Set PIP_INDEX_URL to the https address of a package index, or install from a folder.</source>
        <translation>{address} ist keine https-Adresse, also kann unterwegs verändert werden, was von dort kommt. Setzen Sie PIP_INDEX_URL auf die https-Adresse eines Paketindex, oder installieren Sie aus einem Ordner.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.</source>
        <translation>{file} ist größer, als ein Wheel von ONNX Runtime sein darf. Nichts wurde installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). Nothing was installed.</source>
        <translation>{file} ist keines der Wheels, die diese Version von Noise2Map kennt (SHA-256 {sha256}). Nichts wurde installiert.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{package} is not made for this system ({machine}). Choose another runtime.</source>
        <translation>{package} gibt es nicht für dieses System ({machine}). Wählen Sie eine andere Laufzeitumgebung.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was installed. Try again later, or from another place.</source>
        <translation>{place} ist nicht die Datei {file}, mit der Noise2Map getestet wurde (ihre SHA-256 weicht ab). Nichts wurde installiert. Versuchen Sie es später erneut oder von anderswo.</translation>
    </message>
    <message>
        <location filename="../gui/launcher.py"/>
        <source>The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins.</source>
        <translation>Die Erweiterung Processing ist ausgeschaltet. Schalten Sie sie ein unter Erweiterungen, Erweiterungen verwalten und installieren.</translation>
    </message>
    <message>
        <location filename="../gui/model_store.py"/>
        <source>The model “{name}” comes with the plugin and stays.</source>
        <translation>Das Modell „{name}“ gehört zur Erweiterung und bleibt.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Bands of one image</source>
        <translation>&amp;Kanäle eines Bildes</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Class that is mapped</source>
        <translation>K&amp;lasse, die kartiert wird</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Licence of the weights</source>
        <translation>&amp;Lizenz der Gewichte</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Pixels on the ground</source>
        <translation>&amp;Pixel am Boden</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(choose)</source>
        <translation>(wählen)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(enter)</source>
        <translation>(eingeben)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 bis 1 (durch 255 geteilt)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as for ImageNet</source>
        <translation>0 bis 1, standardisiert wie für ImageNet</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as the file says</source>
        <translation>0 bis 1, standardisiert, wie die Datei sagt</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 255, as they are</source>
        <translation>0 bis 255, wie sie sind</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Add an ONNX file</source>
        <translation>ONNX-Datei hinzufügen</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Gives {output}.</source>
        <translation>Gibt {output}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Pixel &amp;values</source>
        <translation>Pixel&amp;werte</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>T&amp;hreshold</source>
        <translation>S&amp;chwellwert</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Takes {inputs} ({layout}, {type}), {channels} bands in all.</source>
        <translation>Nimmt {inputs} ({layout}, {type}), insgesamt {channels} Kanäle.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>The file does not say all. Please fill in: {fields}.</source>
        <translation>Die Datei sagt nicht alles. Bitte ausfüllen: {fields}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>bands (as many as it takes of one image)</source>
        <translation>Kanäle (so viele, wie es von einem Bild nimmt)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>class that is mapped</source>
        <translation>Klasse, die kartiert wird</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example CC BY 4.0, or unknown</source>
        <translation>zum Beispiel CC BY 4.0, oder unbekannt</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example red, green, blue</source>
        <translation>zum Beispiel rot, grün, blau</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>one image: where something is</source>
        <translation>ein Bild: wo etwas ist</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>pixel values</source>
        <translation>Pixelwerte</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>size of pixels on the ground</source>
        <translation>Größe der Pixel am Boden</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the only one</source>
        <translation>die einzige</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the other one</source>
        <translation>die andere</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>two dates: what changed</source>
        <translation>zwei Zeitpunkte: was sich verändert hat</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>No change is chosen.</source>
        <translation>Keine Veränderung gewählt.</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>The change in the image before and in the image after</source>
        <translation>Die Veränderung im Bild vorher und im Bild nachher</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest building</source>
        <translation>Größtes Gebäude</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest change</source>
        <translation>Größte Veränderung</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No building was found.</source>
        <translation>Kein Gebäude gefunden.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No change was found.</source>
        <translation>Keine Veränderung gefunden.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Review changes…</source>
        <translation>Veränderungen durchsehen…</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} Gebäude, zusammen {area:,.0f} m² ({share:.1%} der Fläche mit Daten).</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} Veränderungen, zusammen {area:,.0f} m² ({share:.1%} der Fläche mit Daten).</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} cannot be written: {error}.</source>
        <translation>{path} kann nicht geschrieben werden: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} has no known ending. Choose one of: {endings}.</source>
        <translation>{path} hat keine bekannte Endung. Wählen Sie eine von: {endings}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} is the layer itself. Choose another file.</source>
        <translation>{path} ist der Layer selbst. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>%v of %m looked at</source>
        <translation>%v von %m angesehen</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;Before</source>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Chan&amp;ges</source>
        <translation>Ver&amp;änderungen</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Change {number} of {count}</source>
        <translation>Veränderung {number} von {count}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Choose a layer of changes.</source>
        <translation>Wählen Sie einen Layer mit Veränderungen.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept</source>
        <translation>Behaltene exportieren</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept…</source>
        <translation>Behaltene exportieren…</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Flicker</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next open</source>
        <translation>Nächste offene</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Review changes</source>
        <translation>Veränderungen durchsehen</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Swipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>The &amp;map follows</source>
        <translation>Die &amp;Karte folgt</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>There is no change in this layer.</source>
        <translation>In diesem Layer gibt es keine Veränderung.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Those not &amp;looked at, too</source>
        <translation>Auch &amp;nicht angesehene</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>probability {mean:.2f}, highest {highest:.2f}</source>
        <translation>Wahrscheinlichkeit {mean:.2f}, höchste {highest:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>rejected</source>
        <translation>verworfen</translation>
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
        <translation>{count} Veränderungen wurden nach {path} geschrieben.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{kept} kept, {rejected} rejected</source>
        <translation>{kept} behalten, {rejected} verworfen</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install again…</source>
        <translation>&amp;Neu installieren…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install…</source>
        <translation>&amp;Installieren…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Memory for one tile, at most</source>
        <translation>&amp;Speicher für eine Kachel, höchstens</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&lt;b&gt;ONNX Runtime is not installed.&lt;/b&gt; Without it no model can run.</source>
        <translation>&lt;b&gt;ONNX Runtime ist nicht installiert.&lt;/b&gt; Ohne sie läuft kein Modell.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>A model that needs more for one tile is refused before it runs.</source>
        <translation>Ein Modell, das für eine Kachel mehr braucht, wird vor dem Lauf abgelehnt.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Inference runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>ONNX Runtime is installed. Devices: {devices}.</source>
        <translation>ONNX Runtime ist installiert. Geräte: {devices}.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Of the processor. Fewer leave room for other work.</source>
        <translation>Des Prozessors. Weniger lassen Platz für andere Arbeit.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Runs the default model on a small drawn pair, and says which device ran and how fast.</source>
        <translation>Lässt das Standardmodell auf einem kleinen gezeichneten Paar laufen und sagt, welches Gerät lief und wie schnell.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>T&amp;hreads</source>
        <translation>T&amp;hreads</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Testing…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>There is no model for Detect change to test with.</source>
        <translation>Es gibt kein Modell für „Veränderungen erkennen“, mit dem sich testen ließe.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn town).</source>
        <translation>Es funktioniert: {device} führte „{model}“ mit {speed:.2f} Megapixeln je Sekunde aus ({found} Veränderungen in einer gezeichneten Stadt gefunden).</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>Testing Noise2Map</source>
        <translation>Noise2Map wird getestet</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Open the models' folder</source>
        <translation>&amp;Ordner der Modelle öffnen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from a ZIP</source>
        <translation>Modell aus einem ZIP hinzufügen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from its folder (the one with card.json in it)</source>
        <translation>Modell aus seinem Ordner hinzufügen (dem mit card.json)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a network that was exported elsewhere</source>
        <translation>Ein anderswo exportiertes Netz hinzufügen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add an ON&amp;NX file…</source>
        <translation>O&amp;NNX-Datei hinzufügen…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;ZIP…</source>
        <translation>Aus &amp;ZIP hinzufügen…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;folder…</source>
        <translation>Aus Or&amp;dner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Added “{title}”. It can be chosen in the algorithms now.</source>
        <translation>„{title}“ hinzugefügt. Es kann jetzt in den Algorithmen gewählt werden.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Does</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Model (*.zip)</source>
        <translation>Modell (*.zip)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Name in algorithms</source>
        <translation>Name in Algorithmen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Not usable</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>ONNX file (*.onnx)</source>
        <translation>ONNX-Datei (*.onnx)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove a model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove the model “{title}” and its files?</source>
        <translation>Das Modell „{title}“ und seine Dateien entfernen?</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Removed “{title}”.</source>
        <translation>„{title}“ entfernt.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>added by you</source>
        <translation>von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>the plugin</source>
        <translation>die Erweiterung</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>{name} (default)</source>
        <translation>{name} (Vorgabe)</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Detect change…</source>
        <translation>Veränderungen erkennen…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install the inference runtime…</source>
        <translation>Laufzeitumgebung installieren…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Models and settings…</source>
        <translation>Modelle und Einstellungen…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>ONNX Runtime is needed to run the models, and is not installed yet.</source>
        <translation>ONNX Runtime wird gebraucht, um die Modelle auszuführen, und ist noch nicht installiert.</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Segment buildings…</source>
        <translation>Gebäude segmentieren…</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Noise2Map – change and buildings from imagery</source>
        <translation>Noise2Map – Veränderungen und Gebäude aus Bilddaten</translation>
    </message>
</context>
</TS>
