/** Declarations of the author: languages, listed words, front matter, marks. */
import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {allParts} from '../../src/annotate/all-parts.js'
import {annotateTree} from '../../src/annotate/pipeline.js'
import {resolveOptions} from '../../src/annotate/resolve-options.js'
import {settleHost} from '../../src/annotate/settle-host.js'
import {annotate, createLexicon, type Options, remarkXenogloss, xenoglossToMarkdown} from '../../src/index.js'
import {toSense} from '../../src/lexicon/entry.js'
import {extractFrontMatter} from '../../src/source/front-matter.js'
import {markdown} from '../../src/source/markdown/markdown-source.js'
import {drawAnnotations, undrawAnnotations} from '../support/drawn-stories.js'
import {randomInputs} from '../support/random-inputs.js'
import {randomStories} from '../support/random-stories.js'

/** Checks the drawn annotation and returns it. */
const annotateDrawn = (drawn: string, options?: Options) => {
  const source = undrawAnnotations(drawn)
  const annotation = annotate(source, options)
  expect(drawAnnotations(source, annotation.standoff)).toBe(drawn)
  return {source, ...annotation, ...annotation.standoff}
}
const check = (drawn: string, options?: Options): void => {
  annotateDrawn(drawn, options)
}

describe('a declared language', () => {
  test('makes lines of English words', () => {
    const {utterances} = annotateDrawn('“⟦u1 <i lang="art-x-mirr">Mute pan</i>,⟧” he said. The mute man took the pan.')
    expect(utterances).toMatchObject([{lang: 'art-x-mirr', confidence: 1, clues: expect.arrayContaining([{name: 'declared', weight: 60}])}])
  })

  test('makes a line of several words inside a sentence, and a loan of one word', () => {
    const {terms} = annotateDrawn('He said <i lang="art-x-mirr">⟦u1 mute pan⟧</i> and took the <i xml:lang="art-x-mirr">⟦w1 kettle⟧</i> away.')
    expect(terms.map(({lang}) => lang)).toEqual(['art-x-mirr', 'art-x-mirr', 'art-x-mirr'])
  })

  test('covers several sentences', () => check('“⟦u1 <span lang="art-x-mirr">Mute pan.⟧ ⟦u2 Rare bit!</span>⟧” he said. ⟦g (⟦t1 Be quiet.⟧ ⟦t2 Run!⟧)⟧'))

  test('is overridden by an inner one', () => {
    const {utterances} = annotateDrawn(
      '<b lang="art-x-mirr">⟦u1 Mute pan⟧</b> He said <b lang="art-x-mirr">⟦u2 rare bit⟧ <i lang="en">good morning</i> ⟦u3 mute pan⟧</b> to us.',
    )
    expect(utterances).toHaveLength(3)
    const nested = annotate('“<b lang="art-x-mirr"><i lang="art-x-tal">Mute pan</i></b>,” he said.').standoff
    expect(nested.utterances).toMatchObject([{lang: 'art-x-tal'}])
  })

  test('in HTML, counts on inline elements and paragraphs, but not on the page', () => {
    const {utterances, terms} = annotateDrawn(
      '<html lang="de"><p>“<i lang="art-x-mirr">⟦u1 Mute pan</i>,⟧” he said, and took the <b xml:lang="x-tal">⟦w1 kettle⟧</b>.</p>' +
        '<p lang="art-x-mirr">⟦u2 Rare bit.⟧ “⟦u3 Mute⟧ <b lang="en">my friend</b> ⟦u4 pan!⟧”</p><p>“<b lang="en">Orreth sulvane, mirrod</b>.”</p></html>',
      {format: 'html'},
    )
    expect(new Set(utterances.map(({lang}) => lang))).toEqual(new Set(['art-x-mirr']))
    expect(terms.find(({lang}) => lang === 'x-tal')).toBeDefined()
  })

  test('of the host prevents annotation', () => {
    check('“<i lang="en">Orreth sulvane, mirrod!</i>” he sang. It was late, and nobody on the jetty knew the song.')
    check('The <i lang="en-GB">gwyllion</i> and the <i lang="zxx">gwyllion</i> were there, and a gwyllion. It was late, and the river went by in the dark.')
  })

  test('of the host on one word of a foreign line leaves the rest of the line', () => {
    const {terms, source} = annotateDrawn('“⟦u1 <i lang="art-x-mirr">Orreth <b lang="en">Constable</b> sulvane</i>!⟧” he said.')
    expect(terms.map(({start, end}) => source.slice(start, end))).toEqual(['Orreth', 'sulvane'])
  })

  test('of the host on most of the story comes from a word processor, and is ignored', () => {
    const line = '<span lang="en-GB">“⟦u1 Orreth sulvane, mirrod okresh.⟧” She waved. ⟦g (⟦t1 Good evening, traveller.⟧)⟧</span>\n\n'
    check(line + '<span lang="en-GB">The river went by in the dark.</span>\n\n'.repeat(20))
    expect(annotate(undrawAnnotations(line)).standoff.utterances).toEqual([])
  })

  test('inside a translation stays part of it', () =>
    check('“⟦u1 Orreth davu sulvane.⟧” She smiled. ⟦g (⟦t1 My <i lang="art-x-mirr">⟦w1 davu⟧</i> goes home.⟧)⟧'))

  test('is not a translation', () =>
    check('“Nobody came to the mill on Sunday, and the miller slept all day,” he said (⟦u1 <i lang="art-x-mirr">mute pan</i>⟧).'))

  test('makes its English words foreign in other lines', () => {
    const {utterances} = annotateDrawn('“⟦u1 <i lang="art-x-mirr">Mute pan</i>,⟧” he said. “⟦u2 Pan mute!⟧” she said. The mute man took the pan.')
    expect(utterances.map(({lang}) => lang)).toEqual(['art-x-mirr', 'art-x-mirr'])
  })

  test('makes its words foreign in later sentences', () => {
    const line = '“Rare okresh tal,” she said. The old ferryman lifted his lamp and looked at her for a long time.'
    const both = `“<i lang="art-x-mirr">Okresh rare bit tal</i>,” he said.\n\n${line}`
    expect(annotate(both).standoff.utterances.map(({start, end}) => both.slice(start, end))).toEqual([
      '<i lang="art-x-mirr">Okresh rare bit tal</i>,',
      'Rare okresh tal,',
    ])
  })

  test.each([
    ['art-x-mirr', 'art-x-mirr'],
    ['x-mirr', 'x-mirr'],
    ['fr_CA', 'fr-CA'],
    ['und', 'art-x-unknown'],
    ['art-x-mirrodian', 'art-x-unknown'],
  ])('%s → %s', (lang, expected) => {
    expect(annotate(`“<i lang=${lang}>Mute pan</i>,” he said.`).standoff.utterances).toMatchObject([{lang: expected}])
  })

  test.each([
    ['that is never closed', '“<i lang="art-x-mirr">Good morning,” he said. He took the pan.'],
    ['that is never opened', '“Good morning</i>,” he said. He took the pan.'],
    ['without content', '“<i lang="art-x-mirr"></i>Good morning,” he said. <i lang="art-x-mirr">—</i>'],
  ])('a tag %s is ignored', (_, story) => check(story))

  test('nested tags of the same name are matched', () => check('“⟦u1 <i lang="art-x-mirr">Mute <i>pan</i> bit</i>,⟧” he said.'))

  test('includes a word if the greater part of it is marked', () => {
    check('He saw :line[⟦u1 mute kettle]s⟧, and the :word[⟦w1 kettle]’s⟧ lid, and a prefi:word[x].')
  })
})

