/**
 * Short made pieces in arrangements that authors use and the exam's made stories lack: one author's way or two in each, with untranslated lines
 * and English speech between. Lines and translations are pairs of sentences of other languages, narration and English speech come from published novels.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Format} from '../../source/types.js'
import {type GoldStory, goldStory} from './gold.js'

type Pick = <T>(list: readonly T[]) => T

interface Kit {
  readonly rand: () => number
  readonly pick: Pick
  /** A fresh line: its number, its text without a stop, its translation without a stop, the line's own stop. */
  readonly pair: () => {n: number; x: string; t: string; stop: string}
  readonly word: () => {n: number; w: string; g: string}
  readonly english: () => string
  readonly narration: () => string
  readonly tag: () => string
  readonly notes: string[]
}

const low = (text: string): string => (/^I\b/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
const TAGS = [
  'she said',
  'he said',
  'said Marek',
  'Ilsa muttered',
  'the old man whispered',
  'she called after them',
  'he answered, not looking up',
  'Tamsin said',
  'growled the guard',
  'she told the child',
  'asked the ferryman',
  'he went on',
  'the girl cried',
  'said a voice from the stairs',
  'he sighed',
]
const DOES = [
  'He spat into the fire.',
  'She turned away.',
  'Nobody moved.',
  'The door creaked.',
  'Ilsa put down the lamp.',
  'He laughed.',
  'She held out her hand.',
  'Somewhere a dog barked.',
  'He shook his head slowly.',
  'They looked at each other.',
  'The captain frowned.',
  'Marek only shrugged.',
]
const ASKS = ['What did she say?', 'What was that?', 'What does that mean?', 'Meaning?', 'Come again?', 'In English, please.']
/** Brackets that translate nothing: remarks, gestures, reports, dates, references. */
const ASIDES = [
  ...['he had practised this', 'nobody laughed', 'she always said so', 'it was a long story', 'not that it helped', 'he was lying, of course'],
  ...['pointing at the door', 'wiping her hands', 'shaking his head at them', 'laughing', 'with a glance at the captain', 'without turning round'],
  ...['he had said the same at noon', 'they used to say it to the dogs', 'I never learnt why', 'which was rude', 'as if anyone had asked', 'so the story goes'],
  ...['1794', 'p. 31', 'see above', 'sic', 'and who could blame her', 'this was in the spring', 'it took three of them', 'a thin man with a stick'],
] as const
const L = (n: number, x: string): string => `⟦L${n}|${x}⟧`
const G = (n: number | string, t: string): string => `⟦G${n}|${t}⟧`

type Way = (kit: Kit) => string

const said = ({pick, pair}: Kit, open = '“', close = '”', comma = true) => {
  const {n, x, t, stop} = pair()
  const end = stop === '.' ? (comma ? ',' : '.') : stop
  return {n, t, stop, speech: `${open}${L(n, x)}${end}${close}`, bare: L(n, x), pick}
}
const full = (t: string, stop: string): string => t + stop

/** Ways of translating a line; what else the paragraph has is up to each. */
const WAYS: Readonly<Record<string, Way>> = {
  reverseTag: (k) => {
    const {n, t, stop, bare} = said(k)
    return `“${G(n, t)}${stop === '.' ? ',' : stop}” ${k.tag()}. “${bare}${stop}”`
  },
  reverseNext: (k) => {
    const {n, t, stop, bare} = said(k)
    return `“${G(n, t)}${stop}” ${k.pick(DOES)}\n\n“${bare}${stop}”`
  },
  reverseBracket: (k) => {
    const {n, t, bare} = said(k)
    return `Over the door somebody had written ${G(n, t.toUpperCase())} (${bare}). ${k.pick(DOES)}`
  },
  reverseSame: (k) => {
    const {n, t, stop, bare} = said(k)
    return `“I told him, ${G(n, t)}${stop} ${bare}${stop} ${k.english()}”`
  },
  reverseLines: (k) => {
    const {n, t, stop, bare} = said(k)
    return `${k.pick(DOES)}\n\n${G(n, t + stop)}\n\n${bare}${stop}`
  },
  echo: (k) => {
    const {n, t, stop, speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${G(n, t)}${stop === '.' ? ',' : stop}” ${k.pick(['Marek translated', 'Ilsa supplied', 'the interpreter said', 'he repeated for the others', 'said Ilsa'])}.`
  },
  echoMore: (k) => {
    const {n, t, stop, speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${G(n, t)}${stop} ${k.english()}”`
  },
  heSays: (k) => {
    const {n, t, speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${k.pick(['He says', 'She says', 'They say', 'He said', 'It says', 'She wants you to know that', 'He asks', 'I think she said', 'That was'])} ${G(n, low(t))},” ${k.pick(['Marek told them', 'said Ilsa', 'the interpreter murmured', 'said Tamsin'])}.`
  },
  heSaysAsked: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}.\n\n“${k.pick(ASKS)}”\n\n“${k.rand() < 0.5 ? 'He says ' : ''}${G(n, t)}${stop}”`
  },
  itMeans: (k) => {
    const {n, t, speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${k.pick(ASKS)}”\n\n“It ${k.pick(['means', 'just means', 'only means', 'means, more or less,'])} ${G(n, low(t))},” said Ilsa.`
  },
  afterTag: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}. “${G(n, t)}${stop}${k.rand() < 0.5 ? ` ${k.english()}` : ''}”`
  },
  same: (k) => {
    const {n, t, bare, stop} = said(k)
    return `“${bare}${stop} ${G(n, t)}${stop}${k.rand() < 0.6 ? ` ${k.english()}` : ''}” ${k.pick(DOES)}`
  },
  sameItalic: (k) => {
    const {n, t, bare, stop} = said(k)
    return `“*${bare}${stop}* ${G(n, t)}${stop}${k.rand() < 0.4 ? ` ${k.english()}` : ''}” ${k.pick(DOES)}`
  },
  whichMeans: (k) => {
    const {n, t, speech} = said(k)
    return `${speech} ${k.tag()}, ${k.pick(['which means', 'which meant', 'which is to say', 'that is,', 'that is to say,', 'or, roughly,', 'meaning', 'in other words,', 'which translates as'])} ${G(n, low(t))}${k.rand() < 0.5 ? `, and ${k.pick(['nobody answered', 'she let him in', 'that was that', 'he meant it'])}` : ''}.`
  },
  whichMeansQuoted: (k) => {
    const {n, t, speech} = said(k)
    return `${speech} ${k.tag()}, ${k.pick(['which means', 'meaning', 'which was their way of saying', 'or'])} “${G(n, t)}.” ${k.pick(DOES)}`
  },
  thatIs: (k) => {
    const {n, t, speech, stop} = said(k, '“', '”', false)
    return `${speech} ${k.pick(DOES)} ${G(n, t)}, ${k.pick(['that is', 'in other words', 'he meant', 'or something like it'])}.${stop ? '' : ''}`
  },
  tilde: (k) => {
    const {n, t, speech, stop} = said(k, '“', '”', false)
    return `${speech} ~${G(n, full(t, stop))}~ ${k.pick(DOES)}`
  },
  tildeLine: (k) => {
    const {n, t, bare, stop} = said(k)
    return `${bare}${stop} ~ ${G(n, full(t, stop))}`
  },
  pipe: (k) => {
    const {n, t, bare, stop} = said(k)
    return `“${bare}${stop} | ${G(n, full(t, stop))}” ${k.tag()}.`
  },
  slash: (k) => {
    const {n, t, bare, stop} = said(k)
    return `“${bare}${stop} / ${G(n, full(t, stop))}” ${k.tag()}.`
  },
  arrow: (k) => {
    const {n, t, bare, stop} = said(k)
    return `${bare}${stop} ${k.pick(['→', '=', '->', '=>'])} ${G(n, full(t, stop))}`
  },
  curly: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}. {${G(n, full(t, stop))}}${k.rand() < 0.4 ? ` ${k.pick(DOES)}` : ''}`
  },
  angle: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.rand() < 0.5 ? `${k.tag()}. ` : ''}‹${G(n, full(t, stop))}›`
  },
  doubleRound: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ((${G(n, full(t, stop))}))${k.rand() < 0.5 ? ` ${k.pick(DOES)}` : ''}`
  },
  label: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.rand() < 0.5 ? `${k.tag()} ` : ''}${k.pick(['(translation: ', '(T/N: ', '[TL: ', '(trans: ', '[Translation: ', '(t: ', '(lit. ', '(literally: '])}${G(n, full(t, stop))}${''})`.replace(
      /(\[[^[\]]*)\)$/u,
      '$1]',
    )
  },
  squareLine: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}.\n\n[${G(n, full(t, stop))}]`
  },
  roundLine: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}.\n\n(${G(n, full(t, stop))})`
  },
  italicLine: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}.\n\n*${G(n, full(t, stop))}*`
  },
  italicTag: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}. *${G(n, full(t, stop))}*${k.rand() < 0.5 ? ` ${k.pick(DOES)}` : ''}`
  },
  labelLine: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}.\n\n${k.pick(['Translation: ', 'TL: ', 'T/N: ', 'A/N: ', '(Translation) '])}${G(n, full(t, stop))}`
  },
  dash: (k) => {
    const {n, t, speech} = said(k)
    return `${speech} ${k.tag()}—${G(n, low(t))}—and ${k.pick(['shut the door', 'went out', 'sat down again'])}.`
  },
  hyphens: (k) => {
    const {n, t, bare} = said(k)
    return `He gave us the old answer, ${bare} -- ${G(n, low(t))} -- and ${k.pick(['shut the door', 'went out', 'sat down again'])}.`
  },
  colon: (k) => {
    const {n, t, bare, stop} = said(k)
    return `Somebody had painted it on the gate, ${bare}: ${G(n, low(t))}${stop}`
  },
  bracketThere: (k) => {
    const {n, t, bare} = said(k)
    return `“He never says ${bare} (${G(n, low(t))}) any more,” ${k.tag()}.`
  },
  stacked: (k) => {
    const {n, t, speech, stop} = said(k, '"', '"', false)
    return `${speech}\n${G(n, full(t, stop))}`
  },
  stackedItalic: (k) => {
    const {n, t, speech, stop} = said(k, '"', '"', false)
    return `${speech}\n*${G(n, full(t, stop))}*`
  },
  thought: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}. *${G(n, t)}${stop === '.' ? ',' : stop}* ${k.pick(['Ilsa translated to herself', 'she thought', 'he worked out, slowly'])}.`
  },
  sentenceAfter: (k) => {
    const {n, t, speech, stop} = said(k)
    return `${speech} ${k.tag()}. ${G(n, full(t, stop))} ${k.pick(DOES)}`
  },
  note: (k) => {
    const {n, t, speech, stop} = said(k)
    const mark = k.notes.length + 1
    k.notes.push(`${k.pick(['', '“', ''])}${G(n, full(t, stop))}${k.rand() < 0.3 ? ` ${k.english()}` : ''}`)
    return k.rand() < 0.5 ? `${speech}[${mark}] ${k.tag()}.` : `${speech} ${k.tag()}.[${mark}]`
  },
  joint: (k) => {
    const a = said(k)
    const b = said(k, '“', '”', false)
    return `${a.speech} ${k.tag()}. ${b.speech} (${G(a.n, full(a.t, a.stop))} ${G(b.n, full(b.t, b.stop))})`
  },
  jointMany: (k) => {
    const count = k.pick([3, 3, 4, 5])
    let text = ''
    const items: {of: string; t: string}[] = []
    for (let i = 0; i < count; i++) {
      const a = said(k, '“', '”', false)
      const two = k.rand() < 0.3
      const b = two ? said(k, '“', '”', false) : undefined
      text += `“${a.bare}${a.stop}${b ? ` ${b.bare}${b.stop}` : ''}” ${k.pick([k.pick(DOES), k.pick(DOES), `${k.tag()}.`, k.narration()])} `
      items.push({of: String(a.n), t: full(a.t, a.stop)})
      if (b) items.push({of: String(b.n), t: full(b.t, b.stop)})
    }
    return `${text}(${items.map(({of, t}) => G(of, t)).join(' ')})`
  },
  jointLine: (k) => {
    const a = said(k, '“', '”', false)
    const b = said(k, '“', '”', false)
    return `${a.speech.slice(0, -1)} ${b.bare}${b.stop}”\n\n${k.pick(['[', '('])}${G(a.n, full(a.t, a.stop))} ${G(b.n, full(b.t, b.stop))})`.replace(
      /(\n\[[^[]*)\)$/u,
      '$1]',
    )
  },
  jointItalic: (k) => {
    const a = said(k)
    const b = said(k, '“', '”', false)
    return `${a.speech} ${k.tag()}. ${b.speech}\n\n*${G(a.n, full(a.t, a.stop))} ${G(b.n, full(b.t, b.stop))}*`
  },
  jointSpeakers: (k) => {
    const a = said(k, '“', '”', false)
    const b = said(k, '“', '”', false)
    return `${a.speech} ${k.tag()}.\n\n${b.speech} ${k.pick(DOES)}\n\n${k.pick(['(', '*', '(('])}${G(a.n, full(a.t, a.stop))} ${G(b.n, full(b.t, b.stop))}${')'}`
      .replace(/\n\*([^*]*)\)$/u, '\n*$1*')
      .replace(/(\n\(\([^()]*)\)$/u, '$1))')
  },
  jointAfterTag: (k) => {
    const a = said(k)
    const b = said(k, '“', '”', false)
    return `${a.speech} ${k.tag()}. ${b.speech}\n\n“${G(a.n, full(a.t, a.stop))} ${G(b.n, full(b.t, b.stop))}” said Ilsa.`
  },
  cut: (k) => {
    const {n, x, t, stop} = k.pair()
    const words = x.split(' ')
    if (words.length < 4) return `“${L(n, x)}${stop}” (${G(n, full(t, stop))})`
    const at = Math.floor(words.length / 2)
    const second = k.pair().n
    return `“${L(n, words.slice(0, at).join(' '))},” ${k.tag()}, “${L(second, words.slice(at).join(' '))}${stop}” (${G(`${n},${second}`, full(t, stop))})`
  },
  verse: (k) => {
    const list = [0, 1, 2, 3].map(() => k.pair())
    return `${list.map(({n, x}) => L(n, x)).join(',\n')}.\n\n${k.rand() < 0.4 ? `${k.pick(DOES)}\n\n` : ''}${list.map(({n, t}) => G(n, t)).join(',\n')}.`
  },
  stanzas: (k) => {
    const list = [0, 1, 2].map(() => k.pair())
    const heading = k.pick(['', '', '[Translation]\n\n', 'In English:\n\n'])
    return `${list.map(({n, x}) => L(n, x)).join('\\\n')}\n\n${heading}${list.map(({n, t}) => G(n, low(t))).join('\\\n')}`
  },
  noteBehindTag: (k) => {
    const {n, t, stop, speech} = said(k)
    k.notes.push(`${G(n, full(t, stop))}`)
    return `${speech} ${k.tag()}.${k.pick(['[#]', ' [#]', ' (#)']).replace('#', String(k.notes.length))} ${k.pick(DOES)}`
  },
  verseItalic: (k) => {
    const list = [0, 1, 2, 3].map(() => k.pair())
    return `*${list.map(({n, x}) => L(n, x)).join(',\n')}*\n\n${k.pick(DOES)}\n\n*${list.map(({n, t}) => G(n, t)).join(',\n')}*`
  },
  verseMixed: (k) => {
    const list = [0, 1, 2].map(() => k.pair())
    const i = k.pick(['*', ''])
    return list.map(({n, x, t}) => `${L(n, x)},\n${i}${G(n, t)},${i}`).join('\n')
  },
  verseSlash: (k) => {
    const list = [0, 1].map(() => k.pair())
    return `“${list.map(({n, x}) => L(n, x)).join(' / ')}” ${k.tag()}. (${list.map(({n, t}) => G(n, t)).join(' / ')})`
  },
}

