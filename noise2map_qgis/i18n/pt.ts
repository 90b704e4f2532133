<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>Noise2Map</name>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>1 where the class is true, 0 elsewhere; any grid that overlaps the map.</source>
        <translation>1 onde a classe é verdadeira, 0 no resto; qualquer grelha que se sobreponha ao mapa.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>&lt;p&gt;Says how good a map of change or buildings is, and how large the true area is, with 95 % confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; of &lt;i&gt;Sample points for checking&lt;/i&gt;, answered. Unsaved answers count, too. Without a map, the one that the points were drawn on is assessed; with another map of the place, that one.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygons or a raster&lt;/b&gt; of all that is true: every pixel of the map is compared. There is no sampling error then, and no interval.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true area corrects the area on the map by the errors found.&lt;/p&gt;&lt;p&gt;Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Diz quão bom é um mapa de mudanças ou de edifícios, e quanto mede a área verdadeira, com intervalos de confiança de 95 %.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Pontos&lt;/b&gt; de &lt;i&gt;Pontos de amostra para verificar&lt;/i&gt;, respondidos. As respostas por gravar também contam. Sem mapa, avalia-se aquele em que os pontos foram sorteados; com outro mapa do lugar, esse.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polígonos ou um raster&lt;/b&gt; de tudo o que é verdadeiro: cada pixel do mapa é comparado. Não há então erro de amostragem nem intervalo.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;p&gt;Um relatório (HTML), e cada número dele como saída. As exatidões são ponderadas pela área. A área verdadeira corrige a área do mapa pelos erros encontrados.&lt;/p&gt;&lt;p&gt;Estimadores: Stehman 2014; onde os estratos são as classes do mapa, são iguais aos de Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Answered points, or polygons of what is true</source>
        <translation>Pontos respondidos, ou polígonos do que é verdadeiro</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area assessed (m²)</source>
        <translation>Área avaliada (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area on the map (m²)</source>
        <translation>Área no mapa (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Assess accuracy</source>
        <translation>Avaliar a exatidão</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Choose one reference: answered points, polygons, or a raster of what is true.</source>
        <translation>Escolha uma referência: pontos respondidos, polígonos, ou um raster do que é verdadeiro.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Estimates the accuracy of a map and the true area, with confidence intervals.</source>
        <translation>Estima a exatidão de um mapa e a área verdadeira, com intervalos de confiança.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>F1 of yes (0–1)</source>
        <translation>F1 do sim (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Figures for models and scripts</source>
        <translation>Números para modelos e scripts</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>From this probability on, a pixel of the map is a yes. A mask does not need it.</source>
        <translation>A partir desta probabilidade, um pixel do mapa é um sim. Uma máscara não precisa dela.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>HTML files (*.html)</source>
        <translation>Ficheiros HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Intersection over union of yes (0–1)</source>
        <translation>Interseção sobre união do sim (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Map (probability or mask)</source>
        <translation>Mapa (probabilidade ou máscara)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Needed for polygons and rasters. With points: empty for the map that they were drawn on.</source>
        <translation>Necessário com polígonos e rasters. Com pontos: vazio para o mapa em que foram sorteados.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>One HTML file that needs nothing else.</source>
        <translation>Um ficheiro HTML que não precisa de mais nada.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Or a raster of what is true (0 and 1)</source>
        <translation>Ou um raster do que é verdadeiro (0 e 1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Overall accuracy (0–1)</source>
        <translation>Exatidão global (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points of Sample points for checking with answers, or polygons of all that is true on the map.</source>
        <translation>Pontos de «Pontos de amostra para verificar» com respostas, ou polígonos de tudo o que é verdadeiro no mapa.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: no on the map and in the reference</source>
        <translation>Pontos ou pixels: não no mapa e na referência</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes in the reference only</source>
        <translation>Pontos ou pixels: sim só na referência</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map and in the reference</source>
        <translation>Pontos ou pixels: sim no mapa e na referência</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map only</source>
        <translation>Pontos ou pixels: sim só no mapa</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points that could not be told</source>
        <translation>Pontos que não se puderam decidir</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Producer's accuracy of yes, recall (0–1)</source>
        <translation>Exatidão do produtor do sim, sensibilidade (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>The reference cannot be loaded. Choose a layer of points or polygons, or a raster.</source>
        <translation>A referência não pode ser carregada. Escolha uma camada de pontos ou polígonos, ou um raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Threshold of a probability</source>
        <translation>Limiar de uma probabilidade</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area (m²)</source>
        <translation>Área verdadeira (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</source>
        <translation>Área verdadeira: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>User's accuracy of yes, precision (0–1)</source>
        <translation>Exatidão do utilizador do sim, precisão (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson</source>
        <translation>exatidão,matriz de confusão,f1,iou,exatidão do utilizador,exatidão do produtor,estimativa de área,olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>{figure}: half of the 95 % interval</source>
        <translation>{figure}: metade do intervalo de 95 %</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Before mapping</source>
        <translation>Antes de mapear</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Checking and accuracy</source>
        <translation>Verificação e exatidão</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Maps from imagery</source>
        <translation>Mapas a partir de imagens</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Training data</source>
        <translation>Dados de treino</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;Three or more images of one place, in any order. Their dates are taken, in this order, from the table of dates, the dates given, the temporal properties of the layers, and the names of layers, files and folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.&lt;/p&gt;&lt;h3&gt;What is consistent over time&lt;/h3&gt;&lt;p&gt;Each image is compared with the next one. What one image shows and neither of its neighbours shows is noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where an image has no data, its neighbours are compared with each other.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changes with dates&lt;/b&gt;: outlines, each with the dates of the images between which it changed. Open the Temporal Controller and press play.&lt;/li&gt;&lt;li&gt;&lt;b&gt;First change&lt;/b&gt;, &lt;b&gt;Last change&lt;/b&gt;: the number of the date that shows it, with a legend.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Number of changes&lt;/b&gt;: 2 where something was built and pulled down again, for example.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confidence&lt;/b&gt;: the weakest of the answers that make up a pixel's timeline.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes about as long as Detect change on each two neighbouring images, and up to twice that where much changes.&lt;/li&gt;&lt;li&gt;Images of one season give fewer false alarms than images of all seasons.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Três ou mais imagens de um lugar, por qualquer ordem. As suas datas são tiradas, por esta ordem, da tabela de datas, das datas dadas, das propriedades temporais das camadas e dos nomes de camadas, ficheiros e pastas (2019, 2019-08, 20190818, 2019_08_18). Todas as imagens são levadas à grelha da mais antiga.&lt;/p&gt;&lt;h3&gt;O que é coerente no tempo&lt;/h3&gt;&lt;p&gt;Cada imagem é comparada com a seguinte. O que uma imagem mostra e nenhuma das vizinhas mostra é ruído e fica de fora; a primeira e a última têm uma só vizinha, por isso o seu ruído fica. Onde uma imagem não tem dados, as vizinhas são comparadas entre si.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Mudanças com datas&lt;/b&gt;: contornos, cada um com as datas das imagens entre as quais mudou. Abra o controlador temporal e carregue em reproduzir.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Primeira mudança&lt;/b&gt;, &lt;b&gt;Última mudança&lt;/b&gt;: o número da data que a mostra, com legenda.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Número de mudanças&lt;/b&gt;: 2 onde algo foi construído e demolido, por exemplo.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confiança&lt;/b&gt;: a mais fraca das respostas que formam a cronologia de um pixel.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Sugestões&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Uma execução demora mais ou menos como «Detetar mudanças» em cada duas imagens vizinhas, e até ao dobro onde muito muda.&lt;/li&gt;&lt;li&gt;Imagens da mesma estação dão menos falsos alarmes do que imagens de todas.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;p&gt;Maps when each place changed over three or more images of it. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mapeia quando cada lugar mudou ao longo de três ou mais imagens. O modelo corre neste computador; nada é enviado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster of 0–1: the probability of the least sure of the answers that make the timeline of a pixel.</source>
        <translation>Um raster de 0–1: a probabilidade da menos certa das respostas que formam a cronologia de um pixel.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: how many times each pixel changed.</source>
        <translation>Um raster: quantas vezes cada pixel mudou.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the first change, from 1 for the second image; 0 is none.</source>
        <translation>Um raster: o número da data que mostra a primeira mudança, desde 1 para a segunda imagem; 0 é nenhuma.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the last change, from 1 for the second image; 0 is none.</source>
        <translation>Um raster: o número da data que mostra a última mudança, desde 1 para a segunda imagem; 0 é nenhuma.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A table with the columns name (of the layer or file) and date. It counts before all else.</source>
        <translation>Uma tabela com as colunas name (da camada ou do ficheiro) e date. Prevalece sobre tudo o mais.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change for two.</source>
        <translation>Uma cronologia precisa de três ou mais imagens, não {count}. Escolha mais em «{field}», ou use «Detetar mudanças» para duas.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area that changed at least once (m²)</source>
        <translation>Área que mudou pelo menos uma vez (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area with data (m²)</source>
        <translation>Área com dados (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Bands of the images</source>
        <translation>Bandas das imagens</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change left out as noise, over all pairs (m²)</source>
        <translation>Mudança deixada de fora como ruído, em todos os pares (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change timeline</source>
        <translation>Cronologia de mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Changes with dates</source>
        <translation>Mudanças com datas</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Confidence</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Dates of the images</source>
        <translation>Datas das imagens</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Device that ran the model</source>
        <translation>Dispositivo que executou o modelo</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>First change</source>
        <translation>Primeira mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Images</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Its share of the area with data (0–1)</source>
        <translation>A sua parte da área com dados (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Last change</source>
        <translation>Última mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Maps when each place changed over three or more images: first and last, how often, how sure.</source>
        <translation>Mapeia quando cada lugar mudou ao longo de três ou mais imagens: primeiro e por fim, quantas vezes, com que certeza.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of changes</source>
        <translation>Número de mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of polygons</source>
        <translation>Número de polígonos</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: from the layers' temporal properties, else from their names.</source>
        <translation>Uma data por imagem, pela ordem das imagens, separadas por vírgulas: 2015, 2017-06, 20190818. Vazio: das propriedades temporais das camadas, senão dos seus nomes.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Outlines of the changes with begin and end, the dates between which each happened. The Temporal Controller plays them as they are.</source>
        <translation>Contornos das mudanças com begin e end, as datas entre as quais cada uma aconteceu. O controlador temporal reproduz-os tal como são.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Table of dates</source>
        <translation>Tabela de datas</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.</source>
        <translation>As bandas que o modelo lê, pela sua ordem, as mesmas para todas as imagens: 3, 2, 1. Vazio: as primeiras.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Three or more images of one place, in any order.</source>
        <translation>Três ou mais imagens de um lugar, por qualquer ordem.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep learning,ai,onnx</source>
        <translation>deteção de mudanças,série temporal,cronologia,temporal,multitemporal,história,datas,construção,aprendizagem profunda,ia,onnx</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² mudaram pelo menos uma vez, {share:.2%} dos {valid:,.0f} m² com dados.</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>“{text}” are no band numbers. Write them as 3, 2, 1.</source>
        <translation>«{text}» não são números de banda. Escreva-os como 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>&lt;p&gt;Says what to expect of a pair before Detect change runs: the ground both images cover, their pixel sizes beside those the model is made for, how much light and season differ, clouds and missing data, and by how much the later image lies off the earlier one. No model is run.&lt;/p&gt;&lt;h3&gt;Misregistration&lt;/h3&gt;&lt;p&gt;The shift is measured by phase correlation in up to 100 patches, and is told only if the patches agree. Where they do not (woods, water, fields, much change), the answer is that it cannot be told, and nothing is moved: a wrong shift is worse than none.&lt;/p&gt;&lt;p&gt;Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns and shadows, not the ground.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Report&lt;/b&gt;: a page with the verdict, both images, a checkerboard, arrows of the shifts found and the figures.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image after, corrected&lt;/b&gt;, if you ask for it. &lt;i&gt;shift&lt;/i&gt; writes another position into a copy and leaves every pixel value; &lt;i&gt;resampled&lt;/i&gt; puts the pixels on those of the earlier image; &lt;i&gt;field&lt;/i&gt; also follows a smooth field, where the images support one.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Detect change can do the same by itself: its advanced parameter “Align the image after”.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Diz o que esperar de um par antes de executar «Detetar mudanças»: o terreno que ambas as imagens cobrem, os tamanhos de pixel ao lado daqueles para que o modelo é feito, quanto diferem a luz e a estação, nuvens e dados em falta, e quanto a imagem posterior está deslocada. Nenhum modelo corre.&lt;/p&gt;&lt;h3&gt;Registo defeituoso&lt;/h3&gt;&lt;p&gt;O deslocamento é medido por correlação de fase em até 100 recortes, e só é dito se os recortes concordarem. Onde não concordam (mata, água, campos, muita mudança), a resposta é que não se pode saber, e nada se move: um deslocamento errado é pior do que nenhum.&lt;/p&gt;&lt;p&gt;Onde o relevo deforma as imagens, o deslocamento pode variar suavemente: um campo. Na mata segue copas e sombras, não o chão.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Relatório&lt;/b&gt;: uma página com o veredicto, ambas as imagens, um xadrez, setas dos deslocamentos encontrados e os números.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Imagem posterior, corrigida&lt;/b&gt;, se a pedir. &lt;i&gt;shift&lt;/i&gt; escreve outra posição numa cópia e deixa cada valor de pixel; &lt;i&gt;resampled&lt;/i&gt; põe os pixels sobre os da imagem anterior; &lt;i&gt;field&lt;/i&gt; segue também um campo suave, onde as imagens o sustentam.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;«Detetar mudanças» pode fazer o mesmo sozinho: o seu parâmetro avançado «Alinhar a imagem posterior».&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Alignment to run Detect change with: off, shift or field</source>
        <translation>Alinhamento com que executar «Detetar mudanças»: off, shift ou field</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image after</source>
        <translation>Bandas da imagem posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image before</source>
        <translation>Bandas da imagem anterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Check pair</source>
        <translation>Verificar o par</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Correlation of the grey values of both images</source>
        <translation>Correlação dos cinzentos de ambas as imagens</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Difference of mean brightness (0–255)</source>
        <translation>Diferença de brilho médio (0–255)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after</source>
        <translation>Imagem posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after, corrected</source>
        <translation>Imagem posterior, corrigida</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image before</source>
        <translation>Imagem anterior</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far east (0 if it cannot be told)</source>
        <translation>Metros que a imagem posterior está demasiado a leste (0 se não se pode saber)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far north (0 if it cannot be told)</source>
        <translation>Metros que a imagem posterior está demasiado a norte (0 se não se pode saber)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the earlier image (m)</source>
        <translation>Tamanho do pixel da imagem anterior (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the later image (m)</source>
        <translation>Tamanho do pixel da imagem posterior (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Says whether two images are fit for Detect change, and by how much the later one lies off.</source>
        <translation>Diz se duas imagens servem para «Detetar mudanças», e quanto a posterior está deslocada.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's data that the later one has data for, too (0–1)</source>
        <translation>Parte dos dados da imagem anterior para a qual a posterior também os tem (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's grid with data in both (0–1)</source>
        <translation>Parte da grelha da imagem anterior com dados em ambas (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the earlier image: cloud, snow, glare (0–1)</source>
        <translation>Parte branca e uniforme na imagem anterior: nuvens, neve, reflexos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the later image (0–1)</source>
        <translation>Parte branca e uniforme na imagem posterior (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The later image where it belongs. If no shift can be told, or it is less than half a pixel, this is the image as it is, and a warning says so.</source>
        <translation>A imagem posterior no seu lugar. Se não se pode saber nenhum deslocamento, ou se for menor que meio pixel, é a imagem tal como é, e um aviso diz isso.</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, east</source>
        <translation>O mesmo em pixels, a leste</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, north</source>
        <translation>O mesmo em pixels, a norte</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Uncertainty of the shift in pixels</source>
        <translation>Incerteza do deslocamento em pixels</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Verdict: good, caution or problem</source>
        <translation>Veredicto: good, caution ou problem</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the images support a smooth field of shifts</source>
        <translation>Se as imagens sustentam um campo suave de deslocamentos</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the shift can be told</source>
        <translation>Se o deslocamento se pode saber</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase correlation</source>
        <translation>registo,corregisto,registo defeituoso,deslocamento,alinhamento,sobreposição,nuvens,qualidade,antes,depois,correlação de fase</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>Choose a raster layer in “{field}”.</source>
        <translation>Escolha uma camada raster em «{field}».</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, Install the inference runtime… It takes one click and changes nothing inside QGIS.</source>
        <translation>O ONNX Runtime, que executa os modelos, não está instalado. Escolha Módulos, Noise2Map, Instalar o motor de inferência… Basta um clique e nada muda dentro do QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The device {device} is not present on this computer. Choose one of: {present}.</source>
        <translation>O dispositivo {device} não existe neste computador. Escolha um de: {present}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The map cannot be averaged over {views} views. Choose one of: {choices}.</source>
        <translation>O mapa não pode ser a média de {views} vistas. Escolha uma de: {choices}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The model “{model}” offers no timestep {step}. Choose one of: {offered}.</source>
        <translation>O modelo «{model}» não oferece o passo {step}. Escolha um de: {offered}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model for this task on this computer. Install the plugin again, or add a model in Plugins, Noise2Map, Models and settings.</source>
        <translation>Não há modelo para esta tarefa neste computador. Instale o módulo de novo, ou adicione um modelo em Módulos, Noise2Map, Modelos e definições.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model “{name}” on this computer for this task. Choose one of: {models}.</source>
        <translation>Não há modelo «{name}» para esta tarefa neste computador. Escolha um de: {models}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no raster “{path}”, given as “{field}”. Check the path or choose another.</source>
        <translation>Não há raster «{path}», dado como «{field}». Verifique o caminho ou escolha outro.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}” is given both as before and as after, so nothing can have changed. Choose two images, or two sets of bands.</source>
        <translation>«{layer}» é dada como antes e também como depois, por isso nada pode ter mudado. Escolha duas imagens, ou dois conjuntos de bandas.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.</source>
        <translation>«{layer}», dada como «{field}», não é uma camada raster. Escolha um raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” is always a file: give a path, or {temporary} for a temporary file.</source>
        <translation>«{output}» é sempre um ficheiro: dê um caminho, ou {temporary} para um ficheiro temporário.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” would be written over “{layer}”. Choose another file for it.</source>
        <translation>«{output}» seria escrito sobre «{layer}». Escolha outro ficheiro.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}”: {reason}.</source>
        <translation>«{output}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. Open it in QGIS to see why, or choose another.</source>
        <translation>«{path}», dado como «{field}», não pode ser lido como raster: o ficheiro está danificado ou é de tipo desconhecido. Abra-o no QGIS para ver porquê, ou escolha outro.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later one is brought onto the earlier one's grid. Choose images of the same season where you can.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Change probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changes&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Change mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Too many small specks: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint changes missing: lower it.&lt;/li&gt;&lt;li&gt;Outlines too wide or too narrow: look at the probability layer, then change the threshold.&lt;/li&gt;&lt;li&gt;Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift or field in “Align the image after”, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;As duas imagens podem diferir no sistema de coordenadas, tamanho do pixel, extensão, tipo de dados e nodata: a posterior é levada à grelha da anterior. Escolha, se puder, imagens da mesma estação do ano.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidade de mudança&lt;/b&gt;: a certeza do modelo, de 0 a 1, pixel a pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Mudanças&lt;/b&gt;: contornos de tudo o que passa o limiar e é bastante certo nalgum ponto, com área (m²), perímetro (m) e probabilidade média e máxima.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Máscara de mudança&lt;/b&gt;, se a pedir: o mesmo como raster de 0 e 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Sugestões&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Demasiadas manchas pequenas: aumente a menor área mantida.&lt;/li&gt;&lt;li&gt;Falsos alarmes: aumente o limiar alto. Faltam mudanças fracas: baixe-o.&lt;/li&gt;&lt;li&gt;Contornos demasiado largos ou estreitos: veja a camada de probabilidade e depois mude o limiar.&lt;/li&gt;&lt;li&gt;Bordos de telhados sem mudança ficam marcados: uma imagem está deslocada da outra. Execute «Verificar o par», e escolha shift ou field em «Alinhar a imagem posterior», nos parâmetros avançados.&lt;/li&gt;&lt;li&gt;Mais exato e mais lento: aumento no teste com 4 ou 8 vistas (parâmetros avançados).&lt;/li&gt;&lt;li&gt;Um primeiro olhar sobre uma imagem grande: escolha uma extensão pequena. Uma execução completa dá aos pixels dela a mesma probabilidade.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;p&gt;Maps what changed between two images of the same place. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mapeia o que mudou entre duas imagens do mesmo lugar. O modelo corre neste computador; nada é enviado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 0–1, no data where either image has none. Filter it later without running again.</source>
        <translation>Um raster de 0–1, nodata onde alguma imagem não tem dados. Filtre-o depois sem executar de novo.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 1 where something changed, 0 elsewhere.</source>
        <translation>Um raster de 1 onde algo mudou, 0 no resto.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change mask</source>
        <translation>Máscara de mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change probability</source>
        <translation>Probabilidade de mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed area (m²)</source>
        <translation>Área mudada (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed share of the area with data (0–1)</source>
        <translation>Parte mudada da área com dados (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changes</source>
        <translation>Mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Detect change</source>
        <translation>Detetar mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Maps what changed between an image from before and one from after.</source>
        <translation>Mapeia o que mudou entre uma imagem de antes e uma de depois.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contornos do que mudou, com area_m2, perimeter_m, mean_prob e max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial</source>
        <translation>deteção de mudanças,diferença,antes,depois,duas datas,bitemporal,aprendizagem profunda,ia,onnx,satélite,aérea</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;h3&gt;What it does&lt;/h3&gt;&lt;p&gt;The model was trained with the two images mixed into each other, more or less of that at each diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It also looks at every tile in several turned and mirrored views: where these disagree it is unsure.&lt;/p&gt;&lt;p&gt;With a point, parts of either image around it are covered one by one, and the raster tells by how much the probability at the point falls: which image, and which part of it, made the model say so.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probability by timestep&lt;/b&gt;: one band a timestep.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Agreement&lt;/b&gt;: mean and spread over timesteps, the share of them that say change (between 0 and 1 the answer depends on the timestep), mean and spread over views.&lt;/li&gt;&lt;li&gt;&lt;b&gt;What the answer at the point rests on&lt;/b&gt;: positive where a part adds to the probability.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes as long as one change map for each timestep and each view: choose a small extent.&lt;/li&gt;&lt;li&gt;The threshold was chosen for the model's own timestep; the others are not calibrated.&lt;/li&gt;&lt;li&gt;A model without further timesteps shows its own alone.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;O que faz&lt;/h3&gt;&lt;p&gt;O modelo foi treinado com as duas imagens misturadas uma na outra, mais ou menos em cada passo de difusão. Onde diz o mesmo em todos os passos, a resposta não depende dessa escolha. Também olha cada mosaico em várias vistas rodadas e espelhadas: onde discordam, não está certo.&lt;/p&gt;&lt;p&gt;Com um ponto, partes de cada imagem à sua volta são tapadas uma a uma, e o raster diz quanto a probabilidade no ponto desce: que imagem, e que parte, fez o modelo responder assim.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidade por passo&lt;/b&gt;: uma banda por passo.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Acordo&lt;/b&gt;: média e dispersão sobre os passos, a parte dos que dizem mudança (entre 0 e 1 a resposta depende do passo), média e dispersão sobre as vistas.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Em que assenta a resposta no ponto&lt;/b&gt;: positivo onde uma parte aumenta a probabilidade.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Sugestões&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Uma execução demora como um mapa de mudanças por cada passo e cada vista: escolha uma extensão pequena.&lt;/li&gt;&lt;li&gt;O limiar foi escolhido para o passo do próprio modelo; os outros não estão calibrados.&lt;/li&gt;&lt;li&gt;Um modelo sem mais passos mostra só o seu.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;p&gt;Maps what the answer of &lt;i&gt;Detect change&lt;/i&gt; depends on. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mapeia de que depende a resposta de &lt;i&gt;Detetar mudanças&lt;/i&gt;. O modelo corre neste computador; nada é enviado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A place on the images; click it on the map. Needed for the last output only.</source>
        <translation>Um lugar nas imagens; clique-o no mapa. Preciso só para a última saída.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster around the point, a band for each image: what each part of it adds to the probability there.</source>
        <translation>Um raster à volta do ponto, uma banda por imagem: o que cada parte lá acrescenta à probabilidade.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say change, mean and standard deviation over views (the uncertainty).</source>
        <translation>Um raster de cinco bandas: média e desvio padrão sobre os passos, parte dos passos que dizem mudança, média e desvio padrão sobre as vistas (a incerteza).</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster with a band of change probability for each timestep.</source>
        <translation>Um raster com uma banda de probabilidade de mudança por cada passo.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Agreement</source>
        <translation>Acordo</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain change</source>
        <translation>Explicar a mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain this place</source>
        <translation>Explicar este lugar</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images.</source>
        <translation>Mapeia de que depende a resposta de um mapa de mudanças: o passo de difusão, a vista e partes das imagens.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over timesteps (0–1)</source>
        <translation>Desvio padrão médio sobre os passos (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over views (0–1)</source>
        <translation>Desvio padrão médio sobre as vistas (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Numbers such as 0, 200, 600, of those the model offers. Empty: all of them.</source>
        <translation>Números como 0, 200, 600, dos que o modelo oferece. Vazio: todos.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability at the point (0–1)</source>
        <translation>Probabilidade no ponto (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability by timestep</source>
        <translation>Probabilidade por passo</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Share of the area where the answer depends on the timestep (0–1)</source>
        <translation>Parte da área onde a resposta depende do passo (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.</source>
        <translation>A resposta depende do passo ({steps}) em {share:.2%} da área com dados.</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the earlier image adds at the point</source>
        <translation>O máximo que uma parte da imagem anterior acrescenta no ponto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the later image adds at the point</source>
        <translation>O máximo que uma parte da imagem posterior acrescenta no ponto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Timesteps compared</source>
        <translation>Passos comparados</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>What the answer at the point rests on</source>
        <translation>Em que assenta a resposta no ponto</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change detection</source>
        <translation>explicar,incerteza,confiança,atribuição,oclusão,passo,difusão,aumento no teste,deteção de mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>“{text}” are no timesteps. Write them as 0, 200, 600.</source>
        <translation>«{text}» não são passos. Escreva-os como 0, 200, 600.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>&lt;p&gt;Cuts tiles from images and polygons into the folder that &lt;code&gt;noise2map train&lt;/code&gt; reads, to fine-tune a model on your own area.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;One image for buildings; an image before and one after for change. &lt;b&gt;Labels&lt;/b&gt; are polygons of all buildings, or of all changes. Where you have not labelled everything, draw an &lt;b&gt;area&lt;/b&gt; inside which everything is labelled: beyond it nothing is learnt.&lt;/p&gt;&lt;h3&gt;Splits&lt;/h3&gt;&lt;p&gt;Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better than it is. The tiles are therefore split by place: validation at one end of the area, training in the middle, test at the other end, and a gap of left-out ground between.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;The folder, and in it &lt;code&gt;tiles.gpkg&lt;/code&gt; with the outline and the split of every tile. Look at it first with &lt;i&gt;Preview only&lt;/i&gt;; nothing else is written then.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; outside of QGIS, then add RUN/bundle on the settings page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Corta de imagens e polígonos os mosaicos da pasta que &lt;code&gt;noise2map train&lt;/code&gt; lê, para afinar um modelo na sua própria área.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Uma imagem para edifícios; uma de antes e uma de depois para mudanças. As &lt;b&gt;etiquetas&lt;/b&gt; são polígonos de todos os edifícios, ou de todas as mudanças. Se não etiquetou tudo, desenhe uma &lt;b&gt;área&lt;/b&gt; em que tudo está etiquetado: para lá dela nada se aprende.&lt;/p&gt;&lt;h3&gt;Divisão&lt;/h3&gt;&lt;p&gt;Mosaicos vizinhos parecem-se, por isso um modelo testado ao lado de onde foi treinado parece melhor do que é. Os mosaicos são então divididos por lugar: validação numa ponta da área, treino no meio, teste na outra, e entre eles uma faixa de terreno deixada de fora.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;p&gt;A pasta, e nela &lt;code&gt;tiles.gpkg&lt;/code&gt; com o contorno e a parte de cada mosaico. Veja-o primeiro com &lt;i&gt;Só pré-visualização&lt;/i&gt;; nada mais é então escrito.&lt;/p&gt;&lt;h3&gt;Treino&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; fora do QGIS; depois adicione RUN/bundle na página de definições.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A multiple of 32. Smaller tiles follow a small area more closely.</source>
        <translation>Um múltiplo de 32. Mosaicos menores seguem melhor uma área pequena.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A new or an empty folder.</source>
        <translation>Uma pasta nova ou vazia.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Area in which everything is labelled</source>
        <translation>Área em que tudo está etiquetado</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Cuts tiles from your images and polygons, to fine-tune a model on your own area.</source>
        <translation>Corta mosaicos das suas imagens e polígonos, para afinar um modelo na sua área.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Export training tiles</source>
        <translation>Exportar mosaicos de treino</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Folder of tiles</source>
        <translation>Pasta dos mosaicos</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Gap between splits (m; one tile if empty)</source>
        <translation>Intervalo entre partes (m; um mosaico se vazio)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground left out between two splits, rounded up to whole tiles.</source>
        <translation>Terreno deixado de fora entre duas partes, arredondado a mosaicos inteiros.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground sample distance of the tiles (m)</source>
        <translation>Tamanho do pixel no terreno dos mosaicos (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image before (for change only)</source>
        <translation>Imagem anterior (só para mudanças)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image, or image after</source>
        <translation>Imagem, ou imagem posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Labels: all buildings, or all changes</source>
        <translation>Etiquetas: todos os edifícios, ou todas as mudanças</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Model to fine-tune</source>
        <translation>Modelo a afinar</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons in any coordinate reference system. Fifty are a start.</source>
        <translation>Polígonos em qualquer sistema de coordenadas. Cinquenta são um começo.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere.</source>
        <translation>Polígonos. Para lá deles a etiqueta é desconhecida, e o treino não olha. Vazio: em todo o lado.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Preview only: the outlines of the tiles</source>
        <translation>Só pré-visualização: os contornos dos mosaicos</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for test (0–0.9)</source>
        <translation>Parte para teste (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for validation (0–0.9)</source>
        <translation>Parte para validação (0–0.9)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The earlier of two images. Leave it empty for buildings.</source>
        <translation>A anterior de duas imagens. Deixe vazio para edifícios.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The image of the buildings, or the later of two images.</source>
        <translation>A imagem dos edifícios, ou a posterior de duas.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The model “{}” has no task for these images; choose another.</source>
        <translation>O modelo «{}» não tem tarefa para estas imagens; escolha outro.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that chooses the threshold of the fine-tuned model.</source>
        <translation>A parte das etiquetas que escolhe o limiar do modelo afinado.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that training never sees, to measure what it gained. 0: no test.</source>
        <translation>A parte das etiquetas que o treino nunca vê, para medir o ganho. 0: sem teste.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tile size must be a multiple of 32 pixels.</source>
        <translation>O tamanho do mosaico tem de ser um múltiplo de 32 pixels.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tiles get the bands, the stretch and a pixel size that this model takes.</source>
        <translation>Os mosaicos recebem as bandas, o esticamento e um tamanho de pixel que este modelo aceita.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tile size (pixels)</source>
        <translation>Tamanho do mosaico (pixels)</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles</source>
        <translation>Mosaicos</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for test</source>
        <translation>Mosaicos de teste</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for training</source>
        <translation>Mosaicos de treino</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for validation</source>
        <translation>Mosaicos de validação</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</source>
        <translation>Treinar com: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Training tiles</source>
        <translation>Mosaicos de treino</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Writes tiles.gpkg alone, to look at the splits before anything else is written.</source>
        <translation>Escreve só tiles.gpkg, para ver a divisão antes de escrever o resto.</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation</source>
        <translation>treino,afinar,etiquetas,mosaicos,recortes,conjunto de dados,aprendizagem profunda,divisão,validação</translation>
    </message>
    <message>
        <location filename="../algorithms/feedback.py"/>
        <source>Tile {done} of {total}</source>
        <translation>Mosaico {done} de {total}</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Megapixels a second</source>
        <translation>Megapixels por segundo</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Models to choose from</source>
        <translation>Modelos à escolha</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>More on the models</source>
        <translation>Mais sobre os modelos</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Seconds taken</source>
        <translation>Segundos gastos</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² encontrados, {share:.2%} dos {valid:,.0f} m² com dados.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} ({names}). Choose another layer, or choose its band in the advanced parameters to stand for all.</source>
        <translation>A camada «{layer}» tem uma só banda (é pancromática, ou não é uma imagem), mas o modelo precisa de {needed} ({names}). Escolha outra camada, ou escolha a sua banda nos parâmetros avançados para valer por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has no band {band}: it has {count}.</source>
        <translation>A camada «{layer}» não tem a banda {band}: tem {count}.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or choose one of its bands in the advanced parameters to stand for all.</source>
        <translation>A camada «{layer}» tem {count} banda(s), mas o modelo precisa de {needed} ({names}). Escolha outra camada, ou escolha uma das suas bandas nos parâmetros avançados para valer por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, Export ▸ Save As…) and choose that file.</source>
        <translation>A camada «{layer}» {reason}. Grave primeiro a parte de que precisa como ficheiro raster (clique direito na camada, Exportar ▸ Guardar como…) e escolha esse ficheiro.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The no data value in the file of “{layer}” is switched off in QGIS, and not used.</source>
        <translation>O valor nodata do ficheiro de «{layer}» está desligado no QGIS, e não é usado.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” has no coordinate system, so its place is unknown. Set one (right-click the layer, Layer CRS) and run again.</source>
        <translation>A camada de polígonos «{layer}» não tem sistema de coordenadas, por isso o seu lugar é desconhecido. Defina um (clique direito na camada, SRC da camada) e execute de novo.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the field empty to use the whole image.</source>
        <translation>A camada «{layer}» não tem nenhum polígono. Verifique o filtro e a seleção, ou deixe o campo vazio para usar a imagem toda.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from a {service} service, which gives pictures, not pixel values</source>
        <translation>vem de um serviço {service}, que dá imagens e não valores de pixel</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from the {provider} provider of QGIS, and only files are read here</source>
        <translation>vem do fornecedor {provider} do QGIS, e aqui só se leem ficheiros</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>is a virtual raster, a formula on other layers that only QGIS computes</source>
        <translation>é um raster virtual, uma fórmula sobre outras camadas que só o QGIS calcula</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>the extent {place} (xmin, ymin, xmax, ymax; {crs})</source>
        <translation>a extensão {place} (xmin, ymin, xmax, ymax; {crs})</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). Choose as many, or a single one to stand for all.</source>
        <translation>Foram escolhidas {chosen} bandas da camada «{layer}», mas o modelo precisa de {needed} ({names}, por esta ordem). Escolha essas, ou uma só que valha por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{count} polygon(s) of “{layer}”</source>
        <translation>{count} polígono(s) de «{layer}»</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” has the additional no data value {values}, as set in QGIS.</source>
        <translation>«{layer}» tem o valor nodata adicional {values}, definido no QGIS.</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” is read in {shown}, as set in QGIS; its file says {written}.</source>
        <translation>«{layer}» é lida em {shown}, como definido no QGIS; o seu ficheiro diz {written}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source> (default)</source>
        <translation> (predefinido)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licence: {licence}.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licença: {licence}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>F1 on test data: {scores}.</source>
        <translation>F1 em dados de teste: {scores}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Known to fail:</source>
        <translation>Falhas conhecidas:</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Licence: {terms}</source>
        <translation>Licença: {terms}</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.</source>
        <translation>Feito para pixels de {low:g}–{high:g} m; bandas: {bands}; limiar {threshold:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Test-time augmentation with {views} views, unless you choose otherwise.</source>
        <translation>Aumento no teste com {views} vistas, salvo outra escolha.</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (not open)</source>
        <translation>{name} (não aberta)</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (open)</source>
        <translation>{name} (aberta)</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>um número com ponto decimal, como 0.5</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a whole number, such as 128</source>
        <translation>um número inteiro, como 128</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>an expression without a value</source>
        <translation>uma expressão sem valor</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>between {low:g} and {high:g}</source>
        <translation>entre {low:g} e {high:g}</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{low:g} or more</source>
        <translation>{low:g} ou mais</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {allowed}, not {number:g}.</source>
        <translation>{name} («{label}») tem de ser {allowed}, não {number:g}.</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.</source>
        <translation>{name} («{label}») tem de ser {kind}, não {value}. Corrija-o, ou deixe-o vazio.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A multiple of 32. Not set: the model's own. Smaller tiles need less memory.</source>
        <translation>Um múltiplo de 32. Não definido: o do modelo. Mosaicos menores precisam de menos memória.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A page with the verdict, pictures and figures. It is one file and needs no network.</source>
        <translation>Uma página com o veredicto, vistas e números. É um só ficheiro e não precisa de rede.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes many false alarms. Not set: the model's own with its own threshold, {own}, and none with another threshold. 0 keeps all.</source>
        <translation>Uma mancha só é mantida se pelo menos um dos seus pixels atingir esta probabilidade (histerese), o que tira muitos falsos alarmes. Não definido: a do modelo com o seu próprio limiar, {own}, e nenhuma com outro limiar. 0 mantém todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}.</source>
        <translation>Um pixel conta a partir desta probabilidade. Mais baixa encontra mais e erra mais. Não definido: a do modelo, {own}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Align the image after</source>
        <translation>Alinhar a imagem posterior</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Diffusion timestep</source>
        <translation>Passo de difusão</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>High threshold (seed of a patch, 0–1)</source>
        <translation>Limiar alto (semente de uma mancha, 0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes.</source>
        <translation>Quanto um contorno se pode mover para ficar mais simples ou regular. 0: nada, ou um pixel nessas formas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How to correct</source>
        <translation>Como corrigir</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Not set: the model's own. More overlap takes longer and joins tiles more smoothly.</source>
        <translation>Não definido: a do modelo. Mais sobreposição demora mais e junta melhor os mosaicos.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch that its edge cuts counts by what lies inside.</source>
        <translation>Nada é calculado fora. A probabilidade de um pixel não depende da extensão escolhida; uma mancha cortada pelo bordo conta pelo que fica dentro.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only in this extent</source>
        <translation>Só nesta extensão</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only inside these polygons</source>
        <translation>Só dentro destes polígonos</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Overlap of tiles (pixels)</source>
        <translation>Sobreposição de mosaicos (pixels)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Shape of outlines</source>
        <translation>Forma dos contornos</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Simplificar contornos em (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smaller patches are left out of mask, polygons and figures. 0 keeps them all.</source>
        <translation>Manchas menores ficam fora da máscara, dos polígonos e dos números. 0 mantém todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smallest area kept (m²)</source>
        <translation>Menor área mantida (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Stretch of pixel values</source>
        <translation>Esticamento dos valores de pixel</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Test-time augmentation (views)</source>
        <translation>Aumento no teste (vistas)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The bands the model reads, in its order. None chosen: those that the file declares as the model's colours, else the first ones; the log says which. One chosen: it stands for all.</source>
        <translation>As bandas que o modelo lê, pela sua ordem. Nenhuma escolhida: as que o ficheiro declara como as cores do modelo, senão as primeiras; o registo diz quais. Uma escolhida: vale por todas.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. 2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful.</source>
        <translation>O modelo olha cada mosaico tantas vezes, rodado e espelhado, e a média das respostas é o mapa: menos erros, por cerca de tantas vezes o tempo. auto: como o modelo pede. 1: uma vez, o mais rápido. 2: também rodado 180 graus. 4: também espelhado. 8: tudo isso também de lado, o mais cuidadoso.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. Licences: {licences}.</source>
        <translation>O modelo a usar: um que o módulo traz, ou um que adicionou na página de definições. Os scripts dão o nome. Licenças: {licences}.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The step of its training noise at which the model is read. auto: the one its card was scored with.</source>
        <translation>O passo do ruído de treino em que o modelo é lido. auto: aquele com que a sua ficha foi avaliada.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Threshold (0–1)</source>
        <translation>Limiar (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do.</source>
        <translation>Mosaicos que não tocam nenhum polígono são saltados, pixels de fora ficam sem dados. Qualquer sistema de coordenadas serve.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, where relief bends the images and they show it clearly, else one shift. Where no shift can be told nothing is moved; the log says what was done.</source>
        <translation>O que fazer se a imagem posterior estiver a alguns pixels da anterior. off: nada. shift: medir o deslocamento comum e trazer a imagem posterior de volta. field: seguir um campo suave de deslocamentos, onde o relevo deforma as imagens e elas o mostram com clareza, senão um só deslocamento. Onde não se pode saber nenhum, nada se move; o registo diz o que foi feito.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Where the model runs. auto: the fastest one that works here. The log says which one really ran.</source>
        <translation>Onde o modelo corre. auto: o mais rápido que funciona aqui. O registo diz qual correu de facto.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>auto: 8-bit images as they are, others by percentiles of the whole image. percentile: always by percentiles. none: values as they are.</source>
        <translation>auto: imagens de 8 bits tal como são, outras por percentis da imagem toda. percentile: sempre por percentis. none: valores tal como são.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a distance is given below.</source>
        <translation>exact: o contorno dos pixels. simplified: menos cantos. regular: ângulos retos onde as paredes quase o são, com no máximo um décimo da área de um polígono perdida ou acrescentada. auto: exact, ou simplified se abaixo se der uma distância.</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on those of the earlier image. field: that, along a smooth field of shifts where the images support one.</source>
        <translation>shift: outra posição é escrita numa cópia, cada valor de pixel fica. resampled: os pixels são postos sobre os da imagem anterior. field: isso, segundo um campo suave de deslocamentos onde as imagens o sustentam.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>0.02 means that the overall accuracy will be known to about ± 4 percentage points.</source>
        <translation>0.02 quer dizer que a exatidão global será conhecida a cerca de ± 4 pontos percentuais.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>&lt;p&gt;Draws stratified random points on a map of change or buildings. A person answers each with yes, no or can't tell; &lt;i&gt;Assess accuracy&lt;/i&gt; then estimates the accuracy and the true area, with confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third one, &lt;i&gt;possible&lt;/i&gt;: below the threshold, but not below the low threshold. What the map misses lies there.&lt;/p&gt;&lt;p&gt;With the images before and after (or one of them), a picture of every point is written beside the output, in a folder of its name, and shown in the form.&lt;/p&gt;&lt;h3&gt;How many points&lt;/h3&gt;&lt;p&gt;Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at least a fixed number in each stratum. A number of points in all overrides this.&lt;/p&gt;&lt;h3&gt;Answering&lt;/h3&gt;&lt;p&gt;Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: &lt;b&gt;y&lt;/b&gt; yes, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; can't tell; up and down in the list go to the next point. The map's own answer is not shown, so that it does not influence yours. Answer can't tell only where no image allows an answer.&lt;/p&gt;&lt;p&gt;The same map, settings and seed give the same points.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sorteia pontos aleatórios estratificados num mapa de mudanças ou de edifícios. Uma pessoa responde a cada um sim, não ou impossível dizer; &lt;i&gt;Avaliar a exatidão&lt;/i&gt; estima depois a exatidão e a área verdadeira, com intervalos de confiança.&lt;/p&gt;&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Um raster de probabilidade ou uma máscara (0 e 1). Cada classe é um estrato. Um raster de probabilidade tem um terceiro, &lt;i&gt;possível&lt;/i&gt;: abaixo do limiar, mas não do limiar baixo. O que o mapa deixa escapar está aí.&lt;/p&gt;&lt;p&gt;Com as imagens anterior e posterior (ou uma delas), uma vista de cada ponto é escrita ao lado da saída, numa pasta com o seu nome, e mostrada no formulário.&lt;/p&gt;&lt;h3&gt;Quantos pontos&lt;/h3&gt;&lt;p&gt;Os suficientes para o erro padrão desejado da exatidão global (Olofsson et al. 2014, eq. 13), e pelo menos um número fixo em cada estrato. Um número total de pontos prevalece.&lt;/p&gt;&lt;h3&gt;Responder&lt;/h3&gt;&lt;p&gt;Ligue a edição e abra a tabela de atributos em vista de formulário. O campo da resposta recebe o teclado: &lt;b&gt;y&lt;/b&gt; sim, &lt;b&gt;n&lt;/b&gt; não, &lt;b&gt;c&lt;/b&gt; impossível dizer; cima e baixo na lista vão ao ponto seguinte. A resposta do mapa não é mostrada, para não influenciar a sua. Responda «impossível dizer» só quando nenhuma imagem permite responder.&lt;/p&gt;&lt;p&gt;O mesmo mapa, as mesmas definições e a mesma semente dão os mesmos pontos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A GeoPackage of points with an empty answer.</source>
        <translation>Um GeoPackage de pontos com resposta vazia.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere.</source>
        <translation>Um raster de probabilidade ou uma máscara (0 e 1) de mudanças ou de edifícios, deste módulo ou de outro lado.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Another number draws other points; the same number draws the same ones.</source>
        <translation>Outro número sorteia outros pontos; o mesmo número sorteia os mesmos.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws random points on a map, to be answered with yes, no or can't tell.</source>
        <translation>Sorteia pontos aleatórios num mapa, para responder sim, não ou impossível dizer.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Enough to recognise the place, for example a house with its neighbours.</source>
        <translation>O bastante para reconhecer o lugar, por exemplo uma casa com as vizinhas.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability on, a pixel is a yes. A mask does not need it.</source>
        <translation>A partir desta probabilidade, um pixel é um sim. Uma máscara não precisa dela.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability up to the threshold, pixels are a stratum of their own.</source>
        <translation>Desta probabilidade até ao limiar, os pixels são um estrato à parte.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Low threshold (0: no stratum “possible”)</source>
        <translation>Limiar baixo (0: sem estrato «possível»)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Map to check (probability or mask)</source>
        <translation>Mapa a verificar (probabilidade ou máscara)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Number of points</source>
        <translation>Número de pontos</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Overrides the number computed from the standard error.</source>
        <translation>Prevalece sobre o número calculado a partir do erro padrão.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in all (from the standard error if empty)</source>
        <translation>Pontos ao todo (do erro padrão se vazio)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in each stratum, at least</source>
        <translation>Pontos em cada estrato, pelo menos</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in the stratum “{}”</source>
        <translation>Pontos no estrato «{}»</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points to answer</source>
        <translation>Pontos a responder</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Rare classes need 50 to 100 points, whatever their area.</source>
        <translation>Classes raras precisam de 50 a 100 pontos, seja qual for a sua área.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample points for checking</source>
        <translation>Pontos de amostra para verificar</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Side of the ground in a picture (m)</source>
        <translation>Lado do terreno numa vista (m)</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Standard error wanted of the overall accuracy</source>
        <translation>Erro padrão desejado da exatidão global</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The earlier image. The form then shows a picture of every point.</source>
        <translation>A imagem anterior. O formulário mostra então uma vista de cada ponto.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The later image, or the only one.</source>
        <translation>A imagem posterior, ou a única.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The map to check cannot be loaded. Choose a raster layer.</source>
        <translation>O mapa a verificar não pode ser carregado. Escolha uma camada raster.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the mapped class that you expect to be true. Lower asks for more points.</source>
        <translation>A parte da classe mapeada que espera ser verdadeira. Menos pede mais pontos.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the rest that you expect to be right.</source>
        <translation>A parte do resto que espera estar certa.</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of no</source>
        <translation>Exatidão do utilizador esperada do não</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of yes</source>
        <translation>Exatidão do utilizador esperada do sim</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate</source>
        <translation>exatidão,validação,amostra aleatória estratificada,olofsson,referência,verdade de campo,estimativa de área</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;An image from above in which single houses can be told apart. It may have any coordinate system, data type and nodata.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Building probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Buildings&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Building mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Sheds and cars in the result: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint roofs missing: lower it.&lt;/li&gt;&lt;li&gt;Ragged outlines: choose the regular shape, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;Entrada&lt;/h3&gt;&lt;p&gt;Uma imagem vista de cima em que se distinguem casas isoladas. Qualquer sistema de coordenadas, tipo de dados e nodata serve.&lt;/p&gt;&lt;h3&gt;Saída&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probabilidade de edifício&lt;/b&gt;: a certeza do modelo, de 0 a 1, pixel a pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Edifícios&lt;/b&gt;: contornos de tudo o que passa o limiar e é bastante certo nalgum ponto, com área (m²), perímetro (m) e probabilidade média e máxima.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Máscara de edifícios&lt;/b&gt;, se a pedir: o mesmo como raster de 0 e 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Sugestões&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Barracões e carros no resultado: aumente a menor área mantida.&lt;/li&gt;&lt;li&gt;Falsos alarmes: aumente o limiar alto. Faltam telhados fracos: baixe-o.&lt;/li&gt;&lt;li&gt;Contornos irregulares: escolha a forma regular, nos parâmetros avançados.&lt;/li&gt;&lt;li&gt;Mais exato e mais lento: aumento no teste com 4 ou 8 vistas (parâmetros avançados).&lt;/li&gt;&lt;li&gt;Um primeiro olhar sobre uma imagem grande: escolha uma extensão pequena. Uma execução completa dá aos pixels dela a mesma probabilidade.&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;p&gt;Maps the buildings in an image. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mapeia os edifícios de uma imagem. O modelo corre neste computador; nada é enviado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 0–1, no data where the image has none. Filter it later without running again.</source>
        <translation>Um raster de 0–1, nodata onde a imagem não tem dados. Filtre-o depois sem executar de novo.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 1 where a building stands, 0 elsewhere.</source>
        <translation>Um raster de 1 onde há um edifício, 0 no resto.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Bands of the image</source>
        <translation>Bandas da imagem</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building mask</source>
        <translation>Máscara de edifícios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building probability</source>
        <translation>Probabilidade de edifício</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Buildings</source>
        <translation>Edifícios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up area (m²)</source>
        <translation>Área construída (m²)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up share of the area with data (0–1)</source>
        <translation>Parte construída da área com dados (0–1)</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Maps the buildings in an image.</source>
        <translation>Mapeia os edifícios de uma imagem.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>Contornos dos edifícios, com area_m2, perimeter_m, mean_prob e max_prob.</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Segment buildings</source>
        <translation>Segmentar edifícios</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial</source>
        <translation>edifícios,casas,telhados,implantações,segmentação,extrair,aprendizagem profunda,ia,onnx,satélite,aérea</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>no change</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>{count} change(s)</source>
        <translation>{count} mudança(s)</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source> (over {over})</source>
        <translation> (sobre {over})</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; 95 % CI of F1 {low:.2f} to {high:.2f}</source>
        <translation>; IC de 95 % de F1 {low:.2f} a {high:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; high threshold {high_threshold:g}</source>
        <translation>; limiar alto {high_threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; test-time augmentation with {views} views</source>
        <translation>; aumento no teste com {views} vistas</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Cite as</source>
        <translation>Citar como</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Known to fail</source>
        <translation>Falhas conhecidas</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Timestep and threshold chosen on</source>
        <translation>Passo e limiar escolhidos em</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Trained on</source>
        <translation>Treinado em</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Without noise</source>
        <translation>Sem ruído</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>buildings</source>
        <translation>edifícios</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>change</source>
        <translation>mudança</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}</source>
        <translation>pixels de {low:g}–{high:g} m; bandas {bands}; limiar {threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</source>
        <translation>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Download it from the Python Package Index (pypi.org)</source>
        <translation>&amp;Descarregá-lo do Python Package Index (pypi.org)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Runs the models on:</source>
        <translation>&amp;Executa os modelos em:</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&lt;p&gt;&lt;b&gt;Noise2Map runs its models with ONNX Runtime&lt;/b&gt;, a library that QGIS does not carry.&lt;/p&gt;&lt;p&gt;It goes into a folder of its own, &lt;code&gt;{folder}&lt;/code&gt;. Nothing inside QGIS is changed, and an update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the SHA-256 that the plugin carries.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;O Noise2Map executa os seus modelos com o ONNX Runtime&lt;/b&gt;, uma biblioteca que o QGIS não traz.&lt;/p&gt;&lt;p&gt;Vai para uma pasta própria, &lt;code&gt;{folder}&lt;/code&gt;. Nada muda dentro do QGIS, e uma atualização do módulo mantém-na. Apague a pasta para a remover. Cada ficheiro é comparado com o SHA-256 que o módulo traz.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 20 MB. Works on every computer.</source>
        <translation>Uma descarga de cerca de 20 MB. Funciona em qualquer computador.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without them the models run on the processor.</source>
        <translation>Uma descarga de cerca de 300 MB. Precisa do controlador da NVIDIA, de CUDA e de cuDNN neste computador; sem eles os modelos correm no processador.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A graphics card by DirectML (Windows)</source>
        <translation>Uma placa gráfica por DirectML (Windows)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An NVIDIA graphics card (CUDA)</source>
        <translation>Uma placa gráfica NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An unknown wheel</source>
        <translation>Um wheel desconhecido</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancelling…</source>
        <translation>A cancelar…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Choose the folder that holds the wheel.</source>
        <translation>Escolha a pasta que contém o wheel.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Folder of wheels</source>
        <translation>Pasta de wheels</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>For graphics cards of any maker, by DirectX 12. A download of about 25 MB.</source>
        <translation>Para placas gráficas de qualquer marca, por DirectX 12. Uma descarga de cerca de 25 MB.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Installing…</source>
        <translation>A instalar…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Noise2Map – install the inference runtime</source>
        <translation>Noise2Map – instalar o motor de inferência</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Start QGIS again to use it.</source>
        <translation>Reinicie o QGIS para o usar.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Take it from a &amp;folder of wheels (.whl), without internet</source>
        <translation>Tirá-lo de uma &amp;pasta de wheels (.whl), sem internet</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The choice could not be stored: {error}.</source>
        <translation>A escolha não pôde ser guardada: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The folder must hold {package} {versions} for {machine}.</source>
        <translation>A pasta tem de conter {package} {versions} para {machine}.</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The processor</source>
        <translation>O processador</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it only if you know where it is from.

SHA-256: {sha256}

Install it all the same?</source>
        <translation>{file} não é um dos wheels que esta versão do Noise2Map conhece. Um wheel é um programa: instale-o só se souber de onde vem.

SHA-256: {sha256}

Instalá-lo mesmo assim?</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Cancelled. Nothing was installed.</source>
        <translation>Cancelado. Nada foi instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Installing ONNX Runtime</source>
        <translation>A instalar o ONNX Runtime</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime could not be installed into {folder}: {error}.</source>
        <translation>O ONNX Runtime não pôde ser instalado em {folder}: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not run on this machine: {error}. Nothing was installed.</source>
        <translation>O ONNX Runtime não corre neste computador: {error}. Nada foi instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed.</source>
        <translation>O ONNX Runtime não arranca em {seconds} segundos neste computador. Nada foi instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime {version} is installed.</source>
        <translation>O ONNX Runtime {version} está instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>There is no wheel of {package} for this machine ({machine}) in {where}. Versions wanted: {versions}.</source>
        <translation>Não há wheel de {package} para este computador ({machine}) em {where}. Versões procuradas: {versions}.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings (Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder.</source>
        <translation>Não se consegue aceder a {address}: {error}. Verifique a ligação e o proxy do QGIS (Configurações, Opções, Rede), ponha em PIP_INDEX_URL o espelho que usa, ou instale de uma pasta.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} is not an https address, so what comes from it can be changed on its way. Set PIP_INDEX_URL to the https address of a package index, or install from a folder.</source>
        <translation>{address} não é um endereço https, por isso o que vem de lá pode ser mudado pelo caminho. Ponha em PIP_INDEX_URL o endereço https de um índice de pacotes, ou instale de uma pasta.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.</source>
        <translation>{file} é maior do que um wheel do ONNX Runtime pode ser. Nada foi instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). Nothing was installed.</source>
        <translation>{file} não é um dos wheels que esta versão do Noise2Map conhece (SHA-256 {sha256}). Nada foi instalado.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{package} is not made for this system ({machine}). Choose another runtime.</source>
        <translation>{package} não existe para este sistema ({machine}). Escolha outro motor.</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was installed. Try again later, or from another place.</source>
        <translation>{place} não é o {file} com que o Noise2Map foi testado (o SHA-256 difere). Nada foi instalado. Tente mais tarde, ou de outro lugar.</translation>
    </message>
    <message>
        <location filename="../gui/launcher.py"/>
        <source>The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins.</source>
        <translation>O módulo Processing está desligado. Ligue-o em Módulos, Gerir e instalar módulos.</translation>
    </message>
    <message>
        <location filename="../gui/model_store.py"/>
        <source>The model “{name}” comes with the plugin and stays.</source>
        <translation>O modelo «{name}» vem com o módulo e fica.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Adicionar</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Bands of one image</source>
        <translation>&amp;Bandas de uma imagem</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Class that is mapped</source>
        <translation>&amp;Classe mapeada</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Licence of the weights</source>
        <translation>&amp;Licença dos pesos</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Pixels on the ground</source>
        <translation>&amp;Pixels no terreno</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Task</source>
        <translation>&amp;Tarefa</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(choose)</source>
        <translation>(escolher)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(enter)</source>
        <translation>(escrever)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 a 1 (divididos por 255)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as for ImageNet</source>
        <translation>0 a 1, padronizados como para ImageNet</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as the file says</source>
        <translation>0 a 1, padronizados como diz o ficheiro</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 255, as they are</source>
        <translation>0 a 255, tal como são</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Add an ONNX file</source>
        <translation>Adicionar um ficheiro ONNX</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Gives {output}.</source>
        <translation>Dá {output}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Pixel &amp;values</source>
        <translation>&amp;Valores de pixel</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>T&amp;hreshold</source>
        <translation>L&amp;imiar</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Takes {inputs} ({layout}, {type}), {channels} bands in all.</source>
        <translation>Recebe {inputs} ({layout}, {type}), {channels} bandas ao todo.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>The file does not say all. Please fill in: {fields}.</source>
        <translation>O ficheiro não diz tudo. Preencha: {fields}.</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>background</source>
        <translation>fundo</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>bands (as many as it takes of one image)</source>
        <translation>bandas (tantas quantas recebe de uma imagem)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>class that is mapped</source>
        <translation>classe mapeada</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example CC BY 4.0, or unknown</source>
        <translation>por exemplo CC BY 4.0, ou desconhecida</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example red, green, blue</source>
        <translation>por exemplo vermelho, verde, azul</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>licence</source>
        <translation>licença</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>one image: where something is</source>
        <translation>uma imagem: onde está algo</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>pixel values</source>
        <translation>valores de pixel</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>size of pixels on the ground</source>
        <translation>tamanho dos pixels no terreno</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>task</source>
        <translation>tarefa</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the only one</source>
        <translation>a única</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the other one</source>
        <translation>a outra</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>two dates: what changed</source>
        <translation>duas datas: o que mudou</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>No change is chosen.</source>
        <translation>Nenhuma mudança está escolhida.</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>The change in the image before and in the image after</source>
        <translation>A mudança na imagem anterior e na posterior</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest building</source>
        <translation>Maior edifício</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest change</source>
        <translation>Maior mudança</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No building was found.</source>
        <translation>Não se encontrou nenhum edifício.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No change was found.</source>
        <translation>Não se encontrou nenhuma mudança.</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Review changes…</source>
        <translation>Rever as mudanças…</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} edifícios, {area:,.0f} m² ao todo ({share:.1%} da área com dados).</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>{count} mudanças, {area:,.0f} m² ao todo ({share:.1%} da área com dados).</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} cannot be written: {error}.</source>
        <translation>{path} não pode ser escrito: {error}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} has no known ending. Choose one of: {endings}.</source>
        <translation>{path} não tem uma extensão conhecida. Escolha uma de: {endings}.</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} is the layer itself. Choose another file.</source>
        <translation>{path} é a própria camada. Escolha outro ficheiro.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>%v of %m looked at</source>
        <translation>%v de %m vistas</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;After</source>
        <translation>&amp;Depois</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;Before</source>
        <translation>&amp;Antes</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Chan&amp;ges</source>
        <translation>&amp;Mudanças</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Change {number} of {count}</source>
        <translation>Mudança {number} de {count}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Choose a layer of changes.</source>
        <translation>Escolha uma camada de mudanças.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept</source>
        <translation>Exportar o que se manteve</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept…</source>
        <translation>Exportar o que se manteve…</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Flicker</source>
        <translation>Piscar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next</source>
        <translation>Seguinte</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next open</source>
        <translation>Seguinte aberta</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Reject</source>
        <translation>Rejeitar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Review changes</source>
        <translation>Rever as mudanças</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Swipe</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>The &amp;map follows</source>
        <translation>O ma&amp;pa segue</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>There is no change in this layer.</source>
        <translation>Não há mudança nesta camada.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Those not &amp;looked at, too</source>
        <translation>Também as &amp;não vistas</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>kept</source>
        <translation>mantida</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>not decided</source>
        <translation>por decidir</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>probability {mean:.2f}, highest {highest:.2f}</source>
        <translation>probabilidade {mean:.2f}, máxima {highest:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>rejected</source>
        <translation>rejeitada</translation>
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
        <translation>{count} mudanças foram escritas em {path}.</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{kept} kept, {rejected} rejected</source>
        <translation>{kept} mantidas, {rejected} rejeitadas</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install again…</source>
        <translation>&amp;Instalar de novo…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install…</source>
        <translation>&amp;Instalar…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Memory for one tile, at most</source>
        <translation>&amp;Memória para um mosaico, no máximo</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Test…</source>
        <translation>&amp;Testar…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&lt;b&gt;ONNX Runtime is not installed.&lt;/b&gt; Without it no model can run.</source>
        <translation>&lt;b&gt;O ONNX Runtime não está instalado.&lt;/b&gt; Sem ele nenhum modelo corre.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>A model that needs more for one tile is refused before it runs.</source>
        <translation>Um modelo que precise de mais para um mosaico é recusado antes de correr.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Inference runtime</source>
        <translation>Motor de inferência</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>ONNX Runtime is installed. Devices: {devices}.</source>
        <translation>O ONNX Runtime está instalado. Dispositivos: {devices}.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Of the processor. Fewer leave room for other work.</source>
        <translation>Do processador. Menos deixam lugar a outro trabalho.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Runs the default model on a small drawn pair, and says which device ran and how fast.</source>
        <translation>Executa o modelo predefinido num pequeno par desenhado, e diz que dispositivo correu e a que velocidade.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>T&amp;hreads</source>
        <translation>T&amp;hreads</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Testing…</source>
        <translation>A testar…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>There is no model for Detect change to test with.</source>
        <translation>Não há modelo de «Detetar mudanças» com que testar.</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn town).</source>
        <translation>Funciona: {device} executou «{model}» a {speed:.2f} megapixels por segundo ({found} mudanças encontradas numa cidade desenhada).</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>Testing Noise2Map</source>
        <translation>A testar o Noise2Map</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>The test was cancelled.</source>
        <translation>O teste foi cancelado.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Open the models' folder</source>
        <translation>&amp;Abrir a pasta dos modelos</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from a ZIP</source>
        <translation>Adicionar um modelo de um ZIP</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from its folder (the one with card.json in it)</source>
        <translation>Adicionar um modelo da sua pasta (a que tem card.json)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a network that was exported elsewhere</source>
        <translation>Adicionar uma rede exportada noutro lado</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add an ON&amp;NX file…</source>
        <translation>Adicionar um ficheiro O&amp;NNX…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;ZIP…</source>
        <translation>Adicionar de &amp;ZIP…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;folder…</source>
        <translation>Adicionar de &amp;pasta…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Added “{title}”. It can be chosen in the algorithms now.</source>
        <translation>«{title}» adicionado. Já pode ser escolhido nos algoritmos.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Does</source>
        <translation>Faz</translation>
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
        <translation>Nome nos algoritmos</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Not usable</source>
        <translation>Não utilizável</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>ONNX file (*.onnx)</source>
        <translation>Ficheiro ONNX (*.onnx)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove a model</source>
        <translation>Remover um modelo</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove the model “{title}” and its files?</source>
        <translation>Remover o modelo «{title}» e os seus ficheiros?</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Removed “{title}”.</source>
        <translation>«{title}» removido.</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>added by you</source>
        <translation>adicionado por si</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>the plugin</source>
        <translation>o módulo</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>{name} (default)</source>
        <translation>{name} (predefinido)</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Detect change…</source>
        <translation>Detetar mudanças…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install the inference runtime…</source>
        <translation>Instalar o motor de inferência…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Models and settings…</source>
        <translation>Modelos e definições…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>ONNX Runtime is needed to run the models, and is not installed yet.</source>
        <translation>O ONNX Runtime é preciso para executar os modelos, e ainda não está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Segment buildings…</source>
        <translation>Segmentar edifícios…</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Noise2Map – change and buildings from imagery</source>
        <translation>Noise2Map – mudanças e edifícios a partir de imagens</translation>
    </message>
</context>
</TS>