describe('`terms`', () => {
  test('are found with their meaning in any position, even if they are English words', () => {
    const {terms, glossary} = annotateDrawn('“⟦u1 Pan mute,⟧” he said. He had a ⟦w1 pan⟧ and a ⟦w2 Sulvane⟧ in his pocket.', {
      terms: ['mute', {headword: 'pan', senses: ['bread']}, 'sulvane'],
    })
    expect(terms.map(({headword, meaning}) => [headword, meaning])).toEqual([
      ['pan', 'bread'],
      ['mute', undefined],
      ['pan', 'bread'],
      ['sulvane', undefined],
    ])
    expect(glossary.entries.find(({headword}) => headword === 'pan')).toMatchObject({senses: [{definition: 'bread'}], count: 2})
  })

  test('that are English words too are English in a translation', () => {
    check('“⟦u1 Pan sulvane!⟧” she said. ⟦g (⟦t1 The pan is quiet, the ⟦w1 sulvane⟧ too.⟧)⟧ He left.', {terms: ['pan', 'sulvane']})
  })

  test('without a meaning get one from the story', () => {
    const {terms} = annotate('“Orreth!” (Welcome!) “Orreth, mirrod!” (Welcome, traveller!)', {terms: ['orreth', 'mirrod']}).standoff
    expect(terms.map(({meaning}) => meaning?.toLowerCase())).toEqual(['welcome', 'welcome', 'traveller'])
  })

  test('of several words are one loan', () => {
    const {terms} = annotateDrawn('They rang the ⟦w1 na pan⟧ at noon. A pan and nothing. “Look at the ⟦w2 na\npan⟧!” she said.', {
      terms: [{headword: 'na pan', senses: ['tide bell']}],
    })
    expect(terms).toMatchObject([
      {headword: 'na pan', meaning: 'tide bell'},
      {headword: 'na pan', meaning: 'tide bell'},
    ])
  })

  test('of several words may be glossed, and have one link', () => {
    const {links, source} = annotateDrawn('They rang the ⟦w1 na sorul⟧ ⟦g (⟦tw1 tide bell⟧)⟧ at noon.', {terms: ['na sorul']})
    expect(links.map(({source: [start, end]}) => source.slice(start, end))).toEqual(['na sorul'])
  })

  test('that are English function words are decided by their context', () => {
    check('He was there, and she was not, and I saw it.', {terms: ['he', 'was', 'i', 'and she']})
  })

  test('may be affixes', () => {
    const {terms} = annotate('The sorulnu were lit.', {
      terms: [
        {headword: 'sorul', senses: ['lamp']},
        {headword: '-nu', senses: ['plural']},
      ],
    }).standoff
    expect(terms).toMatchObject([{headword: 'sorul', meaning: 'lamp'}])
  })

  test('are of the language `lang`, and take precedence over dictionaries', () => {
    const dictionaries = [createLexicon({language: 'art-x-mirr', entries: [{headword: 'sorul', senses: ['oil']}]})]
    const {terms} = annotate('The sorul was lit.', {lang: 'art-x-mirr', terms: [{headword: 'sorul', senses: ['lamp']}], dictionaries}).standoff
    expect(terms).toMatchObject([{lang: 'art-x-mirr', meaning: 'lamp'}])
  })
})

