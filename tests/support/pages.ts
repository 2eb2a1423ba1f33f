/** Random HTML stories: well-formed fragments, and broken input. */
import fc from 'fast-check'

const line = fc.constantFrom(
  'Orreth sulvane, mirrod.',
  'Vennu <em>okresh</em> tal?',
  'Davu&#39; zha&rsquo;mirrod!',
  'Sul<!-- v -->vane tal\r\n  okresh vennu&nbsp;mirrod',
  'Kessu, <b><i>da</i>vu</b>.',
  '<span lang="art-x-mirr">Orr<wbr>eth</span> __proto__ sulvane',
  '&#699;&#256;ina nui &ecirc; m&#x101;kou.',
)
const english = fc.constantFrom(
  'She said nothing.',
  'It was late (very late).',
  'He looked at the <i>davu</i> for a while.',
  'The traveller goes &amp; comes.',
  'Good evening.',
  '&ldquo;Don&rsquo;t,&rdquo; he said.',
  '<a href="#n1" id="r1">1</a> 3 &lt 4.',
)
const sentence = fc.oneof(
  fc.tuple(line, english).map(([x, t]) => `“${x}” she said. (${t})`),
  line.map((x) => `&quot;${x}&quot;`),
  line.map((x) => `&#147;${x}&#148;<br>\n<br>`),
  english,
)
const paragraph = fc.array(sentence, {minLength: 1, maxLength: 3}).map((pieces) => pieces.join(' '))
const wrappedParagraph = fc.tuple(
  paragraph,
  fc.constantFrom(
    ['<p>', '</p>'],
    ['<p lang="art-x-mirr">', '</p>'],
    ['<div>', '</div>'],
    ['<blockquote>\n', '\n</blockquote>'],
    ['<h2>', '</h2>'],
    ['<ul><li>', '</li></ul>'],
    ['<pre>\n', '</pre>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<p hidden>', '</p>'],
    ['', '<br /><br />'],
    ['<script>let story = "', '"</script>'],
  ),
)
const block = wrappedParagraph.map(([text, [open, close]]) => `${open}${text}${close}\n`)

/** Well-formed fragments as people write them. */
export const fragments = fc.array(block, {maxLength: 6}).map((blocks) => blocks.join(''))

const TAGS =
  'p div b i em span a table tr td tbody ul li ol blockquote pre font script style textarea title select option svg math h1 br hr img nobr button form template frameset body html head colgroup caption ruby rt iframe xmp noscript x-y input'
const tag = fc
  .tuple(
    fc.constantFrom(...TAGS.split(' ')),
    fc.constantFrom('', ' a', ' a="x>y"', " a='x>y'", ' lang=tlh', ' hidden', ' id=x', ' =', ' /', ' a="&amp;"', '\n'),
    fc.boolean(),
  )
  .map(([name, attribute, closes]) => `<${closes ? '/' : ''}${name}${attribute}>`)
const fragment = fc.constantFrom(
  ...['&amp;', '&lt', '&ampx', '&notit;', '&#8217;', '&#x2019;', '&#146;', '&#0;', '&#xd800;', '&bogus;', '&fjlig;', '&', '&#', '&#x', '&#13;', '&#128512;'],
  ...['<', '< ', 'a<3', '</>', '<!>', '<?x?>', '<!--', '<!--x-->', '-->', '<![CDATA[y]]>', '<!doctype html>', '>', '"', "'", '(', ')', '“', '”'],
  ...['\0', '\r', '\r\n', '\n', ' ', '\ufeff', '\ud800', '😀'],
)

/** Broken HTML of tags, references and random characters. */
export const broken = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: sentence},
      {weight: 4, arbitrary: tag},
      {weight: 3, arbitrary: fragment},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})},
    ),
    {maxLength: 25},
  )
  .map((pieces) => pieces.join(''))
