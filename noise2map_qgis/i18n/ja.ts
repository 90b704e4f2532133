<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Noise2Map</name>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>1 where the class is true, 0 elsewhere; any grid that overlaps the map.</source>
        <translation>クラスが真の場所は 1、それ以外は 0。地図と重なるグリッドならどれでも可。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>&lt;p&gt;Says how good a map of change or buildings is, and how large the true area is, with 95 % confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Points&lt;/b&gt; of &lt;i&gt;Sample points for checking&lt;/i&gt;, answered. Unsaved answers count, too. Without a map, the one that the points were drawn on is assessed; with another map of the place, that one.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Polygons or a raster&lt;/b&gt; of all that is true: every pixel of the map is compared. There is no sampling error then, and no interval.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true area corrects the area on the map by the errors found.&lt;/p&gt;&lt;p&gt;Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).&lt;/p&gt;</source>
        <translation>&lt;p&gt;変化または建物の地図がどれほど正確か、真の面積がどれだけかを、95 % 信頼区間とともに示します。&lt;/p&gt;&lt;h3&gt;入力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;i&gt;確認用の標本点&lt;/i&gt;で作り、回答した&lt;b&gt;点&lt;/b&gt;。保存していない回答も数えます。地図を指定しなければ、点を引いた地図を評価します。同じ場所の別の地図を指定すれば、それを評価します。&lt;/li&gt;&lt;li&gt;真であるものすべての&lt;b&gt;ポリゴンまたはラスタ&lt;/b&gt;：地図のすべてのピクセルを比べます。この場合、標本誤差も区間もありません。&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;p&gt;レポート（HTML）と、その中のすべての数値。精度は面積で重み付けします。真の面積は、地図上の面積を見つかった誤りで補正したものです。&lt;/p&gt;&lt;p&gt;推定量：Stehman 2014。層が地図のクラスであれば Olofsson et al. 2014（Remote Sensing of Environment 148:42–57、式 2–11）と同じです。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Answered points, or polygons of what is true</source>
        <translation>回答済みの点、または真であるもののポリゴン</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area assessed (m²)</source>
        <translation>評価した面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Area on the map (m²)</source>
        <translation>地図上の面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Assess accuracy</source>
        <translation>精度を評価</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Choose one reference: answered points, polygons, or a raster of what is true.</source>
        <translation>参照を 1 つ選んでください：回答済みの点、ポリゴン、または真であるもののラスタ。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Estimates the accuracy of a map and the true area, with confidence intervals.</source>
        <translation>地図の精度と真の面積を、信頼区間とともに推定します。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>F1 of yes (0–1)</source>
        <translation>「はい」の F1（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Figures for models and scripts</source>
        <translation>モデルとスクリプト用の数値</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>From this probability on, a pixel of the map is a yes. A mask does not need it.</source>
        <translation>この確率以上のピクセルを「はい」とします。マスクでは不要です。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML ファイル (*.html)</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Intersection over union of yes (0–1)</source>
        <translation>「はい」の IoU（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Map (probability or mask)</source>
        <translation>地図（確率またはマスク）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Needed for polygons and rasters. With points: empty for the map that they were drawn on.</source>
        <translation>ポリゴンとラスタでは必要。点の場合：空なら点を引いた地図。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>One HTML file that needs nothing else.</source>
        <translation>他に何も要らない 1 つの HTML ファイル。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Or a raster of what is true (0 and 1)</source>
        <translation>または真であるもののラスタ（0 と 1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Overall accuracy (0–1)</source>
        <translation>全体精度（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points of Sample points for checking with answers, or polygons of all that is true on the map.</source>
        <translation>回答済みの「確認用の標本点」、または地図上で真であるものすべてのポリゴン。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: no on the map and in the reference</source>
        <translation>点またはピクセル：地図も参照も「いいえ」</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes in the reference only</source>
        <translation>点またはピクセル：参照だけ「はい」</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map and in the reference</source>
        <translation>点またはピクセル：地図も参照も「はい」</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points or pixels: yes on the map only</source>
        <translation>点またはピクセル：地図だけ「はい」</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Points that could not be told</source>
        <translation>判断できなかった点</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Producer's accuracy of yes, recall (0–1)</source>
        <translation>「はい」の作成者精度、再現率（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>The reference cannot be loaded. Choose a layer of points or polygons, or a raster.</source>
        <translation>参照を読み込めません。点かポリゴンのレイヤ、またはラスタを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>Threshold of a probability</source>
        <translation>確率のしきい値</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area (m²)</source>
        <translation>真の面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.</source>
        <translation>真の面積：{area:,.0f} ± {half:,.0f} m²、F1 {f1:.3f}。</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>User's accuracy of yes, precision (0–1)</source>
        <translation>「はい」の利用者精度、適合率（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson</source>
        <translation>精度,混同行列,f1,iou,利用者精度,作成者精度,面積推定,olofsson</translation>
    </message>
    <message>
        <location filename="../algorithms/assess_accuracy.py"/>
        <source>{figure}: half of the 95 % interval</source>
        <translation>{figure}：95 % 区間の半幅</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Before mapping</source>
        <translation>地図を作る前に</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Checking and accuracy</source>
        <translation>確認と精度</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Maps from imagery</source>
        <translation>画像から地図へ</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Training data</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;Three or more images of one place, in any order. Their dates are taken, in this order, from the table of dates, the dates given, the temporal properties of the layers, and the names of layers, files and folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.&lt;/p&gt;&lt;h3&gt;What is consistent over time&lt;/h3&gt;&lt;p&gt;Each image is compared with the next one. What one image shows and neither of its neighbours shows is noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where an image has no data, its neighbours are compared with each other.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Changes with dates&lt;/b&gt;: outlines, each with the dates of the images between which it changed. Open the Temporal Controller and press play.&lt;/li&gt;&lt;li&gt;&lt;b&gt;First change&lt;/b&gt;, &lt;b&gt;Last change&lt;/b&gt;: the number of the date that shows it, with a legend.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Number of changes&lt;/b&gt;: 2 where something was built and pulled down again, for example.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Confidence&lt;/b&gt;: the weakest of the answers that make up a pixel's timeline.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes about as long as Detect change on each two neighbouring images, and up to twice that where much changes.&lt;/li&gt;&lt;li&gt;Images of one season give fewer false alarms than images of all seasons.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;入力&lt;/h3&gt;&lt;p&gt;同じ場所の 3 つ以上の画像、順序は自由。日付は次の順に取ります：日付の表、指定した日付、レイヤの時系列プロパティ、レイヤ・ファイル・フォルダの名前（2019、2019-08、20190818、2019_08_18）。すべての画像を最も古い画像のグリッドに合わせます。&lt;/p&gt;&lt;h3&gt;時間的な整合&lt;/h3&gt;&lt;p&gt;各画像を次の画像と比べます。1 つの画像にだけ現れ、隣の画像に現れないものはノイズとして除きます。最初と最後の画像は隣が 1 つしかないので、そのノイズは残ります。データのない場所では、隣同士を比べます。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;日付付きの変化&lt;/b&gt;：輪郭。変化がその間に起きた画像の日付付き。時系列コントローラを開いて再生してください。&lt;/li&gt;&lt;li&gt;&lt;b&gt;最初の変化&lt;/b&gt;、&lt;b&gt;最後の変化&lt;/b&gt;：それを示す日付の番号、凡例付き。&lt;/li&gt;&lt;li&gt;&lt;b&gt;変化の回数&lt;/b&gt;：例えば、建ててまた壊した場所は 2。&lt;/li&gt;&lt;li&gt;&lt;b&gt;確信度&lt;/b&gt;：ピクセルの時間経過を成す答えのうち最も弱いもの。&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;ヒント&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;時間は、隣り合う 2 画像ごとの「変化を検出」とほぼ同じ。変化が多い場所ではその 2 倍まで。&lt;/li&gt;&lt;li&gt;同じ季節の画像は、さまざまな季節の画像より誤検出が少なくなります。&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>&lt;p&gt;Maps when each place changed over three or more images of it. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;3 つ以上の画像を通して、各場所がいつ変わったかを地図にします。モデルはこのコンピュータで動き、何もアップロードされません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster of 0–1: the probability of the least sure of the answers that make the timeline of a pixel.</source>
        <translation>0–1 のラスタ：ピクセルの時間経過を成す答えのうち最も不確かなものの確率。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: how many times each pixel changed.</source>
        <translation>ラスタ：各ピクセルが何回変わったか。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the first change, from 1 for the second image; 0 is none.</source>
        <translation>ラスタ：最初の変化を示す日付の番号。2 番目の画像が 1、0 はなし。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A raster: the number of the date that shows the last change, from 1 for the second image; 0 is none.</source>
        <translation>ラスタ：最後の変化を示す日付の番号。2 番目の画像が 1、0 はなし。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A table with the columns name (of the layer or file) and date. It counts before all else.</source>
        <translation>name（レイヤまたはファイル）と date の列を持つ表。他のすべてに優先します。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change for two.</source>
        <translation>時間経過には 3 つ以上の画像が必要で、{count} 個では足りません。「{field}」でもっと選ぶか、2 つなら「変化を検出」を使ってください。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area that changed at least once (m²)</source>
        <translation>少なくとも 1 回変わった面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Area with data (m²)</source>
        <translation>データのある面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Bands of the images</source>
        <translation>画像のバンド</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change left out as noise, over all pairs (m²)</source>
        <translation>ノイズとして除いた変化、すべてのペアの合計（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Change timeline</source>
        <translation>変化の時間経過</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Changes with dates</source>
        <translation>日付付きの変化</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Confidence</source>
        <translation>確信度</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Dates of the images</source>
        <translation>画像の日付</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Device that ran the model</source>
        <translation>モデルを実行したデバイス</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>First change</source>
        <translation>最初の変化</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Its share of the area with data (0–1)</source>
        <translation>データのある面積に占める割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Last change</source>
        <translation>最後の変化</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Maps when each place changed over three or more images: first and last, how often, how sure.</source>
        <translation>3 つ以上の画像を通して、各場所がいつ変わったかを地図にします：最初と最後、回数、確かさ。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of changes</source>
        <translation>変化の回数</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Number of polygons</source>
        <translation>ポリゴンの数</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: from the layers' temporal properties, else from their names.</source>
        <translation>画像ごとに 1 つの日付を、画像の順に、コンマで区切って：2015, 2017-06, 20190818。空：レイヤの時系列プロパティ、なければ名前から。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Outlines of the changes with begin and end, the dates between which each happened. The Temporal Controller plays them as they are.</source>
        <translation>変化の輪郭。begin と end は、変化が起きた期間の日付。時系列コントローラでそのまま再生できます。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Table of dates</source>
        <translation>日付の表</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.</source>
        <translation>モデルが読むバンド、その順に、すべての画像で同じ：3, 2, 1。空：先頭のもの。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>Three or more images of one place, in any order.</source>
        <translation>同じ場所の 3 つ以上の画像、順序は自由。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep learning,ai,onnx</source>
        <translation>変化検出,時系列,時間経過,時間,多時期,履歴,日付,建設,深層学習,ai,onnx</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>少なくとも 1 回変わった面積 {found:,.0f} m²、データのある {valid:,.0f} m² の {share:.2%}。</translation>
    </message>
    <message>
        <location filename="../algorithms/change_timeline.py"/>
        <source>“{text}” are no band numbers. Write them as 3, 2, 1.</source>
        <translation>「{text}」はバンド番号ではありません。3, 2, 1 のように書いてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>&lt;p&gt;Says what to expect of a pair before Detect change runs: the ground both images cover, their pixel sizes beside those the model is made for, how much light and season differ, clouds and missing data, and by how much the later image lies off the earlier one. No model is run.&lt;/p&gt;&lt;h3&gt;Misregistration&lt;/h3&gt;&lt;p&gt;The shift is measured by phase correlation in up to 100 patches, and is told only if the patches agree. Where they do not (woods, water, fields, much change), the answer is that it cannot be told, and nothing is moved: a wrong shift is worse than none.&lt;/p&gt;&lt;p&gt;Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns and shadows, not the ground.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Report&lt;/b&gt;: a page with the verdict, both images, a checkerboard, arrows of the shifts found and the figures.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Image after, corrected&lt;/b&gt;, if you ask for it. &lt;i&gt;shift&lt;/i&gt; writes another position into a copy and leaves every pixel value; &lt;i&gt;resampled&lt;/i&gt; puts the pixels on those of the earlier image; &lt;i&gt;field&lt;/i&gt; also follows a smooth field, where the images support one.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Detect change can do the same by itself: its advanced parameter “Align the image after”.&lt;/p&gt;</source>
        <translation>&lt;p&gt;「変化を検出」を実行する前に、ペアから何が期待できるかを示します：両画像が覆う地面、モデルの対象と比べたピクセルサイズ、光と季節の違い、雲と欠けたデータ、後の画像が前の画像からどれだけずれているか。モデルは動かしません。&lt;/p&gt;&lt;h3&gt;位置ずれ&lt;/h3&gt;&lt;p&gt;ずれは最大 100 の小領域で位相相関により測り、小領域が一致した場合だけ示します。一致しない場所（森、水面、畑、変化が多い場所）では、決められないと答え、何も動かしません。誤ったずれは、ないより悪いからです。&lt;/p&gt;&lt;p&gt;地形が画像をゆがめる場所では、ずれが滑らかに変わることがあります：場。森では地面ではなく樹冠と影に従います。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;レポート&lt;/b&gt;：判定、両画像、市松模様、見つかったずれの矢印、数値のページ。&lt;/li&gt;&lt;li&gt;&lt;b&gt;補正した後の画像&lt;/b&gt;（求めた場合）。&lt;i&gt;shift&lt;/i&gt; は写しに別の位置を書き、ピクセル値はそのまま。&lt;i&gt;resampled&lt;/i&gt; はピクセルを前の画像のピクセルに合わせます。&lt;i&gt;field&lt;/i&gt; は画像が支持する場所で滑らかな場にも従います。&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;「変化を検出」も自分で同じことができます：詳細パラメータ「後の画像を位置合わせ」。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Alignment to run Detect change with: off, shift or field</source>
        <translation>「変化を検出」を実行するときの位置合わせ：off、shift、field</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image after</source>
        <translation>後の画像のバンド</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Bands of the image before</source>
        <translation>前の画像のバンド</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Check pair</source>
        <translation>ペアを確認</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Correlation of the grey values of both images</source>
        <translation>両画像の灰色値の相関</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Difference of mean brightness (0–255)</source>
        <translation>平均の明るさの差（0–255）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after</source>
        <translation>後の画像</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image after, corrected</source>
        <translation>補正した後の画像</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Image before</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far east (0 if it cannot be told)</source>
        <translation>後の画像が東にずれているメートル数（決められなければ 0）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Metres by which the later image lies too far north (0 if it cannot be told)</source>
        <translation>後の画像が北にずれているメートル数（決められなければ 0）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the earlier image (m)</source>
        <translation>前の画像のピクセルサイズ（m）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Pixel size of the later image (m)</source>
        <translation>後の画像のピクセルサイズ（m）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Says whether two images are fit for Detect change, and by how much the later one lies off.</source>
        <translation>2 つの画像が「変化を検出」に適しているか、後の画像がどれだけずれているかを示します。</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's data that the later one has data for, too (0–1)</source>
        <translation>前の画像のデータのうち、後の画像にもデータがある割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share of the earlier image's grid with data in both (0–1)</source>
        <translation>前の画像のグリッドのうち、両方にデータがある割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the earlier image: cloud, snow, glare (0–1)</source>
        <translation>前の画像で白く一様な割合：雲、雪、反射（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Share that is white and even in the later image (0–1)</source>
        <translation>後の画像で白く一様な割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The later image where it belongs. If no shift can be told, or it is less than half a pixel, this is the image as it is, and a warning says so.</source>
        <translation>あるべき場所に置いた後の画像。ずれを決められないか、半ピクセル未満なら、元の画像のままで、警告に書かれます。</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, east</source>
        <translation>同じくピクセル単位、東</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>The same in pixels, north</source>
        <translation>同じくピクセル単位、北</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Uncertainty of the shift in pixels</source>
        <translation>ずれの不確かさ（ピクセル）</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Verdict: good, caution or problem</source>
        <translation>判定：good、caution、problem</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the images support a smooth field of shifts</source>
        <translation>画像が滑らかなずれの場を支持するか</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>Whether the shift can be told</source>
        <translation>ずれを決められるか</translation>
    </message>
    <message>
        <location filename="../algorithms/check_pair.py"/>
        <source>registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase correlation</source>
        <translation>位置合わせ,相互位置合わせ,位置ずれ,ずれ,整列,重なり,雲,品質,前,後,位相相関</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>Choose a raster layer in “{field}”.</source>
        <translation>「{field}」でラスタレイヤを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, Install the inference runtime… It takes one click and changes nothing inside QGIS.</source>
        <translation>モデルを実行する ONNX Runtime がインストールされていません。プラグイン ▸ Noise2Map ▸ 推論ランタイムをインストール… を選んでください。1 回のクリックで済み、QGIS の中は変わりません。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The device {device} is not present on this computer. Choose one of: {present}.</source>
        <translation>デバイス {device} はこのコンピュータにありません。次から選んでください：{present}。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The map cannot be averaged over {views} views. Choose one of: {choices}.</source>
        <translation>地図を {views} 個のビューで平均することはできません。次から選んでください：{choices}。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>The model “{model}” offers no timestep {step}. Choose one of: {offered}.</source>
        <translation>モデル「{model}」にはタイムステップ {step} がありません。次から選んでください：{offered}。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model for this task on this computer. Install the plugin again, or add a model in Plugins, Noise2Map, Models and settings.</source>
        <translation>このコンピュータにはこの作業のモデルがありません。プラグインを再インストールするか、プラグイン ▸ Noise2Map ▸ モデルと設定 でモデルを追加してください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no model “{name}” on this computer for this task. Choose one of: {models}.</source>
        <translation>このコンピュータにはこの作業のモデル「{name}」がありません。次から選んでください：{models}。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>There is no raster “{path}”, given as “{field}”. Check the path or choose another.</source>
        <translation>「{field}」に指定されたラスタ「{path}」がありません。パスを確かめるか、別のものを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}” is given both as before and as after, so nothing can have changed. Choose two images, or two sets of bands.</source>
        <translation>「{layer}」が前と後の両方に指定されているので、変化はあり得ません。2 つの画像、または 2 組のバンドを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.</source>
        <translation>「{field}」に指定された「{layer}」はラスタレイヤではありません。ラスタを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” is always a file: give a path, or {temporary} for a temporary file.</source>
        <translation>「{output}」は常にファイルです。パスか、一時ファイルなら {temporary} を指定してください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}” would be written over “{layer}”. Choose another file for it.</source>
        <translation>「{output}」は「{layer}」に上書きされます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{output}”: {reason}.</source>
        <translation>「{output}」：{reason}。</translation>
    </message>
    <message>
        <location filename="../algorithms/checks.py"/>
        <source>“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. Open it in QGIS to see why, or choose another.</source>
        <translation>「{field}」に指定された「{path}」はラスタとして読めません。ファイルが壊れているか、未知の種類です。QGIS で開いて理由を確かめるか、別のものを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later one is brought onto the earlier one's grid. Choose images of the same season where you can.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Change probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Changes&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Change mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Too many small specks: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint changes missing: lower it.&lt;/li&gt;&lt;li&gt;Outlines too wide or too narrow: look at the probability layer, then change the threshold.&lt;/li&gt;&lt;li&gt;Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift or field in “Align the image after”, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;入力&lt;/h3&gt;&lt;p&gt;2 つの画像は、座標系、ピクセルサイズ、範囲、データ型、nodata が違っていてもかまいません。後の画像を前の画像のグリッドに合わせます。できれば同じ季節の画像を選んでください。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;変化の確率&lt;/b&gt;：モデルの確信度、0 から 1、ピクセルごと。&lt;/li&gt;&lt;li&gt;&lt;b&gt;変化&lt;/b&gt;：しきい値を超え、どこかで十分に確かなものの輪郭。面積（m²）、周長（m）、平均と最大の確率付き。&lt;/li&gt;&lt;li&gt;&lt;b&gt;変化マスク&lt;/b&gt;（求めた場合）：同じ内容の 0 と 1 のラスタ。&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;ヒント&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;小さな斑点が多すぎる：残す最小面積を上げる。&lt;/li&gt;&lt;li&gt;誤検出：高いしきい値を上げる。弱い変化が抜ける：下げる。&lt;/li&gt;&lt;li&gt;輪郭が広すぎる、狭すぎる：確率レイヤを見て、しきい値を変える。&lt;/li&gt;&lt;li&gt;変わっていない屋根の縁が出る：一方の画像がずれています。「ペアを確認」を実行し、詳細パラメータの「後の画像を位置合わせ」で shift か field を選ぶ。&lt;/li&gt;&lt;li&gt;より正確で、より遅い：4 または 8 ビューのテスト時拡張（詳細パラメータ）。&lt;/li&gt;&lt;li&gt;大きな画像をまず見る：小さな範囲を選ぶ。全体の実行でも、その中のピクセルの確率は同じです。&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>&lt;p&gt;Maps what changed between two images of the same place. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;同じ場所の 2 つの画像の間で変わったものを地図にします。モデルはこのコンピュータで動き、何もアップロードされません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 0–1, no data where either image has none. Filter it later without running again.</source>
        <translation>0–1 のラスタ。どちらかの画像にデータがない場所は nodata。再実行せずに後で絞り込めます。</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>A raster of 1 where something changed, 0 elsewhere.</source>
        <translation>何かが変わった場所は 1、それ以外は 0 のラスタ。</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change mask</source>
        <translation>変化マスク</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Change probability</source>
        <translation>変化の確率</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed area (m²)</source>
        <translation>変化した面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changed share of the area with data (0–1)</source>
        <translation>データのある面積のうち変化した割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Changes</source>
        <translation>変化</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Detect change</source>
        <translation>変化を検出</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Maps what changed between an image from before and one from after.</source>
        <translation>前の画像と後の画像の間で変わったものを地図にします。</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>変わったものの輪郭。area_m2、perimeter_m、mean_prob、max_prob 付き。</translation>
    </message>
    <message>
        <location filename="../algorithms/detect_change.py"/>
        <source>change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial</source>
        <translation>変化検出,差分,前,後,二時期,深層学習,ai,onnx,衛星,航空</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;h3&gt;What it does&lt;/h3&gt;&lt;p&gt;The model was trained with the two images mixed into each other, more or less of that at each diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It also looks at every tile in several turned and mirrored views: where these disagree it is unsure.&lt;/p&gt;&lt;p&gt;With a point, parts of either image around it are covered one by one, and the raster tells by how much the probability at the point falls: which image, and which part of it, made the model say so.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Probability by timestep&lt;/b&gt;: one band a timestep.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Agreement&lt;/b&gt;: mean and spread over timesteps, the share of them that say change (between 0 and 1 the answer depends on the timestep), mean and spread over views.&lt;/li&gt;&lt;li&gt;&lt;b&gt;What the answer at the point rests on&lt;/b&gt;: positive where a part adds to the probability.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A run takes as long as one change map for each timestep and each view: choose a small extent.&lt;/li&gt;&lt;li&gt;The threshold was chosen for the model's own timestep; the others are not calibrated.&lt;/li&gt;&lt;li&gt;A model without further timesteps shows its own alone.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;内容&lt;/h3&gt;&lt;p&gt;モデルは 2 つの画像を混ぜ合わせて学習しました。混ぜる度合いは拡散のタイムステップによります。どのタイムステップでも同じ答えなら、その選択によりません。また各タイルを回転・反転したいくつかのビューで見ます。それらが食い違う場所では不確かです。&lt;/p&gt;&lt;p&gt;点を指定すると、その周りの両画像の部分を 1 つずつ隠し、点での確率がどれだけ下がるかをラスタで示します：どの画像のどの部分がモデルにそう答えさせたか。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;タイムステップごとの確率&lt;/b&gt;：1 ステップに 1 バンド。&lt;/li&gt;&lt;li&gt;&lt;b&gt;一致&lt;/b&gt;：タイムステップにわたる平均とばらつき、変化と答えた割合（0 と 1 の間なら答えはタイムステップ次第）、ビューにわたる平均とばらつき。&lt;/li&gt;&lt;li&gt;&lt;b&gt;点での答えの根拠&lt;/b&gt;：確率を高める部分で正。&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;ヒント&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;時間は、タイムステップとビューごとの変化地図と同じだけかかります。小さな範囲を選んでください。&lt;/li&gt;&lt;li&gt;しきい値はモデル自身のタイムステップ用です。他は較正されていません。&lt;/li&gt;&lt;li&gt;他のタイムステップのないモデルは、自身のものだけを示します。&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>&lt;p&gt;Maps what the answer of &lt;i&gt;Detect change&lt;/i&gt; depends on. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;i&gt;変化を検出&lt;/i&gt;の答えが何によるかを地図にします。モデルはこのコンピュータで動き、何もアップロードされません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A place on the images; click it on the map. Needed for the last output only.</source>
        <translation>画像上の場所。地図でクリックしてください。最後の出力にだけ必要です。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster around the point, a band for each image: what each part of it adds to the probability there.</source>
        <translation>点の周りのラスタ、画像ごとに 1 バンド：各部分がそこでの確率にどれだけ加えるか。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say change, mean and standard deviation over views (the uncertainty).</source>
        <translation>5 バンドのラスタ：タイムステップにわたる平均と標準偏差、変化と答えたタイムステップの割合、ビューにわたる平均と標準偏差（不確かさ）。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>A raster with a band of change probability for each timestep.</source>
        <translation>タイムステップごとに変化の確率のバンドを持つラスタ。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Agreement</source>
        <translation>一致</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain change</source>
        <translation>変化を説明</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Explain this place</source>
        <translation>この場所を説明</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images.</source>
        <translation>変化地図の答えが何によるかを地図にします：拡散のタイムステップ、ビュー、画像の部分。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over timesteps (0–1)</source>
        <translation>タイムステップにわたる標準偏差の平均（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Mean standard deviation over views (0–1)</source>
        <translation>ビューにわたる標準偏差の平均（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Numbers such as 0, 200, 600, of those the model offers. Empty: all of them.</source>
        <translation>モデルが提供するもののうち、0, 200, 600 のような数。空：すべて。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability at the point (0–1)</source>
        <translation>点での確率（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Probability by timestep</source>
        <translation>タイムステップごとの確率</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Share of the area where the answer depends on the timestep (0–1)</source>
        <translation>答えがタイムステップによる面積の割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.</source>
        <translation>データのある面積の {share:.2%} で、答えがタイムステップ（{steps}）によります。</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the earlier image adds at the point</source>
        <translation>前の画像の部分が点で加える最大値</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>The most a part of the later image adds at the point</source>
        <translation>後の画像の部分が点で加える最大値</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>Timesteps compared</source>
        <translation>比べるタイムステップ</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>What the answer at the point rests on</source>
        <translation>点での答えの根拠</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change detection</source>
        <translation>説明,不確かさ,確信度,帰属,遮蔽,タイムステップ,拡散,テスト時拡張,変化検出</translation>
    </message>
    <message>
        <location filename="../algorithms/explain_change.py"/>
        <source>“{text}” are no timesteps. Write them as 0, 200, 600.</source>
        <translation>「{text}」はタイムステップではありません。0, 200, 600 のように書いてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>&lt;p&gt;Cuts tiles from images and polygons into the folder that &lt;code&gt;noise2map train&lt;/code&gt; reads, to fine-tune a model on your own area.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;One image for buildings; an image before and one after for change. &lt;b&gt;Labels&lt;/b&gt; are polygons of all buildings, or of all changes. Where you have not labelled everything, draw an &lt;b&gt;area&lt;/b&gt; inside which everything is labelled: beyond it nothing is learnt.&lt;/p&gt;&lt;h3&gt;Splits&lt;/h3&gt;&lt;p&gt;Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better than it is. The tiles are therefore split by place: validation at one end of the area, training in the middle, test at the other end, and a gap of left-out ground between.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;p&gt;The folder, and in it &lt;code&gt;tiles.gpkg&lt;/code&gt; with the outline and the split of every tile. Look at it first with &lt;i&gt;Preview only&lt;/i&gt;; nothing else is written then.&lt;/p&gt;&lt;h3&gt;Training&lt;/h3&gt;&lt;p&gt;&lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; outside of QGIS, then add RUN/bundle on the settings page.&lt;/p&gt;</source>
        <translation>&lt;p&gt;画像とポリゴンからタイルを切り出し、&lt;code&gt;noise2map train&lt;/code&gt; が読むフォルダを作ります。自分の地域でモデルを微調整するためのものです。&lt;/p&gt;&lt;h3&gt;入力&lt;/h3&gt;&lt;p&gt;建物なら 1 つの画像、変化なら前と後の画像。&lt;b&gt;ラベル&lt;/b&gt;は、すべての建物、またはすべての変化のポリゴンです。全部にラベルを付けていない場合は、すべてにラベルのある&lt;b&gt;区域&lt;/b&gt;を描いてください。その外では何も学びません。&lt;/p&gt;&lt;h3&gt;分割&lt;/h3&gt;&lt;p&gt;隣り合うタイルは似ているので、学習した場所の隣でテストすると、モデルは実際より良く見えます。そこでタイルを場所で分けます：区域の一端を検証、中央を学習、他端をテストとし、間に使わない土地を挟みます。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;p&gt;フォルダと、その中の &lt;code&gt;tiles.gpkg&lt;/code&gt;。各タイルの輪郭と区分があります。まず&lt;i&gt;プレビューのみ&lt;/i&gt;で見てください。その場合、他には何も書きません。&lt;/p&gt;&lt;h3&gt;学習&lt;/h3&gt;&lt;p&gt;QGIS の外で &lt;code&gt;noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN&lt;/code&gt; を実行し、設定ページで RUN/bundle を追加します。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A multiple of 32. Smaller tiles follow a small area more closely.</source>
        <translation>32 の倍数。小さいタイルは小さな区域によく沿います。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>A new or an empty folder.</source>
        <translation>新しい、または空のフォルダ。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Area in which everything is labelled</source>
        <translation>すべてにラベルのある区域</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Cuts tiles from your images and polygons, to fine-tune a model on your own area.</source>
        <translation>画像とポリゴンからタイルを切り出し、自分の地域でモデルを微調整します。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Export training tiles</source>
        <translation>学習タイルを書き出す</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Folder of tiles</source>
        <translation>タイルのフォルダ</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Gap between splits (m; one tile if empty)</source>
        <translation>区分の間隔（m、空なら 1 タイル）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground left out between two splits, rounded up to whole tiles.</source>
        <translation>2 つの区分の間に残す土地。タイル単位に切り上げます。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Ground sample distance of the tiles (m)</source>
        <translation>タイルの地上でのピクセルサイズ（m）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image before (for change only)</source>
        <translation>前の画像（変化のみ）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Image, or image after</source>
        <translation>画像、または後の画像</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Labels: all buildings, or all changes</source>
        <translation>ラベル：すべての建物、またはすべての変化</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Model to fine-tune</source>
        <translation>微調整するモデル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons in any coordinate reference system. Fifty are a start.</source>
        <translation>ポリゴン、座標系は自由。50 個から始められます。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere.</source>
        <translation>ポリゴン。その外ではラベルは不明で、学習は見ません。空：全体。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Preview only: the outlines of the tiles</source>
        <translation>プレビューのみ：タイルの輪郭</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for test (0–0.9)</source>
        <translation>テストの割合（0–0.9）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Share for validation (0–0.9)</source>
        <translation>検証の割合（0–0.9）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The earlier of two images. Leave it empty for buildings.</source>
        <translation>2 つの画像の前の方。建物なら空にしてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The image of the buildings, or the later of two images.</source>
        <translation>建物の画像、または 2 つの画像の後の方。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The model “{}” has no task for these images; choose another.</source>
        <translation>モデル「{}」にはこれらの画像に合う作業がありません。別のものを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that chooses the threshold of the fine-tuned model.</source>
        <translation>微調整したモデルのしきい値を決めるラベルの割合。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The share of the labels that training never sees, to measure what it gained. 0: no test.</source>
        <translation>学習が決して見ない、効果を測るためのラベルの割合。0：テストなし。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tile size must be a multiple of 32 pixels.</source>
        <translation>タイルの大きさは 32 ピクセルの倍数でなければなりません。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>The tiles get the bands, the stretch and a pixel size that this model takes.</source>
        <translation>タイルには、このモデルが受け取るバンド、引き伸ばし、ピクセルサイズを使います。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tile size (pixels)</source>
        <translation>タイルの大きさ（ピクセル）</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles</source>
        <translation>タイル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for test</source>
        <translation>テスト用タイル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for training</source>
        <translation>学習用タイル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Tiles for validation</source>
        <translation>検証用タイル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</source>
        <translation>学習コマンド：noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Training tiles</source>
        <translation>学習タイル</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>Writes tiles.gpkg alone, to look at the splits before anything else is written.</source>
        <translation>他を書く前に分割を確かめられるよう、tiles.gpkg だけを書きます。</translation>
    </message>
    <message>
        <location filename="../algorithms/export_training.py"/>
        <source>training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation</source>
        <translation>学習,微調整,ラベル,タイル,チップ,データセット,深層学習,分割,検証</translation>
    </message>
    <message>
        <location filename="../algorithms/feedback.py"/>
        <source>Tile {done} of {total}</source>
        <translation>タイル {done} / {total}</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Megapixels a second</source>
        <translation>毎秒メガピクセル</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Models to choose from</source>
        <translation>選べるモデル</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>More on the models</source>
        <translation>モデルについて詳しく</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>Seconds taken</source>
        <translation>かかった秒数</translation>
    </message>
    <message>
        <location filename="../algorithms/inference.py"/>
        <source>{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.</source>
        <translation>{found:,.0f} m² 検出、データのある {valid:,.0f} m² の {share:.2%}。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has a single band (it is panchromatic, or no image), but the model needs {needed} ({names}). Choose another layer, or choose its band in the advanced parameters to stand for all.</source>
        <translation>レイヤ「{layer}」はバンドが 1 つだけです（パンクロマチックか、画像ではありません）が、モデルには {needed} 個（{names}）が必要です。別のレイヤを選ぶか、詳細パラメータでそのバンドを選んで全部の代わりにしてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has no band {band}: it has {count}.</source>
        <translation>レイヤ「{layer}」にバンド {band} はありません。{count} 個あります。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” has {count} band(s), but the model needs {needed} ({names}). Choose another layer, or choose one of its bands in the advanced parameters to stand for all.</source>
        <translation>レイヤ「{layer}」のバンドは {count} 個ですが、モデルには {needed} 個（{names}）が必要です。別のレイヤを選ぶか、詳細パラメータでバンドを 1 つ選んで全部の代わりにしてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The layer “{layer}” {reason}. Save the part you need as a raster file first (right-click the layer, Export ▸ Save As…) and choose that file.</source>
        <translation>レイヤ「{layer}」は{reason}。まず必要な部分をラスタファイルに保存し（レイヤを右クリック、エクスポート ▸ 名前を付けて保存…）、そのファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The no data value in the file of “{layer}” is switched off in QGIS, and not used.</source>
        <translation>「{layer}」のファイルの nodata 値は QGIS で無効になっているので、使いません。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” has no coordinate system, so its place is unknown. Set one (right-click the layer, Layer CRS) and run again.</source>
        <translation>ポリゴンレイヤ「{layer}」には座標系がないので、場所がわかりません。設定して（レイヤを右クリック、レイヤの CRS）再実行してください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>The polygon layer “{layer}” holds no polygon to work in. Check its filter and selection, or leave the field empty to use the whole image.</source>
        <translation>ポリゴンレイヤ「{layer}」にポリゴンがありません。フィルタと選択を確かめるか、欄を空にして画像全体を使ってください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from a {service} service, which gives pictures, not pixel values</source>
        <translation>{service} サービスから来ていて、ピクセル値ではなく絵を返します</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>comes from the {provider} provider of QGIS, and only files are read here</source>
        <translation>QGIS のプロバイダ {provider} から来ていて、ここではファイルだけを読みます</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>is a virtual raster, a formula on other layers that only QGIS computes</source>
        <translation>仮想ラスタで、QGIS だけが計算する他のレイヤの式です</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>the extent {place} (xmin, ymin, xmax, ymax; {crs})</source>
        <translation>範囲 {place}（xmin, ymin, xmax, ymax; {crs}）</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{chosen} bands are chosen of the layer “{layer}”, but the model needs {needed} ({names}, in this order). Choose as many, or a single one to stand for all.</source>
        <translation>レイヤ「{layer}」のバンドが {chosen} 個選ばれていますが、モデルには {needed} 個（{names}、この順）が必要です。同じ数だけ選ぶか、全部の代わりになる 1 つを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>{count} polygon(s) of “{layer}”</source>
        <translation>「{layer}」のポリゴン {count} 個</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” has the additional no data value {values}, as set in QGIS.</source>
        <translation>「{layer}」には QGIS で設定された追加の nodata 値 {values} があります。</translation>
    </message>
    <message>
        <location filename="../algorithms/inputs.py"/>
        <source>“{layer}” is read in {shown}, as set in QGIS; its file says {written}.</source>
        <translation>「{layer}」は QGIS の設定どおり {shown} で読みます。ファイルには {written} とあります。</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source> (default)</source>
        <translation>（既定）</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;{default}: {title}. Licence: {licence}.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;{default}：{title}。ライセンス：{licence}。</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>F1 on test data: {scores}.</source>
        <translation>テストデータでの F1：{scores}。</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Known to fail:</source>
        <translation>既知の弱点：</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Licence: {terms}</source>
        <translation>ライセンス：{terms}</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.</source>
        <translation>{low:g}–{high:g} m のピクセル用、バンド：{bands}、しきい値 {threshold:g}。</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>Test-time augmentation with {views} views, unless you choose otherwise.</source>
        <translation>指定がなければ {views} ビューのテスト時拡張。</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (not open)</source>
        <translation>{name}（オープンでない）</translation>
    </message>
    <message>
        <location filename="../algorithms/models.py"/>
        <source>{name} (open)</source>
        <translation>{name}（オープン）</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>小数点付きの数（例 0.5）</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>a whole number, such as 128</source>
        <translation>整数（例 128）</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>an expression without a value</source>
        <translation>値のない式</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>between {low:g} and {high:g}</source>
        <translation>{low:g} から {high:g} の間</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{low:g} or more</source>
        <translation>{low:g} 以上</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {allowed}, not {number:g}.</source>
        <translation>{name}（「{label}」）は{allowed}でなければならず、{number:g} は使えません。</translation>
    </message>
    <message>
        <location filename="../algorithms/numbers.py"/>
        <source>{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.</source>
        <translation>{name}（「{label}」）は{kind}でなければならず、{value} は使えません。直すか、空にしてください。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A multiple of 32. Not set: the model's own. Smaller tiles need less memory.</source>
        <translation>32 の倍数。未設定：モデルの値。小さいタイルはメモリが少なくて済みます。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A page with the verdict, pictures and figures. It is one file and needs no network.</source>
        <translation>判定、絵、数値のページ。1 つのファイルで、ネットワークは要りません。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes many false alarms. Not set: the model's own with its own threshold, {own}, and none with another threshold. 0 keeps all.</source>
        <translation>少なくとも 1 ピクセルがこの確率に達した斑点だけを残します（ヒステリシス）。誤検出が大きく減ります。未設定：モデル自身のしきい値ではモデルの値 {own}、他のしきい値ではなし。0 はすべて残します。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}.</source>
        <translation>この確率以上のピクセルを数えます。低いほど多く見つけ、誤りも増えます。未設定：モデルの値 {own}。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Align the image after</source>
        <translation>後の画像を位置合わせ</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Diffusion timestep</source>
        <translation>拡散のタイムステップ</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>High threshold (seed of a patch, 0–1)</source>
        <translation>高いしきい値（斑点の種、0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes.</source>
        <translation>輪郭を簡単または規則的にするために動かしてよい距離。0：動かさない。それらの形では 1 ピクセル。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>How to correct</source>
        <translation>補正の方法</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Not set: the model's own. More overlap takes longer and joins tiles more smoothly.</source>
        <translation>未設定：モデルの値。重なりが大きいと時間がかかり、タイルは滑らかにつながります。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch that its edge cuts counts by what lies inside.</source>
        <translation>外側は計算しません。ピクセルの確率は選んだ範囲によりません。縁で切れた斑点は、内側の部分で数えます。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only in this extent</source>
        <translation>この範囲だけ</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Only inside these polygons</source>
        <translation>これらのポリゴンの内側だけ</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Overlap of tiles (pixels)</source>
        <translation>タイルの重なり（ピクセル）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Shape of outlines</source>
        <translation>輪郭の形</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>輪郭を簡略化する距離（m）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smaller patches are left out of mask, polygons and figures. 0 keeps them all.</source>
        <translation>これより小さい斑点はマスク、ポリゴン、数値から除きます。0 はすべて残します。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Smallest area kept (m²)</source>
        <translation>残す最小面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Stretch of pixel values</source>
        <translation>ピクセル値の引き伸ばし</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Test-time augmentation (views)</source>
        <translation>テスト時拡張（ビュー）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The bands the model reads, in its order. None chosen: those that the file declares as the model's colours, else the first ones; the log says which. One chosen: it stands for all.</source>
        <translation>モデルが読むバンド、その順に。選ばなければ、ファイルがモデルの色と宣言するバンド、なければ先頭のもの。ログに書かれます。1 つ選べば、それが全部の代わりになります。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. 2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful.</source>
        <translation>モデルは各タイルをこの回数だけ、回転・反転して見ます。答えの平均が地図になります。誤りは減り、時間はおよそその倍かかります。auto：モデルの指定どおり。1：1 回、最速。2：180 度回転も。4：反転も。8：さらに横向きにも、最も慎重。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. Licences: {licences}.</source>
        <translation>使うモデル：プラグインに付属のもの、または設定ページで追加したもの。スクリプトでは名前を指定します。ライセンス：{licences}。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>The step of its training noise at which the model is read. auto: the one its card was scored with.</source>
        <translation>モデルを読み出す学習ノイズのステップ。auto：カードの評価に使ったもの。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Threshold (0–1)</source>
        <translation>しきい値（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do.</source>
        <translation>どのポリゴンにも触れないタイルは飛ばし、外側のピクセルは nodata になります。座標系は何でもかまいません。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, where relief bends the images and they show it clearly, else one shift. Where no shift can be told nothing is moved; the log says what was done.</source>
        <translation>後の画像が前の画像から数ピクセルずれている場合の処理。off：何もしない。shift：共通のずれを測り、後の画像をその分戻す。field：地形が画像をゆがめ、それが画像にはっきり現れる場所では滑らかなずれの場に従い、そうでなければ 1 つのずれ。ずれを決められない場所では何も動かしません。何をしたかはログに書かれます。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>Where the model runs. auto: the fastest one that works here. The log says which one really ran.</source>
        <translation>モデルが動く場所。auto：ここで使える最速のもの。実際に動いたものはログに書かれます。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>auto: 8-bit images as they are, others by percentiles of the whole image. percentile: always by percentiles. none: values as they are.</source>
        <translation>auto：8 ビット画像はそのまま、他は画像全体のパーセンタイルで。percentile：常にパーセンタイルで。none：値をそのまま。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a distance is given below.</source>
        <translation>exact：ピクセルの輪郭。simplified：角を減らす。regular：壁がほぼ直角な場所を直角に。ポリゴンの面積の増減は最大で 10 分の 1。auto：exact。下に距離を指定すれば simplified。</translation>
    </message>
    <message>
        <location filename="../algorithms/parameters.py"/>
        <source>shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on those of the earlier image. field: that, along a smooth field of shifts where the images support one.</source>
        <translation>shift：写しに別の位置を書き、ピクセル値はそのまま。resampled：ピクセルを前の画像のピクセルに合わせる。field：画像が支持する場所で、滑らかなずれの場に沿って合わせる。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>0.02 means that the overall accuracy will be known to about ± 4 percentage points.</source>
        <translation>0.02 なら、全体精度がおよそ ± 4 パーセントポイントでわかります。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>&lt;p&gt;Draws stratified random points on a map of change or buildings. A person answers each with yes, no or can't tell; &lt;i&gt;Assess accuracy&lt;/i&gt; then estimates the accuracy and the true area, with confidence intervals.&lt;/p&gt;&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third one, &lt;i&gt;possible&lt;/i&gt;: below the threshold, but not below the low threshold. What the map misses lies there.&lt;/p&gt;&lt;p&gt;With the images before and after (or one of them), a picture of every point is written beside the output, in a folder of its name, and shown in the form.&lt;/p&gt;&lt;h3&gt;How many points&lt;/h3&gt;&lt;p&gt;Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at least a fixed number in each stratum. A number of points in all overrides this.&lt;/p&gt;&lt;h3&gt;Answering&lt;/h3&gt;&lt;p&gt;Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: &lt;b&gt;y&lt;/b&gt; yes, &lt;b&gt;n&lt;/b&gt; no, &lt;b&gt;c&lt;/b&gt; can't tell; up and down in the list go to the next point. The map's own answer is not shown, so that it does not influence yours. Answer can't tell only where no image allows an answer.&lt;/p&gt;&lt;p&gt;The same map, settings and seed give the same points.&lt;/p&gt;</source>
        <translation>&lt;p&gt;変化または建物の地図に層化無作為点を引きます。人が各点に「はい」「いいえ」「判断できない」で答え、&lt;i&gt;精度を評価&lt;/i&gt;が精度と真の面積を信頼区間とともに推定します。&lt;/p&gt;&lt;h3&gt;入力&lt;/h3&gt;&lt;p&gt;確率ラスタまたはマスク（0 と 1）。各クラスが 1 つの層です。確率ラスタには 3 つ目の層&lt;i&gt;可能性あり&lt;/i&gt;があります：しきい値より低く、低いしきい値以上の部分。地図の見落としはそこにあります。&lt;/p&gt;&lt;p&gt;前と後の画像（またはその一方）を指定すると、各点の絵が出力の隣の同名フォルダに書かれ、フォームに表示されます。&lt;/p&gt;&lt;h3&gt;点の数&lt;/h3&gt;&lt;p&gt;全体精度の望む標準誤差に足りる数（Olofsson et al. 2014、式 13）と、各層に少なくとも一定の数。総数を指定すれば、そちらが優先します。&lt;/p&gt;&lt;h3&gt;回答&lt;/h3&gt;&lt;p&gt;編集を有効にして、属性テーブルをフォームビューで開きます。回答欄はキーボードを受け付けます：&lt;b&gt;y&lt;/b&gt; はい、&lt;b&gt;n&lt;/b&gt; いいえ、&lt;b&gt;c&lt;/b&gt; 判断できない。一覧の上下で次の点へ移ります。影響しないよう、地図の答えは表示しません。「判断できない」は、どの画像からも答えられない場合だけにしてください。&lt;/p&gt;&lt;p&gt;同じ地図、設定、シードからは同じ点ができます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A GeoPackage of points with an empty answer.</source>
        <translation>回答が空の点の GeoPackage。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere.</source>
        <translation>変化または建物の確率ラスタかマスク（0 と 1）。このプラグインのものでも、他のものでも。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Another number draws other points; the same number draws the same ones.</source>
        <translation>別の数なら別の点、同じ数なら同じ点になります。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Draws random points on a map, to be answered with yes, no or can't tell.</source>
        <translation>地図に無作為点を引き、「はい」「いいえ」「判断できない」で答えます。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Enough to recognise the place, for example a house with its neighbours.</source>
        <translation>場所がわかる大きさ。例えば家とその隣。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability on, a pixel is a yes. A mask does not need it.</source>
        <translation>この確率以上のピクセルを「はい」とします。マスクでは不要です。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>From this probability up to the threshold, pixels are a stratum of their own.</source>
        <translation>この確率からしきい値までのピクセルは、独立した層になります。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Low threshold (0: no stratum “possible”)</source>
        <translation>低いしきい値（0：「可能性あり」の層なし）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Map to check (probability or mask)</source>
        <translation>確認する地図（確率またはマスク）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Number of points</source>
        <translation>点の数</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Overrides the number computed from the standard error.</source>
        <translation>標準誤差から計算した数より優先します。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in all (from the standard error if empty)</source>
        <translation>点の総数（空なら標準誤差から）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in each stratum, at least</source>
        <translation>各層の点の数、少なくとも</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points in the stratum “{}”</source>
        <translation>層「{}」の点</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Points to answer</source>
        <translation>回答する点</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Rare classes need 50 to 100 points, whatever their area.</source>
        <translation>まれなクラスには、面積によらず 50 から 100 点が必要です。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Sample points for checking</source>
        <translation>確認用の標本点</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Side of the ground in a picture (m)</source>
        <translation>絵に写る地面の一辺（m）</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>Standard error wanted of the overall accuracy</source>
        <translation>望む全体精度の標準誤差</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The earlier image. The form then shows a picture of every point.</source>
        <translation>前の画像。フォームに各点の絵が表示されます。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The later image, or the only one.</source>
        <translation>後の画像、または唯一の画像。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The map to check cannot be loaded. Choose a raster layer.</source>
        <translation>確認する地図を読み込めません。ラスタレイヤを選んでください。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the mapped class that you expect to be true. Lower asks for more points.</source>
        <translation>地図のクラスのうち真と見込む割合。低いほど多くの点が要ります。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>The share of the rest that you expect to be right.</source>
        <translation>残りのうち正しいと見込む割合。</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of no</source>
        <translation>「いいえ」の見込みの利用者精度</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>User's accuracy expected of yes</source>
        <translation>「はい」の見込みの利用者精度</translation>
    </message>
    <message>
        <location filename="../algorithms/sample_points.py"/>
        <source>accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate</source>
        <translation>精度,検証,層化無作為標本,olofsson,参照,グラウンドトゥルース,面積推定</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;h3&gt;Input&lt;/h3&gt;&lt;p&gt;An image from above in which single houses can be told apart. It may have any coordinate system, data type and nodata.&lt;/p&gt;&lt;h3&gt;Output&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;Building probability&lt;/b&gt;: how sure the model is, 0 to 1, pixel by pixel.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Buildings&lt;/b&gt;: outlines of everything above the threshold that is sure enough somewhere, with area (m²), perimeter (m), and mean and highest probability.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Building mask&lt;/b&gt;, if you ask for it: the same as a raster of 0 and 1.&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;Hints&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Sheds and cars in the result: raise the smallest area kept.&lt;/li&gt;&lt;li&gt;False alarms: raise the high threshold. Faint roofs missing: lower it.&lt;/li&gt;&lt;li&gt;Ragged outlines: choose the regular shape, among the advanced parameters.&lt;/li&gt;&lt;li&gt;More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).&lt;/li&gt;&lt;li&gt;A first look at a large image: choose a small extent. A full run gives the pixels in it the same probability.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation>&lt;h3&gt;入力&lt;/h3&gt;&lt;p&gt;一軒ずつの家が見分けられる、上からの画像。座標系、データ型、nodata は何でもかまいません。&lt;/p&gt;&lt;h3&gt;出力&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;b&gt;建物の確率&lt;/b&gt;：モデルの確信度、0 から 1、ピクセルごと。&lt;/li&gt;&lt;li&gt;&lt;b&gt;建物&lt;/b&gt;：しきい値を超え、どこかで十分に確かなものの輪郭。面積（m²）、周長（m）、平均と最大の確率付き。&lt;/li&gt;&lt;li&gt;&lt;b&gt;建物マスク&lt;/b&gt;（求めた場合）：同じ内容の 0 と 1 のラスタ。&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;ヒント&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;物置や車が出る：残す最小面積を上げる。&lt;/li&gt;&lt;li&gt;誤検出：高いしきい値を上げる。弱い屋根が抜ける：下げる。&lt;/li&gt;&lt;li&gt;輪郭がぎざぎざ：詳細パラメータで regular の形を選ぶ。&lt;/li&gt;&lt;li&gt;より正確で、より遅い：4 または 8 ビューのテスト時拡張（詳細パラメータ）。&lt;/li&gt;&lt;li&gt;大きな画像をまず見る：小さな範囲を選ぶ。全体の実行でも、その中のピクセルの確率は同じです。&lt;/li&gt;&lt;/ul&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>&lt;p&gt;Maps the buildings in an image. The model runs on this computer; nothing is uploaded.&lt;/p&gt;</source>
        <translation>&lt;p&gt;画像の建物を地図にします。モデルはこのコンピュータで動き、何もアップロードされません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 0–1, no data where the image has none. Filter it later without running again.</source>
        <translation>0–1 のラスタ。画像にデータがない場所は nodata。再実行せずに後で絞り込めます。</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>A raster of 1 where a building stands, 0 elsewhere.</source>
        <translation>建物がある場所は 1、それ以外は 0 のラスタ。</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Bands of the image</source>
        <translation>画像のバンド</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building mask</source>
        <translation>建物マスク</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Building probability</source>
        <translation>建物の確率</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Buildings</source>
        <translation>建物</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up area (m²)</source>
        <translation>建物の面積（m²）</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Built-up share of the area with data (0–1)</source>
        <translation>データのある面積のうち建物の割合（0–1）</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Maps the buildings in an image.</source>
        <translation>画像の建物を地図にします。</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob.</source>
        <translation>建物の輪郭。area_m2、perimeter_m、mean_prob、max_prob 付き。</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>Segment buildings</source>
        <translation>建物を抽出</translation>
    </message>
    <message>
        <location filename="../algorithms/segment_buildings.py"/>
        <source>buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial</source>
        <translation>建物,家,屋根,建物形状,セグメンテーション,抽出,深層学習,ai,onnx,衛星,航空</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>no change</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <location filename="../algorithms/timeline_styling.py"/>
        <source>{count} change(s)</source>
        <translation>{count} 回の変化</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source> (over {over})</source>
        <translation>（{over}）</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; 95 % CI of F1 {low:.2f} to {high:.2f}</source>
        <translation>、F1 の 95 % 信頼区間 {low:.2f} から {high:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; high threshold {high_threshold:g}</source>
        <translation>、高いしきい値 {high_threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>; test-time augmentation with {views} views</source>
        <translation>、{views} ビューのテスト時拡張</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Cite as</source>
        <translation>引用</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Known to fail</source>
        <translation>既知の弱点</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Timestep and threshold chosen on</source>
        <translation>タイムステップとしきい値を決めたデータ</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>Without noise</source>
        <translation>ノイズなしの場合</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>buildings</source>
        <translation>建物</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>change</source>
        <translation>変化</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}</source>
        <translation>{low:g}–{high:g} m のピクセル、バンド {bands}、しきい値 {threshold:g}</translation>
    </message>
    <message>
        <location filename="../gui/card_text.py"/>
        <source>{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}</source>
        <translation>{data}（{split}）：F1 {f1:.2f}、IoU {iou:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source> or </source>
        <translation> または </translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Download it from the Python Package Index (pypi.org)</source>
        <translation>Python Package Index (pypi.org) からダウンロード(&amp;D)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&amp;Runs the models on:</source>
        <translation>モデルを動かす場所(&amp;R)：</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>&lt;p&gt;&lt;b&gt;Noise2Map runs its models with ONNX Runtime&lt;/b&gt;, a library that QGIS does not carry.&lt;/p&gt;&lt;p&gt;It goes into a folder of its own, &lt;code&gt;{folder}&lt;/code&gt;. Nothing inside QGIS is changed, and an update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the SHA-256 that the plugin carries.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Noise2Map は ONNX Runtime でモデルを動かします&lt;/b&gt;。QGIS には含まれないライブラリです。&lt;/p&gt;&lt;p&gt;専用のフォルダ &lt;code&gt;{folder}&lt;/code&gt; に入ります。QGIS の中は何も変わらず、プラグインを更新しても残ります。取り除くにはフォルダを削除してください。どのファイルも、プラグインが持つ SHA-256 と比べます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 20 MB. Works on every computer.</source>
        <translation>約 20 MB のダウンロード。どのコンピュータでも動きます。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without them the models run on the processor.</source>
        <translation>約 300 MB のダウンロード。NVIDIA のドライバ、CUDA、cuDNN がこのコンピュータに必要です。なければモデルはプロセッサで動きます。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>A graphics card by DirectML (Windows)</source>
        <translation>DirectML によるグラフィックカード（Windows）</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA のグラフィックカード（CUDA）</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>An unknown wheel</source>
        <translation>未知の wheel</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Cancelling…</source>
        <translation>キャンセルしています…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Choose the folder that holds the wheel.</source>
        <translation>wheel のあるフォルダを選んでください。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Folder of wheels</source>
        <translation>wheel のフォルダ</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>For graphics cards of any maker, by DirectX 12. A download of about 25 MB.</source>
        <translation>どのメーカーのグラフィックカードでも、DirectX 12 で。約 25 MB のダウンロード。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Installing…</source>
        <translation>インストールしています…</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Noise2Map – install the inference runtime</source>
        <translation>Noise2Map – 推論ランタイムのインストール</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Start QGIS again to use it.</source>
        <translation>使うには QGIS を再起動してください。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>Take it from a &amp;folder of wheels (.whl), without internet</source>
        <translation>wheel (.whl) のフォルダから、インターネットなしで(&amp;F)</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The choice could not be stored: {error}.</source>
        <translation>選択を保存できませんでした：{error}。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The folder must hold {package} {versions} for {machine}.</source>
        <translation>フォルダには {machine} 用の {package} {versions} が必要です。</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>The processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <location filename="../gui/install_dialog.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it only if you know where it is from.

SHA-256: {sha256}

Install it all the same?</source>
        <translation>{file} は、この版の Noise2Map が知っている wheel ではありません。wheel はプログラムです。出所がわかる場合だけインストールしてください。

SHA-256：{sha256}

それでもインストールしますか？</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Cancelled. Nothing was installed.</source>
        <translation>キャンセルしました。何もインストールされていません。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>Installing ONNX Runtime</source>
        <translation>ONNX Runtime をインストールしています</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime could not be installed into {folder}: {error}.</source>
        <translation>ONNX Runtime を {folder} にインストールできませんでした：{error}。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not run on this machine: {error}. Nothing was installed.</source>
        <translation>ONNX Runtime がこのコンピュータで動きません：{error}。何もインストールされていません。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed.</source>
        <translation>ONNX Runtime がこのコンピュータで {seconds} 秒以内に起動しません。何もインストールされていません。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>ONNX Runtime {version} is installed.</source>
        <translation>ONNX Runtime {version} がインストールされています。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>There is no wheel of {package} for this machine ({machine}) in {where}. Versions wanted: {versions}.</source>
        <translation>{where} にこのコンピュータ（{machine}）用の {package} の wheel がありません。必要な版：{versions}。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings (Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder.</source>
        <translation>{address} に接続できません：{error}。接続と QGIS のプロキシ設定（設定 ▸ オプション ▸ ネットワーク）を確かめるか、PIP_INDEX_URL に使っているミラーを設定するか、フォルダからインストールしてください。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{address} is not an https address, so what comes from it can be changed on its way. Set PIP_INDEX_URL to the https address of a package index, or install from a folder.</source>
        <translation>{address} は https のアドレスではないので、途中で中身を変えられる恐れがあります。PIP_INDEX_URL にパッケージインデックスの https アドレスを設定するか、フォルダからインストールしてください。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.</source>
        <translation>{file} は ONNX Runtime の wheel として大きすぎます。何もインストールされていません。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). Nothing was installed.</source>
        <translation>{file} は、この版の Noise2Map が知っている wheel ではありません（SHA-256 {sha256}）。何もインストールされていません。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{package} is not made for this system ({machine}). Choose another runtime.</source>
        <translation>{package} はこのシステム（{machine}）用にはありません。別のランタイムを選んでください。</translation>
    </message>
    <message>
        <location filename="../gui/install_task.py"/>
        <source>{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was installed. Try again later, or from another place.</source>
        <translation>{place} は Noise2Map でテストした {file} ではありません（SHA-256 が違います）。何もインストールされていません。後でもう一度、または別の場所から試してください。</translation>
    </message>
    <message>
        <location filename="../gui/launcher.py"/>
        <source>The plugin Processing is switched off. Switch it on in Plugins, Manage and Install Plugins.</source>
        <translation>プラグイン Processing が無効です。プラグイン ▸ プラグインの管理とインストール で有効にしてください。</translation>
    </message>
    <message>
        <location filename="../gui/model_store.py"/>
        <source>The model “{name}” comes with the plugin and stays.</source>
        <translation>モデル「{name}」はプラグインに付属するので、残ります。</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Bands of one image</source>
        <translation>1 つの画像のバンド(&amp;B)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Class that is mapped</source>
        <translation>地図にするクラス(&amp;C)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Licence of the weights</source>
        <translation>重みのライセンス(&amp;L)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Pixels on the ground</source>
        <translation>地上でのピクセル(&amp;P)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>&amp;Task</source>
        <translation>作業(&amp;T)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(choose)</source>
        <translation>（選択）</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>(enter)</source>
        <translation>（入力）</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1 (divided by 255)</source>
        <translation>0 から 1（255 で割る）</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as for ImageNet</source>
        <translation>0 から 1、ImageNet と同じ標準化</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 1, standardised as the file says</source>
        <translation>0 から 1、ファイルの指定どおり標準化</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>0 to 255, as they are</source>
        <translation>0 から 255、そのまま</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Add an ONNX file</source>
        <translation>ONNX ファイルを追加</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Gives {output}.</source>
        <translation>{output} を出力します。</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Pixel &amp;values</source>
        <translation>ピクセル値(&amp;V)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>T&amp;hreshold</source>
        <translation>しきい値(&amp;H)</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>Takes {inputs} ({layout}, {type}), {channels} bands in all.</source>
        <translation>{inputs}（{layout}、{type}）を受け取ります。全部で {channels} バンド。</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>The file does not say all. Please fill in: {fields}.</source>
        <translation>ファイルだけではわからないことがあります。入力してください：{fields}。</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>bands (as many as it takes of one image)</source>
        <translation>バンド（1 つの画像から受け取る数だけ）</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>class that is mapped</source>
        <translation>地図にするクラス</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example CC BY 4.0, or unknown</source>
        <translation>例：CC BY 4.0、または不明</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>for example red, green, blue</source>
        <translation>例：赤, 緑, 青</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>one image: where something is</source>
        <translation>1 つの画像：何がどこにあるか</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>pixel values</source>
        <translation>ピクセル値</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>size of pixels on the ground</source>
        <translation>地上でのピクセルの大きさ</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>task</source>
        <translation>作業</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the only one</source>
        <translation>唯一のもの</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>the other one</source>
        <translation>もう一方</translation>
    </message>
    <message>
        <location filename="../gui/onnx_dialog.py"/>
        <source>two dates: what changed</source>
        <translation>2 つの時期：何が変わったか</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>No change is chosen.</source>
        <translation>変化が選ばれていません。</translation>
    </message>
    <message>
        <location filename="../gui/pair_view.py"/>
        <source>The change in the image before and in the image after</source>
        <translation>前の画像と後の画像での変化</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest building</source>
        <translation>最大の建物</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Largest change</source>
        <translation>最大の変化</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No building was found.</source>
        <translation>建物は見つかりませんでした。</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>No change was found.</source>
        <translation>変化は見つかりませんでした。</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>Review changes…</source>
        <translation>変化を確認…</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>建物 {count} 件、合計 {area:,.0f} m²（データのある面積の {share:.1%}）。</translation>
    </message>
    <message>
        <location filename="../gui/result_bar.py"/>
        <source>{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data).</source>
        <translation>変化 {count} 件、合計 {area:,.0f} m²（データのある面積の {share:.1%}）。</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} cannot be written: {error}.</source>
        <translation>{path} に書き込めません：{error}。</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} has no known ending. Choose one of: {endings}.</source>
        <translation>{path} の拡張子は未知です。次から選んでください：{endings}。</translation>
    </message>
    <message>
        <location filename="../gui/review.py"/>
        <source>{path} is the layer itself. Choose another file.</source>
        <translation>{path} はレイヤ自身です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>%v of %m looked at</source>
        <translation>%m 件中 %v 件を確認</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;After</source>
        <translation>後(&amp;A)</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>&amp;Before</source>
        <translation>前(&amp;B)</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Chan&amp;ges</source>
        <translation>変化(&amp;G)</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Change {number} of {count}</source>
        <translation>変化 {number} / {count}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Choose a layer of changes.</source>
        <translation>変化のレイヤを選んでください。</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept</source>
        <translation>採用したものを書き出す</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Export what was kept…</source>
        <translation>採用したものを書き出す…</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Flicker</source>
        <translation>点滅</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Keep</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Next open</source>
        <translation>次の未確認</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Review changes</source>
        <translation>変化を確認</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Swipe</source>
        <translation>スワイプ</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>The &amp;map follows</source>
        <translation>地図も移動(&amp;M)</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>There is no change in this layer.</source>
        <translation>このレイヤに変化はありません。</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Those not &amp;looked at, too</source>
        <translation>未確認のものも(&amp;L)</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>kept</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>not decided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>probability {mean:.2f}, highest {highest:.2f}</source>
        <translation>確率 {mean:.2f}、最大 {highest:.2f}</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>rejected</source>
        <translation>却下</translation>
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
        <translation>変化 {count} 件を {path} に書き出しました。</translation>
    </message>
    <message>
        <location filename="../gui/review_panel.py"/>
        <source>{kept} kept, {rejected} rejected</source>
        <translation>採用 {kept}、却下 {rejected}</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install again…</source>
        <translation>再インストール(&amp;I)…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Install…</source>
        <translation>インストール(&amp;I)…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Memory for one tile, at most</source>
        <translation>1 タイルのメモリの上限(&amp;M)</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&amp;Test…</source>
        <translation>テスト(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>&lt;b&gt;ONNX Runtime is not installed.&lt;/b&gt; Without it no model can run.</source>
        <translation>&lt;b&gt;ONNX Runtime がインストールされていません。&lt;/b&gt;これがないとモデルは動きません。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>A model that needs more for one tile is refused before it runs.</source>
        <translation>1 タイルにこれより多く必要なモデルは、実行前に拒否します。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Inference runtime</source>
        <translation>推論ランタイム</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>ONNX Runtime is installed. Devices: {devices}.</source>
        <translation>ONNX Runtime がインストールされています。デバイス：{devices}。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Of the processor. Fewer leave room for other work.</source>
        <translation>プロセッサのスレッド。少なくすると他の作業に余裕ができます。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Runs the default model on a small drawn pair, and says which device ran and how fast.</source>
        <translation>小さな描画ペアで既定のモデルを実行し、どのデバイスがどの速さで動いたかを示します。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>T&amp;hreads</source>
        <translation>スレッド(&amp;H)</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>Testing…</source>
        <translation>テストしています…</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>There is no model for Detect change to test with.</source>
        <translation>テストに使う「変化を検出」のモデルがありません。</translation>
    </message>
    <message>
        <location filename="../gui/runtime_box.py"/>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn town).</source>
        <translation>動作しています：{device} が「{model}」を毎秒 {speed:.2f} メガピクセルで実行しました（描画した町で {found} 件の変化を検出）。</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>Testing Noise2Map</source>
        <translation>Noise2Map をテストしています</translation>
    </message>
    <message>
        <location filename="../gui/self_test.py"/>
        <source>The test was cancelled.</source>
        <translation>テストはキャンセルされました。</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Open the models' folder</source>
        <translation>モデルのフォルダを開く(&amp;O)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from a ZIP</source>
        <translation>ZIP からモデルを追加</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a model from its folder (the one with card.json in it)</source>
        <translation>モデルをフォルダから追加（card.json のあるフォルダ）</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add a network that was exported elsewhere</source>
        <translation>他で書き出したネットワークを追加</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add an ON&amp;NX file…</source>
        <translation>ONNX ファイルを追加(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;ZIP…</source>
        <translation>ZIP から追加(&amp;Z)…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Add from &amp;folder…</source>
        <translation>フォルダから追加(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Added “{title}”. It can be chosen in the algorithms now.</source>
        <translation>「{title}」を追加しました。アルゴリズムで選べます。</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Does</source>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Model (*.zip)</source>
        <translation>モデル (*.zip)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Name in algorithms</source>
        <translation>アルゴリズムでの名前</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Not usable</source>
        <translation>使用できません</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>ONNX file (*.onnx)</source>
        <translation>ONNX ファイル (*.onnx)</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove a model</source>
        <translation>モデルを削除</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Remove the model “{title}” and its files?</source>
        <translation>モデル「{title}」とそのファイルを削除しますか？</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>Removed “{title}”.</source>
        <translation>「{title}」を削除しました。</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>added by you</source>
        <translation>あなたが追加</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>the plugin</source>
        <translation>プラグイン</translation>
    </message>
    <message>
        <location filename="../gui/settings_page.py"/>
        <source>{name} (default)</source>
        <translation>{name}（既定）</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Detect change…</source>
        <translation>変化を検出…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install the inference runtime…</source>
        <translation>推論ランタイムをインストール…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Install…</source>
        <translation>インストール…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Models and settings…</source>
        <translation>モデルと設定…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>ONNX Runtime is needed to run the models, and is not installed yet.</source>
        <translation>モデルの実行には ONNX Runtime が必要ですが、まだインストールされていません。</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Segment buildings…</source>
        <translation>建物を抽出…</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Noise2Map – change and buildings from imagery</source>
        <translation>Noise2Map – 画像から変化と建物を</translation>
    </message>
</context>
</TS>