describe('`ignore`', () => {
  test('excludes words, and lines of such words alone', () => {
    const story = '“Brraxul!” she cried. “Brraxul, my friend!” A brraxul stood there. “Orreth sulvane, brraxul!”'
    const {terms, utterances} = annotate(story, {ignore: ['Brraxul']}).standoff
    expect(utterances.map(({start, end}) => story.slice(start, end))).toEqual(['Orreth sulvane, brraxul!'])
    expect(terms.map(({start, end}) => story.slice(start, end))).toEqual(['Orreth', 'sulvane'])
    expect(annotate('“Orreth sulvane, mirrod!” (Good evening!)', {ignore: ['orreth', 'sulvane', 'mirrod’']}).standoff.utterances).toEqual([])
  })

  test('takes precedence over terms and dictionaries, but not over marks', () => {
    const terms = ['sorul']
    expect(
      annotate('The sorul was lit.', {terms, ignore: ['sorul'], dictionaries: [{language: 'tlh', entries: [{headword: 'sorul'}]}]}).standoff.terms,
    ).toEqual([])
    expect(annotate('The :word[sorul] was lit. The sorul was old.', {ignore: ['sorul']}).standoff.terms).toHaveLength(1)
  })
})

describe('invalid lists are TypeErrors that name the item', () => {
  test.each<[unknown, RegExp]>([
    [{terms: 'pan'}, /`terms`.*list/u],
    [{terms: ['pan', 7]}, /`terms\[1\]`.*a word, or an entry/u],
    [{terms: ['…']}, /`terms\[0\]`/u],
    [{terms: ['']}, /`terms\[0\]`/u],
    [{terms: [{headword: 'pan', meaning: 'bread'}]}, /`terms\[0\]\.meaning`: there is no such field/u],
    [{terms: [null]}, /`terms\[0\]`/u],
    [{ignore: {pan: true}}, /`ignore`.*list/u],
    [{ignore: ['pan', '7']}, /`ignore\[1\]`.*a word.*'7'/u],
    [{ignore: [7]}, /`ignore\[0\]`/u],
  ])('%j', (options, message) => {
    expect(() => annotate('', options as Options)).toThrow(TypeError)
    expect(() => annotate('', options as Options)).toThrow(message)
  })
})

