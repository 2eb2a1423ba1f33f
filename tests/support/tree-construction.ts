/**
 * Fragments that put each insertion mode of the HTML parser to work (living standard, section 13.2.6), written for this project: tags left open,
 * closed twice, nested where they may not be, in tables, selections, templates and foreign content. `@` stands for a line with its
 * translation, `%` for words of narration, `¶` for a line end.
 */
const TEMPLATES = `
<p>@
<p>@<p>@
<p>@</p></p>@
</p>@
<div><p>@</div>@
<p>%<div>@</div>%
<p><b>@<p>@
<p><b><i>@</b>@</i>%
<b>@<p>@</b>%</p>
<b><p>@</b>@
<i><b>@<div>@</i>%</b></div>%
<a href=x>@<a href=y>@
<a href=x><p>@<a>%</p>@</a>
<p><a href=x>@<div>%</a>@</div>
<a href=x><b>@</a>@</b>
<a><table><td><a>@</table>@
<nobr>@<nobr>@</nobr>%</nobr>
<font><p>@<b>%</font>@
<b><b><b><b>@</b></b>@
<b>@<b>%<b>@<b>%<p>@
<i>@<button>%</i>%</button>@
<button>%<p>%<button>@
<b><em><p>@</b></em>@
<code>%<p>@</code>@
<big>@<small>@</big>@</small>
<s><u>@</s>%<tt>@</u></tt>
<strong>@<ul><li>@</strong>@</ul>@
<ul><li>@<li>@</ul>
<ul><li><ul><li>@</ul>@</ul>
<ul><li><p>@<li><div>@</ul>
<ol><li>@</ul>@</ol>
<li>@<li>@
<ul>@<li>%</ul>@
<ul><b><li>@</b><li>@</ul>
<dl><dt>@<dd>@<dt>%<dd>@</dl>
<dt>@<dd>@
<dl><dd><dl><dd>@</dl>@</dl>
<dl><div><dt>@<dd>@</div></dl>
<h1>@<h2>@</h1>@
<h1><p>@</h1>@
<h3>@</h4>@
<h1><b>@</h1>@</b>
<pre>¶@</pre>
<pre>¶¶@¶%</pre>
<pre><b>@</pre>@
<listing>¶@</listing>
<pre>%<p>@</pre>@
<blockquote>@<p>@<blockquote>@</blockquote></blockquote>
<center>@<center>@</center>
<address><p>@<address>@
<table><tr><td>@</table>
<table><td>@<td>@<tr><td>@</table>
<table>@<tr><td>@</table>
<table><tr>@<td>@</tr>@</table>
<table><b>@<tr><td>@</b>@</table>%
<table><p>@<tr><td>%</table>@
<table><caption>@<tr><td>@</table>
<table><caption><table><caption>@</table>@</table>
<table><caption>@</table>@
<table><colgroup>@<col><tr><td>@</table>
<table><col>@<tbody><tr><td>@</table>
<table><thead><tr><th>@<tbody><tr><td>@<tfoot><tr><td>@</table>
<table><tbody>@</tbody>@</table>
<table><tr><td><table><tr><td>@</table>@</table>
<table><table><tr><td>@</table>@
<table><tr><td>@</td>@<td>@</table>
<table><tr><td>@</tr></td>@</table>
<table><td></p>@</table>
<table><tr></td><td>@</table>@</tr>
<table><form><tr><td>@</form>@</table>
<table><input type=hidden>@<tr><td>@</table>
<table><script>let a = 1</script>@<tr><td>@</table>
<table><style>p {}</style><tr><td>@</table>
<table><!-- % --><tr><!-- % --><td>@<!-- % --></table>
<table>%<tr>%<td>@</table>
<table> <tr> <td>@</td> </tr> </table>
<p><table><tr><td>@</table>@
<b><table><tr><td>@</b>@</table>@
<table><a href=x>@<tr><td>@</a>@</table>
<div><table><div>@</table>@</div>
<td>@<td>@
<tr><td>@</tr>@
<tbody><tr><td>@
<caption>@</caption>@
<select><option>%<option>%</select>@
<select><p>%</select>@
<select><select>@
<p><select><option>%@
<option>@<option>@
<optgroup><option>@</optgroup>@
<select><table><tr><td>@</table>
<table><tr><td><select><td>@</table>
<table><select><option>%<tr><td>@</table>
<datalist><option>%</datalist>@
<template>@</template>@
<template><td>@</td></template>@
<table><template><tr><td>@</template><tr><td>@</table>
<p><template>@<p>%</template>@
<template><template>@</template>@</template>@
<svg><text>@</text></svg>@
<svg><p>@</svg>@
<svg><desc>@</desc></svg>@
<svg><foreignObject><p>@</foreignObject></svg>@
<svg><title>%</title></svg><p>@
<svg><g></svg>@
<svg/>@
<svg><![CDATA[@]]></svg>@
<![CDATA[@]]>@
<math><mi>x</mi><mtext>@</mtext></math>@
<math><mi><p>@</math>@
<math><annotation-xml encoding=text/html><p>@</annotation-xml></math>@
<p><svg><b>@</p>@
<p>%<math><mo>+<b>%</math>@
<table><svg><tr><td>@</table>
<textarea>@</textarea>@
<textarea>¶@
<title>@</title>@
<script>let s = "<!--<script>@"</script>@
<style>p { content: "@" }</style>@
<noscript><p>@</noscript>@
<iframe>@</iframe>@
<xmp>@<b></xmp>@
<noembed>@</noembed>@
<noframes>@</noframes>@
<plaintext>@
<p>@<plaintext>@
<!-- @ -->@
<!--> @ -->@
<!---> @ -->@
<!-- @ --!>@
<!-- -- @
<!doctype html>@
<p><!doctype html>@
<?xml version=1?>@
</ @>@
</>@
<>@
< p>@
<3 @
<p/>@
<br/>@<br></br>@
</br>@
<hr>@</hr>@
<img>@</img>@
<image>@</image>
<input>@</input>
<wbr>@</wbr>
<p>%<br>@<br>%
<embed><param><source>@
<col>@
<frame>@
<frameset>@
<html lang=en><body>@</body>@</html>@
<body><p>@<body class=x>@
<head><title>%</title></head>@
<head>@</head>@
<html><head><script></script>@<body>@
<head></head> @
<body>@</body><!-- % -->@
<html>@<html lang=fr>@
<p>@<html class=x>@
<body>@<frameset>
<form>@<form>@</form>%</form>@
<form><p>@</form>@
<fieldset><legend>@</legend>@</fieldset>
<label><p>@<label>@
<details><summary>@</summary>@</details>
<details>@<summary><p>@</details>
<dialog><p>@</dialog>@
<marquee><b>@</marquee>@</b>
<object><b>@</object>@</b>
<applet><p>@</applet>@
<ruby>@<rt>%<rp>%</ruby>@
<ruby><rb>@<rtc>%<rt>%</ruby>
<rt>@<rp>@
<ruby><b>@<rt>%</ruby>@</b>
<span><p>@</span>@
<span>@<span>@</span>
<x-y>@<p>@</x-y>@
<x-y><p>@</p></x-y>@
<o:p>@</o:p>@
<st1:place w:st="on">%</st1:place>@
<i></i>@<b></b>
<i>@</i><i>@</i>
<i> @ </i> <b> @ </b>
<p><i><!-- % -->@</i>
<p>%<i hidden>@</i>@
<p hidden>@<p>@
<div hidden><p>@</div>@
<div lang=fr>@<p lang=art-x-mirr>@</div>
<p lang="">@
<p class=xg-term>@
<span class="xg-utterance">@</span>@
<span class=xg-gloss><p>@</span>@
<p title="@">@
<p id=a id=b>@
<p a="@>%
<p a='@>%'>@
<p a=b"c>@
<p =x>@
<p "x">@
<p x=&quot;y>@
<P>@</P><DIV>@</DIV>
<p¶>@</p¶>@
&lt;p&gt;@
&amp;lt;@
&notin;@&not@
&#0;@&#x110000;@&#xD800;@
&#x80;@&#x9f;@
&#@&#x@&;@
a&b@
&AMP@&amp=@
@&nbsp;@
@&shy;@
<p>@&#13;@
<ul><li><table><tr><td><ul><li>@</table>@</ul>
<p><b><table><tr><td><p>@</b>@</table>@
<div><a><div><a><div>@</div></div></div>
<b><i><u><s><p>@</b></i></u></s>@
<p><b><b><b><b><b>@<p>@
<main><article><section><p>@</main>@
<figure>@<figcaption>@</figure>
<nav><ul><li><a href=#x>@</a></ul></nav><p id=x>@
<p>%<sup>1</sup> @ <p><a name=n1>1</a> %
<p><q>@</q><cite>@</cite>
<p><kbd>@</kbd><samp>@</samp><var>@</var>
<p><ins>@</p><p>@</ins>
<del><p>@</del>@
<p>@<noscript>%</noscript>@
<p><meter>@</meter>@
<p><picture><source><img alt="@"></picture>@
<p><video>@</video>@
<map><area>@</map>@
<dir><li>@</dir><menu><li>@</menu>
<search><p>@</search>@
<hgroup><h1>@</h1><p>@</hgroup>
`
  .split('\n')
  .filter((template) => template !== '')

const LINE = '“Orreth sulvane, mirrod.” (Good evening, traveller.)'
/** A line that tags cut. */
const CUT_LINE = '“Orreth <i>sulvane,</i> mir<b>rod.” (Good</b> evening, traveller.)'

const fill = (template: string, line: string): string => template.replaceAll('@', line).replaceAll('%', 'He waited.').replaceAll('¶', '\n')

/** Tags in attributes, comments and raw text would end them. */
const isPlain = (template: string): boolean => !/["']@|<!-- ?-?@|content/u.test(template)

export const treeConstruction: readonly string[] = [
  ...new Set(TEMPLATES.flatMap((template) => [fill(template, LINE), ...(isPlain(template) ? [fill(template, CUT_LINE)] : [])])),
]