/** Words in narration. */
const LOANS: Readonly<Record<string, Way>> = {
  leadIn: (k) => {
    const {n, w, g} = k.word()
    const lead = k.pick(['literally, ', 'literally ', 'i.e. ', 'that is, ', 'meaning ', 'or ', 'or ', 'lit. ', 'in our tongue, ', 'roughly '])
    return `${k.pick(['A', 'Her', 'The old'])} ⟦W${n}|${w}⟧ (${lead}⟦G${n}|${g}⟧) stood by the ${k.pick(['gate', 'door', 'well'])}.`
  },
  plainBracket: (k) => {
    const {n, w, g} = k.word()
    return `“Bring me the ⟦W${n}|${w}⟧ (⟦G${n}|${g}⟧) and be quick,” ${k.tag()}.`
  },
  the: (k) => {
    const {n, w, g} = k.word()
    return `They went in by the ⟦W${n}|${w}⟧, ⟦G${n}|the ${g}⟧, and ${k.pick(['nobody spoke', 'waited for dark'])}.`
  },
  or: (k) => {
    const {n, w, g} = k.word()
    return `He kept a ⟦W${n}|${w}⟧, or ⟦G${n}|${g}⟧, under the bed.`
  },
  bracket: (k) => {
    const {n, w, g} = k.word()
    return `Somebody had left the ⟦W${n}|${w}⟧ (⟦G${n}|${g}⟧) by the well.`
  },
  italicBracket: (k) => {
    const {n, w, g} = k.word()
    return `“Where is the *⟦W${n}|${w}⟧* (⟦G${n}|${g}⟧)?” ${k.tag()}.`
  },
  dashes: (k) => {
    const {n, w, g} = k.word()
    return `There was a ⟦W${n}|${w}⟧ — ⟦G${n}|a ${g}⟧ — on the table.`
  },
  dashEnd: (k) => {
    const {n, w, g} = k.word()
    return `She had brought her ⟦W${n}|${w}⟧—⟦G${n}|her ${g}⟧.`
  },
  called: (k) => {
    const {n, w, g} = k.word()
    return `The ⟦G${n}|${g}⟧ was called a ⟦W${n}|${w}⟧ there.`
  },
  means: (k) => {
    const {n, w, g} = k.word()
    return `They called it ⟦W${n}|${w}⟧, which ${k.pick(['means', 'meant', 'is'])} ⟦G${n}|${g}⟧.`
  },
  wordFor: (k) => {
    const {n, w, g} = k.word()
    return `⟦W${n}|${w}⟧ is their word for ⟦G${n}|${g}⟧.`
  },
  reverse: (k) => {
    const {n, w, g} = k.word()
    return `He showed her the ⟦G${n}|${g}⟧ (⟦W${n}|${w}⟧) without a word.`
  },
  thats: (k) => {
    const {n, w, g} = k.word()
    return `“And mind the ⟦W${n}|${w}⟧, that’s ⟦G${n}|the ${g}⟧,” ${k.tag()}.`
  },
  quoted: (k) => {
    const {n, w, g} = k.word()
    return `“⟦W${n}|${w}⟧ means ‘⟦G${n}|${g}⟧’,” ${k.tag()}.`
  },
}