describe('marks', () => {
  test('`:line` makes a line with its translation', () => {
    const {utterances, glosses} = annotateDrawn('“:line[⟦u1 Mute pan⟧]{lang=art-x-mirr translation="I am here"},” he said (his voice was low).')
    expect(utterances).toMatchObject([{lang: 'art-x-mirr', translation: 'I am here', confidence: 1}])
    expect(glosses).toEqual([])
  })

  test('`:line` makes a line of a single word', () => check('He said :line[⟦u1 pan⟧]{translation=Yes} and left.'))

  test('`:line` divides a translation with as many sentences', () => {
    const {utterances} = annotate('“:line[Mute pan. Rare bit!]{translation="I am here. Run!"}” “:line[Mute pan. Rare bit!]{translation="Here I am"}”').standoff
    expect(utterances.map(({translation}) => translation)).toEqual(['I am here.', 'Run!', 'Here I am', 'Here I am'])
  })

  test('translations in marks enter the glossary', () => {
    const {glossary, messages} = annotate('“:line[Mute pan]{translation="quiet bread"}” “:line[Mute]{translation=quiet}”')
    expect(glossary.entries.map(({headword, senses}) => [headword, senses?.map((sense) => toSense(sense).definition)])).toEqual([
      ['mute', ['quiet']],
      ['pan', ['bread']],
    ])
    expect(messages).toEqual([])
  })

  test('`:word` makes a loan, and its meaning applies everywhere', () => {
    const {terms} = annotateDrawn('The :word[⟦w1 selma⟧]{meaning=light} was out. She had no ⟦w2 selma⟧. A :word[⟦w3 mute⟧] mute man.')
    expect(terms.map(({meaning}) => meaning)).toEqual(['light', 'light', undefined])
  })

  test('`:word` makes one loan of several words', () => {
    const {terms} = annotateDrawn('They rang the :word[⟦w1 mute pan⟧]{meaning="tide bell" lang=x-mirr} at noon.')
    expect(terms).toMatchObject([{lang: 'x-mirr', meaning: 'tide bell'}])
  })

  test('`:gloss` translates the text before it, and includes the brackets around it', () => {
    check('“⟦u1 Mute pan,⟧” :gloss[⟦g ⟦t1 I am here⟧⟧] said the boy.')
    check('“⟦u1 Orreth sulvane,⟧” he said. “⟦u2 Mute pan.⟧” ⟦g (:gloss[⟦t1 I am here.⟧ ⟦t2 Good evening.⟧])⟧ The boy (who was nine) left.')
    check('“⟦u1 Mute pan.⟧ :gloss[⟦g ⟦t1 I am here.⟧⟧]” He wept.')
    check('Nothing is here. :gloss[I am here.]')
  })

  test('`:gloss` works with any list of conventions', () => {
    check('“⟦u1 Orreth sulvane.⟧” :gloss[⟦g ⟦t1 Good evening.⟧⟧]', {conventions: ['round-brackets']})
  })

  test('`:host` prevents annotation', () => check('“:host[Orreth sulvane, mirrod!]” he sang. The :host[marrudh] was old.'))

  test('markup may be inside and around them', () => {
    check('“*:line[⟦u1 Mute **pan⟧**]*,” he said.')
    check('“**:line[⟦u1 Mute :host[pan] bit⟧]**,” he said.')
  })

  test('any other directive stays text', () => {
    const source = 'At 10:am :smile: said note:this, :word, :line{lang=x}, ::line[x], :line[], and :line[never closed. '
    expect(textOf(annotate(`${source}\n\n:word[x]`).tree)).toBe(`${source.trim()}x`)
    expect(annotate(source).standoff.utterances).toEqual([])
  })

  test('may be escaped', () => {
    const {tree, standoff} = annotate('\\:word[lantern] and `:word[lantern]`.')
    expect(textOf(tree)).toBe(':word[lantern] and :word[lantern].')
    expect(standoff.terms).toEqual([])
    expect(toMarkdown(tree, {extensions: [xenoglossToMarkdown()]})).toBe(':word\\[lantern] and `:word[lantern]`.\n')
  })

  test('work with remark-directive', async () => {
    const story = '“:line[Mute *pan*]{lang="art-x-mirr" translation="I am here"},” he said. :smile[x]'
    const file = await unified().use(remarkParse).use(remarkDirective).use(remarkXenogloss).use(remarkRehype).use(rehypeStringify).process(story)
    expect(String(file)).toMatch(/^<p>“<span class="xg-utterance" lang="art-x-mirr" title="I am here"><span>.*<em>pan<\/em><\/span><\/span><\/span>,”/u)
    expect(file.data.xenogloss?.standoff).toEqual(annotate(story.replace(' :smile[x]', '')).standoff)
    const printer = unified().use(remarkParse).use(remarkDirective).use(remarkXenogloss).use(remarkStringify)
    printer.data('toMarkdownExtensions', [xenoglossToMarkdown()])
    expect(String(await printer.process(story))).toBe(`${story}\n`)
  })
})

