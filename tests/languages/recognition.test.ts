/** Which real language a story quotes: sentences of our own, and invented languages that look like real ones. */
import {describe, expect, test} from 'vitest'
import {LANGUAGES} from '../../src/annotate/options-schema.js'
import {explain} from '../../src/explain.js'
import {toHast} from '../../src/html.js'
import {annotate, type Options} from '../../src/index.js'
import {recognizePieces} from '../../src/languages/recognize-pieces.js'
import {recognizeWord} from '../../src/languages/recognize-word.js'
import {recognizers} from '../../src/languages/recognizers.js'
import {lint} from '../../src/lint.js'

const line = (text: string) => ({kind: 'line' as const, words: text.toLowerCase().match(/[\p{L}'-]+/gu) ?? [], names: []})
const word = (text: string) => ({kind: 'word' as const, words: [text], names: []})
const languagesOf = (...pieces: readonly (ReturnType<typeof line> | ReturnType<typeof word>)[]) =>
  recognizePieces(pieces, recognizers).map((found) => found?.lang)

describe('a sentence alone', () => {
  test.each([
    ['fr', "Le cheval n'a pas mangé ce matin"],
    ['fr', 'Une chambre pour la nuit, madame'],
    ['la', 'Fratres in silva noctem exspectant'],
    ['es', 'Mañana hablaremos con el hijo del zapatero'],
    ['de', 'Das Wetter wird morgen nicht besser'],
    ['it', 'Questa sera andiamo tutti alla finestra'],
    ['pt', 'Não quero mais ouvir essa história'],
    ['pl', 'Nie wiem, co się stało z moim bratem'],
    ['sv', 'Jag har inte sett honom sedan i går'],
    ['ru-Latn', 'Ya nichego ne znayu ob etom cheloveke'],
  ])('%s: %s', (lang, text) => {
    expect(languagesOf(line(text))).toEqual([lang])
  })

  test('without diacritics', () => {
    expect(languagesOf(line('La fenetre etait fermee depuis l’ete dernier'.replaceAll('’', "'")))).toEqual(['fr'])
  })
})

describe('no language is an answer', () => {
  test.each(['Rhumel beshul oka tal drenn', 'Orreth sulvane mirrod tal', 'Xok qatzi uwaq ix', 'Vesh na keth turalen', 'Kala ne memu, la sori ven'])(
    '%s',
    (text) => {
      expect(languagesOf(line(text))).toEqual([undefined])
    },
  )

  test('of a story whose language has words that look Romance', () => {
    const lines = [
      'La mirrod tal come orreth',
      'Vennu la okresh, mirrod',
      'Come tal sulvane la senna',
      'De orreth la mirrodel vennu',
      'Sulvane come la lorreth',
    ].map(line)
    expect(languagesOf(...lines, word('mirrod'), word('la'))).toEqual(lines.map(() => undefined).concat(undefined, undefined))
  })
})

test('the rest of the story tells what a word is', () => {
  const spanish = ['¿Dónde está la llave de la bodega?', 'Mi hermana no quiere salir', 'El perro duerme debajo de la mesa'].map(line)
  const alone = languagesOf(word('panaderas'))[0]
  expect([undefined, 'es']).toContain(alone)
  expect(languagesOf(...spanish, word('panaderas')).at(-1)).toBe('es')
  const invented = ['Rhumel beshul tal', 'Beshul oka drenn', 'Drenn tal rhumelat'].map(line)
  expect(languagesOf(...invented, word('panaderas')).at(-1)).toBeUndefined()
})

test('what is known before is evidence, and is not recognised again', () => {
  const pieces = [{...line('Nunc est ovis in horto'), known: 'art-x-mirr'}, line('Ovis in horto est')]
  expect(recognizePieces(pieces, recognizers)[0]).toBeUndefined()
  expect(recognizePieces([], recognizers)).toEqual([])
  expect(recognizePieces([line('Bonsoir')], [])).toEqual([undefined])
})

test.each([
  ['boulangerie', true],
  ['amorosamente', true],
  ['spaziergang', true],
  ['okreshel', false],
  ['xoqatzi', false],
  ['thrumble', false],
])('%s, seen alone, is of a listed language: %s', (key, isListed) => {
  expect(recognizeWord(key, recognizers) >= 0.8).toBe(isListed)
  expect(recognizeWord(key, [])).toBe(0)
})

const story = `“Rhumel beshul tal okresh,” said the old woman. (The night is cold here.)

“Beshul oka, drenn tal vennu,” her son answered. (Cold night, come into the house.)

The miller had been a soldier once. “La porte est ouverte, mes enfants,” he called, and nobody answered.

“Okresh tal drennu rhumel,” she said to him. (Here the house sleeps.)`

describe('in a story', () => {
  test('the French line has its tag and its confidence, the others that of the story', () => {
    const {standoff, glossary, glossaries} = annotate(story, {lang: 'art-x-vessik'})
    expect(standoff.utterances.map(({lang}) => lang)).toEqual(['art-x-vessik', 'art-x-vessik', 'fr', 'art-x-vessik'])
    expect(standoff.utterances[2]?.langConfidence).toBeGreaterThan(0.9)
    expect(standoff.utterances[0]).not.toHaveProperty('langConfidence')
    expect(glossary.language).toBe('art-x-vessik')
    expect(glossaries.map(({language}) => language)).toEqual(['art-x-vessik', 'fr'])
    expect(glossary.entries.map(({headword}) => headword)).not.toContain('porte')
    expect(glossaries[1]?.entries.map(({headword}) => headword.toLowerCase())).toContain('porte')
  })

  test.each([{recognize: false}, {recognize: ['la', 'de']}] satisfies Options[])('%j switches it off', (options) => {
    expect(new Set(annotate(story, options).standoff.utterances.map(({lang}) => lang))).toEqual(new Set(['art-x-unknown']))
  })

  test('front matter switches it off, too', () => {
    const off = annotate(`---\nxenogloss:\n  recognize: false\n---\n\n${story}`)
    expect(off.messages.filter(({ruleId}) => ruleId === 'front-matter')).toEqual([])
    expect(off.standoff.utterances.every(({langConfidence}) => langConfidence === undefined)).toBe(true)
  })

  test('what is no language is a TypeError', () => {
    for (const recognize of [true, 'fr', ['french'], [{}]])
      expect(() => annotate(story, {recognize} as unknown as Options)).toThrow(/`recognize`.*false, or a list/u)
  })

  test('the author and dictionaries go first', () => {
    const declared = annotate(':line[La porte est ouverte, mes enfants]{lang=art-x-miller} He waved.', {})
    expect(declared.standoff.utterances.map(({lang, langConfidence}) => [lang, langConfidence])).toEqual([['art-x-miller', undefined]])
    const entries = ['la', 'porte', 'est', 'ouverte', 'mes', 'enfants'].map((headword) => ({headword}))
    const known = annotate(story, {dictionaries: [{language: 'art-x-miller', entries}]})
    expect(known.standoff.utterances[2]?.lang).toBe('art-x-miller')
  })

  test('a dictionary of an invented language does not explain French words', () => {
    const {standoff} = annotate(story, {dictionaries: [{language: 'art-x-mirr', entries: [{headword: 'la', senses: ['sun']}]}]})
    const [la] = standoff.terms.filter(({lang}) => lang === 'fr')
    expect(la).not.toHaveProperty('meaning', 'sun')
  })

  test('renderers show the language', () => {
    const found: unknown[] = []
    const visit = (node: {properties?: {lang?: unknown}; children?: unknown[]}): void => {
      if (node.properties?.lang !== undefined) found.push(node.properties.lang)
      for (const child of node.children ?? []) visit(child as typeof node)
    }
    for (const renderer of ['tooltip', 'ruby', 'interlinear', 'footnotes', 'plain'] as const) {
      found.length = 0
      visit(toHast(annotate(story), {renderer}) as never)
      expect(found, renderer).toContain('fr')
    }
  })

  test('a French line without a translation is no remark as long as none has one', () => {
    const untranslated = (text: string) => lint(text).filter(({ruleId}) => ruleId === 'line-without-gloss')
    expect(untranslated(story)).toEqual([])
    const translated = `${story}\n\n“Le pain est sur la table,” he said. (The bread is on the table.)\n\n“Mon frère ne viendra pas ce soir,” he said. (My brother will not come tonight.)`
    expect(untranslated(translated).map(({reason}) => reason)).toEqual(['Line without a translation: “La porte est ouverte, mes enfants,”'])
  })

  test('rules about words do not look at them', () => {
    const text = `${story}\n\n“Mes enfants, la porte! Mes enfant, les portes!” he called.`
    expect(lint(text, {rules: {'unknown-word': true}}).filter(({actual}) => /^(?:porte|enfant)/iu.test(String(actual)))).toEqual([])
  })

  test('explain says how it was recognised', () => {
    const [first] = explain(annotate(story), story, story.indexOf('La porte'))
    expect(first?.sentences.join(' ')).toMatch(/show that it is fr, with a confidence of \d+%/u)
  })
})

test('a story that quotes nothing but French has a French glossary', () => {
  const {glossary} = annotate('“La porte est ouverte, mes enfants,” he called.\n\n“Je ne veux pas sortir sans mon chapeau,” said the boy.')
  expect(glossary.language).toBe('fr')
})

test('the schema lists the languages of the registry', () => {
  expect(LANGUAGES).toEqual(recognizers.map(({lang}) => lang))
})