const BARE: readonly Way[] = [
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}. ${k.pick(DOES)}`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}. “${k.english()}”`
  },
  (k) => {
    const {bare, stop} = said(k)
    return `“${bare}${stop} ${k.english()}” ${k.pick(DOES)}`
  },
  (k) => {
    const {bare} = said(k)
    return `“${k.english()} ${bare}.” ${k.pick(DOES)}`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${k.english()}” said Marek.`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}.\n\n“${k.pick(ASKS)}”\n\n“${k.english()}”`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()} (${k.pick(ASIDES)}).`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}.\n\n${k.narration()}`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}, and ${low(k.pick(DOES))}`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}.\n\n*${k.english()}* she thought.`
  },
]
const BARE_BRACKETS: readonly Way[] = [
  (k) => {
    const {bare} = said(k)
    return `“${bare} (${k.pick(ASIDES)}), and that is all,” ${k.tag()}.`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} (${k.pick(ASIDES)}) and then ${low(k.pick(DOES))}`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()} [${k.pick(ASIDES)}]. “${k.english()}”`
  },
  (k) => {
    const {speech} = said(k)
    return `${speech} ${k.tag()}, which meant ${k.pick(['he was tired', 'nothing good', 'that she was angry again', 'trouble', 'that supper was late'])}.`
  },
]
const BARE_LOANS: readonly Way[] = [
  (k) => {
    const {n, w} = k.word()
    return `They sailed on the ⟦W${n}|${w}⟧ (${k.pick(['a small boat', 'two days late', 'pronounced hard', 'not the old one'])}) for a week.`
  },
  (k) => {
    const {n, w} = k.word()
    return `She looked up at the ⟦W${n}|${w}⟧. “${k.english()}”`
  },
  (k) => {
    const {n, w} = k.word()
    return `“You know the ⟦W${n}|${w}⟧. ${k.english()}” ${k.tag()}.`
  },
  (k) => {
    const {n, w} = k.word()
    return `The ⟦W${n}|${w}⟧ was still there, and ${low(k.pick(DOES))}`
  },
  (k) => {
    const {n, w} = k.word()
    return `“Bring the ⟦W${n}|${w}⟧, brother,” ${k.tag()}.`
  },
  (k) => {
    const {n, w} = k.word()
    return `He put the ⟦W${n}|${w}⟧ (${k.pick(ASIDES)}) on the table.`
  },
]