describe('front matter', () => {
  const FRONT_MATTER =
    '---\ntitle: The salt road\nxenogloss:\n  lang: art-x-mirr\n  terms: {mute: quiet, pan: [bread, loaf], bit: }\n  ignore: [brraxul]\n  threshold: 0.4\n---\n\n'

  test('sets options', () => {
    const {utterances, terms} = annotateDrawn(`${FRONT_MATTER}“⟦u1 Mute pan bit,⟧” he said. “Brraxul!”`)
    expect(utterances).toMatchObject([{lang: 'art-x-mirr'}])
    expect(terms.map(({meaning}) => meaning)).toEqual(['quiet', 'bread', undefined])
  })

  test('accepts terms as a list', () => {
    const list = '---\nxenogloss:\n  terms:\n    - mute\n    - pan: bread\n    - headword: bit\n      senses: [now]\n---\n'
    expect(annotate(`${list}“Mute pan bit,” he said.`).standoff.terms.map(({meaning}) => meaning)).toEqual([undefined, 'bread', 'now'])
  })

  test('YAML keywords are words', () => {
    const {terms} = annotate('---\nxenogloss: {terms: {no: salt, null: sea, true: twelve, yes: }}\n---\nThe null was deep.').standoff
    expect(terms).toMatchObject([{headword: 'null', meaning: 'sea'}])
  })

  test('is overridden by options from code, and its lists are merged', () => {
    const {standoff} = annotate(`${FRONT_MATTER}“Mute pan rare,” he said.`, {lang: 'art-x-tal', terms: ['rare']})
    expect(standoff.utterances).toMatchObject([{lang: 'art-x-tal'}])
    expect(standoff.terms.map(({headword}) => headword)).toEqual(['mute', 'pan', 'rare'])
  })

  test.each<[string, RegExp, string]>([
    ['xenogloss: 7', /`xenogloss` must be a map of `lang`/u, 'xenogloss'],
    ['xenogloss:\n  lang: no tag', /`lang` must be a BCP 47/u, 'lang'],
    ['xenogloss:\n  threshold: high', /`threshold` must be a number from 0 to 1, not 'high'/u, 'threshold'],
    ['xenogloss:\n  terms: pan', /`terms` must be a list/u, 'terms'],
    ['xenogloss:\n  ignore: {a: b}', /`ignore` must be a list/u, 'ignore'],
    ['xenogloss:\n  colour: red', /no option `colour`; there are `lang`, `recognize`, `terms`/u, 'colour'],
    ['xenogloss:\n  conventions: [mine]', /`conventions\[0\]` must be one of/u, 'conventions'],
    ['xenogloss:\n  lang: [', /Invalid YAML/u, ''],
    ['xenogloss:\n  lang: tlh\n  lang: tok', /Invalid YAML: duplicate key `lang`/u, 'lang'],
    [`a: &a [x]\nb: &b [${'*a,'.repeat(99)}]\nxenogloss:\n  terms: [${'*b,'.repeat(99)}]`, /alias/iu, ''],
  ])('%s: a message at its position, and the story is still annotated', (yaml, reason, place) => {
    const story = `---\n${yaml}\n---\n\n“Orreth sulvane, mirrod,” he said. (Good evening, traveller.)`
    const {messages, standoff} = annotate(story)
    const found = messages.filter(({ruleId}) => ruleId === 'front-matter')
    expect(found).toHaveLength(1)
    expect(found[0]?.reason).toMatch(reason)
    expect(found[0]?.source).toBe('xenogloss')
    const {start, end} = found[0]!.place as {start: {offset: number}; end: {offset: number}}
    if (place) expect(story.slice(start.offset, end.offset)).toBe(place)
    expect(start.offset).toBeGreaterThanOrEqual(4)
    expect(standoff.utterances).toHaveLength(1)
  })

  test.each([
    ['a scene break', '---\n\nOrreth was late.\n\n---\n\nIt was noon.'],
    ['a scene break and a colon', '---\n\nnote: Orreth was late.\n\nShe knew it: he was lost.\n\n---\n'],
    ['a scene break and a script', '---\nANNA: Where is he?\nBORIS: Gone.\n---\n'],
    ['one line', '---'],
    ['an empty block', '---\n---\n\ntitle: x\n---\n'],
    ['never closed', '---\ntitle: x\n\nIt was noon.'],
    ['prose', '---\nIt was noon.\n---\n'],
    ['prose behind a key', '---\ntitle: x\n\nIt was noon.\n---\n'],
    ['not at the beginning', '\n---\ntitle: x\n---\n'],
    ['a list', '---\n- a\n- b\n---\n'],
  ])('%s is not front matter', (_, story) => {
    expect(extractFrontMatter(story)).toBeUndefined()
    expect(textOf(annotate(story).tree)).toBe(textOf(fromMarkdown(story)))
  })

  test.each([
    ['plain', '---\ntitle: x\n---\n'],
    ['with a byte order mark', '\ufeff---\ntitle: x\n---\n'],
    ['with CRLF', '---\r\ntitle: x\r\ntags:\r\n- a\r\n- b\r\n---\r\n'],
    ['with CR', '---\rtitle: x\rtags:\r- a\r- b\r---\r'],
    ['with blank lines between its keys', '---\ntitle: x\n\ndate: y\n\ntags: z\n---\n'],
    ['with blank lines in its text', '---\ntitle: x\nsummary: |\n  One.\n\n  Two.\n\ndate: 2001-02-03\n---'],
  ])('%s is front matter, and no part of the story', (_, front) => {
    const story = `${front}\n\n“⟦u1 Orreth sulvane, mirrod,⟧” he said. ⟦g (⟦t1 Good evening, traveller.⟧)⟧`
    expect(extractFrontMatter(front)).toBeDefined()
    check(story)
  })

  test.each(['\n', '\r\n', '\r'])('line ends %j: options are set, and terms are found', (end) => {
    const story = `${FRONT_MATTER}The mute burned low.`.replaceAll('\n', end)
    const {standoff, messages} = annotate(story)
    expect(messages.filter(({ruleId}) => ruleId === 'front-matter')).toEqual([])
    expect(standoff.terms.map(({start, end: stop, lang, meaning}) => [story.slice(start, stop), lang, meaning])).toEqual([['mute', 'art-x-mirr', 'quiet']])
    expect(String(annotate(['---', 'xenogloss:', '  colour: red', '---', 'It was noon.'].join(end)).messages[0])).toMatch(/^3:3-3:9: Front matter/u)
  })

  test('CRLF does not shift messages', () => {
    const story = '---\r\nxenogloss:\r\n  colour: red\r\n---\r\nIt was noon.'
    expect(String(annotate(story).messages[0])).toMatch(/^3:3-3:9: Front matter/u)
    expect(String(annotate(`\ufeff${story}`).messages[0]?.ruleId)).toBe('front-matter')
  })

  test('may be empty', () => {
    expect(annotate('---\nxenogloss:\n---\nIt was noon.').messages).toEqual([])
  })

  test('is text in plain text', () => expect(textOf(annotate(FRONT_MATTER, {format: 'text'}).tree)).toContain('title'))

  test('works with remark-frontmatter, and is printed back to Markdown', async () => {
    const story = `${FRONT_MATTER}“Mute pan bit,” he said.`
    const printer = unified().use(remarkParse).use(remarkFrontmatter).use(remarkXenogloss).use(remarkStringify)
    printer.data('toMarkdownExtensions', [xenoglossToMarkdown()])
    const file = await printer.process(story)
    expect(file.data.xenogloss?.standoff).toEqual(annotate(story).standoff)
    expect(toMarkdown(annotate(story).tree, {extensions: [xenoglossToMarkdown()]})).toBe(`${story}\n`)
    const invalid = await unified()
      .use(remarkParse)
      .use(remarkFrontmatter)
      .use(remarkXenogloss)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process('---\nxenogloss: 7\n---\n')
    expect(invalid.messages.map(({ruleId}) => ruleId)).toEqual(['front-matter'])
  })
})