export async function madePieces(data: string, count: number, weight: number): Promise<GoldStory[]> {
  const folder = '../shared/eval'
  const {random, readPairs, readWords, readHost} = await import(pathToFileURL(join(folder, 'make-stories.mjs')).href)
  const {parsePassage} = await import(pathToFileURL(join(folder, 'passages.mjs')).href)
  const languages = readdirSync(join(data, 'pairs'))
    .sort()
    .map((file) => ({file, pairs: readPairs(join(data, 'pairs', file)) as [string, string][]}))
    .filter(({pairs}) => pairs.length > 100)
  const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'))
  const words = readWords(join(data, 'dicts', `${plan.words}.tsv`)) as [string, string][]
  const books = [
    'l-frank-baum_the-wonderful-wizard-of-oz',
    'robert-louis-stevenson_treasure-island',
    'e-e-smith_the-skylark-of-space',
    'joseph-conrad_an-outcast-of-the-islands',
  ].map((book) => (readHost(join(data, 'books', `${book}.jsonl`)) as {text: string}[]).map(({text}) => text))
  const speeches = books.flat().flatMap((text) => [...text.matchAll(/“([^“”]{8,90}[.!?])”/gu)].map(([, said]) => said as string))
  const told = books.flat().filter((text) => !/[“”(]/u.test(text) && text.length > 60 && text.length < 400)
  const stories: GoldStory[] = []
  const names = Object.keys(WAYS)
  const loans = Object.keys(LOANS)
  for (let i = 0; i < count; i++) {
    const rand = random(9000 + i) as () => number
    const pick: Pick = (list) => list[Math.floor(rand() * list.length)] as (typeof list)[number]
    const {file, pairs} = languages[i % languages.length] as (typeof languages)[number]
    let n = 0
    const used = new Set<string>()
    const notes: string[] = []
    const kit: Kit = {
      rand,
      pick,
      pair: () => {
        let [x, t] = pick(pairs)
        while (used.has(x)) [x, t] = pick(pairs)
        used.add(x)
        const stop = /[?!]$/u.exec(t)?.[0] ?? '.'
        return {n: ++n, x: x.replace(/[.?!…]+$/u, ''), t: t.replace(/[.?!…]+$/u, ''), stop}
      },
      word: () => {
        const [w, g] = pick(words)
        return {n: ++n, w, g}
      },
      english: () => pick(speeches),
      narration: () => pick(told),
      tag: () => pick(TAGS),
      notes,
    }
    const withLoans = i % 4 === 3
    const ways = [names[(i * 7) % names.length] as string, pick(names)]
    const own = withLoans ? [pick(loans), pick(loans)] : []
    const rate = pick([0.3, 0.5, 0.8, 1])
    const paragraphs: string[] = []
    for (let k = 0; k < 7; k++) {
      if (rand() < 0.4) paragraphs.push(rand() < 0.5 ? kit.narration() : `“${kit.english()}” ${kit.tag()}.`)
      if (withLoans && rand() < 0.6) paragraphs.push(rand() < rate ? LOANS[pick(own)]!(kit) : pick(BARE_LOANS)(kit))
      else paragraphs.push(rand() < rate ? WAYS[rand() < 0.75 ? ways[0]! : ways[1]!]!(kit) : pick(rand() < 0.7 ? BARE : BARE_BRACKETS)(kit))
    }
    const style = pick(['. ', ' – ', ' - ', ') ', ': ', 'bracket'])
    notes.forEach((note, k) => {
      const closed = note.startsWith('“') ? note.replace(/⟧/u, '⟧”') : note
      paragraphs.push(style === 'bracket' ? `[${k + 1}] ${closed}` : `${k + 1}${style}${closed}`)
    })
    let text = paragraphs.join('\n\n')
    if (rand() < 0.4) text = text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")
    const {text: plain, marks} = parsePassage(`%% made\n\n${text}`) as {text: string; marks: {kind: string; ids: string[]; start: number; end: number}[]}
    const of = (kind: string) => marks.filter((m) => m.kind === kind)
    const span = ({start, end}: {start: number; end: number}): [number, number] => [start, end]
    const gold = {
      utterances: of('L').map((m) => ({id: m.ids[0] as string, span: span(m)})),
      loans: of('W').map((m) => ({id: m.ids[0] as string, span: span(m)})),
      names: [],
      glosses: of('G').map((m) => ({parts: [{span: span(m), of: m.ids}]})),
    }
    const format: Format = 'markdown'
    stories.push(goldStory(`${ways.join('+')}-${file}-${i}`, `made-${i % 7}`, plain, format, gold, weight))
  }
  return stories
}