describe('properties', () => {
  const marked = fc
    .array(
      fc.oneof(
        randomStories,
        fc.constantFrom(
          ':line[Mute *pan*]{translation="I am"}',
          ':word[mute pan]{meaning=x}',
          ':gloss[I am here. No.]',
          '(:gloss[Yes])',
          ':host[orreth',
          ']',
          ':host[sulvane mirrod]',
          '<i lang="x-a">',
          '<b lang="en">',
          '</i>',
          '</b>',
          'Mute pan. Rare',
          '{lang=x-b}',
        ),
      ),
      {maxLength: 14},
    )
    .map((pieces) => pieces.join(' '))
  const options: Options = {terms: ['rare', 'na pan'], ignore: ['mirrod']}
  const parseMarkdown = markdown.parse

  test('text is unchanged, annotation is idempotent, and the tree prints as before', () => {
    fc.assert(
      fc.property(marked, (source) => {
        const {tree} = annotate(source, {...options, format: 'markdown'})
        expect(textOf(tree)).toBe(textOf(parseMarkdown(source)))
        const again = structuredClone(tree)
        annotateTree(again, source, settleHost(again, {...resolveOptions(options, allParts), format: markdown}).settings)
        expect(again).toEqual(tree)
        const extensions = [xenoglossToMarkdown()]
        expect(toMarkdown(tree, {extensions})).toBe(toMarkdown(parseMarkdown(source), {extensions}))
      }),
      randomInputs(10),
    )
  })

  test('spans are ordered and nested, and ids resolve', () => {
    fc.assert(
      fc.property(marked, (source) => {
        const {utterances, glosses, terms, links} = annotate(source, options).standoff
        const inside = (outer: {start: number; end: number}, inner: {start: number; end: number}) => outer.start <= inner.start && inner.end <= outer.end
        for (const list of [utterances, glosses, terms]) {
          for (const [index, {start, end}] of list.entries()) {
            expect(start).toBeLessThan(end)
            expect(start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0)
          }
        }
        const ids = new Set([...utterances, ...terms].map(({id}) => id))
        for (const gloss of glosses) {
          for (const id of gloss.of) expect(ids).toContain(id)
          for (const part of gloss.parts) expect(inside(gloss, part)).toBe(true)
          for (const u of utterances) expect(u.end <= gloss.start || gloss.end <= u.start).toBe(true)
        }
        for (const t of terms) for (const u of utterances) expect(inside(u, t) || t.end <= u.start || u.end <= t.start).toBe(true)
        for (const {
          source: [start, end],
        } of links)
          expect([...terms, ...utterances].some((outer) => inside(outer, {start, end}))).toBe(true)
      }),
      randomInputs(10),
    )
  })

  test.each([
    ['marks that never close', ':line['.repeat(25_000)],
    ['marks that never close, far apart', `:line[${'a '.repeat(400)}`.repeat(100)],
    ['marks in marks', ':line[a '.repeat(1000) + ']'.repeat(1000)],
    ['thousands of marks', ':line[mute pan]{translation="I am"} '.repeat(2000)],
    ['thousands of marks in quotations', '“:line[mute pan]{translation="I am"}” '.repeat(3000)],
    ['attributes that never close', ':line[a]{b="'.repeat(5000)],
    ['thousands of tags', '<i lang="x-a">mute pan</i> '.repeat(5000)],
    ['tags in tags', '<i lang="x-a">a '.repeat(900)],
    ['front matter without end', `---\n${'a: b\n'.repeat(12_500)}`],
    ['front matter of many keys', `---\n${Array.from({length: 15_000}, (_, index) => `k${index.toString(36)}:\n`).join('')}xenogloss:\n---\n`],
    ['front matter in brackets', `---\nxenogloss: ${'['.repeat(5e4)}\n---\n`],
    ['front matter in braces', `---\nxenogloss: ${'{a: '.repeat(2e4)}\n---\n`],
  ])('%s take linear time', {timeout: 30_000}, (_, source) => {
    expect(annotate(source).tree.type).toBe('root')
  })
})
