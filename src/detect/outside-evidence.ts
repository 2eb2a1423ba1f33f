import type {Host} from '../hosts/types.js'
import {createHeadwordFinder, type FindPhrase} from '../lexicon/phrases.js'
import type {Entry, Lexicon} from '../lexicon/types.js'
import {flagForms} from '../prose/form-table.js'
import type {PrintedForm} from '../prose/types.js'
import {isForeignDeclaration, judgeDeclaredSpan} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {flatMap} from '../util/lists.js'
import {addressesIn} from './addresses.js'
import type {Candidate, ClueContext, ClueDefinition, GlossCandidate} from './types.js'

/** What is known of words beside what the chain reads: what the author says, what dictionaries have, what clues of the user's say. In log-odds. */
export interface OutsideEvidence {
  /** By token; `undefined` where nothing is known from outside. */
  readonly odds: Float64Array | undefined
  /** By token, what is declared: 1 foreign, -1 the host's; what stands in addresses and names of speakers is of no language, as if declared. */
  readonly declared: Int8Array
  /** By token: how many words from here on are one headword of a dictionary. */
  readonly phrases: Uint8Array
  /** What each clue of the user's says of each token. */
  readonly custom: readonly {readonly name: string; readonly odds: Float64Array}[]
}

/** What the author says outright is more than everything else together. */
export const SAID = 60
/** A mark that translates makes what is said right before it foreign, and what else that voice says likely so. */
const SAME_VOICE = 6
/** A word that a dictionary explains: unknown to the host, rare in it, common in it. What the author's own list says is less: lists of casts look alike. */
const EXPLAINED = [15, 2, 0.5] as const
const LISTED = [5, 1.5, 0.5] as const
const PHRASE = {given: 15, listed: 5}
/** SCOWL's size up to which a word is common. */
const COMMON = 40

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly host: Pick<Host, 'functionWords' | 'familiarity' | 'uninflect'>
  /** Dictionaries that the user gives or the author states; and lists that the story seems to have. */
  readonly given: readonly Lexicon[]
  readonly listed: readonly Lexicon[]
  readonly glossCandidates: readonly GlossCandidate[]
  readonly ignore: ReadonlySet<string>
  readonly clues: readonly ClueDefinition[]
  readonly context: ClueContext
}

const isWord = ({kind}: Pick<Entry, 'kind'>): boolean => kind !== 'name'

/** Whether some lexicon has a word, with the host's plural or possessive or without; names of people and places stand in stories of any language. */
function explainedBy(lexicons: readonly Lexicon[], {uninflect}: Pick<Host, 'uninflect'>): (word: PrintedForm) => boolean {
  const has = (surface: string): boolean =>
    lexicons.some(({lookup}) => {
      const [best] = lookup(surface)
      return best !== undefined && isWord(best.entry)
    })
  return ({surface}) => has(surface) || uninflect(surface).some(has)
}

/** Adds what marks of translations say of the sentences before them. */
function addMarks(odds: Float64Array, passages: readonly Passage[], glossCandidates: readonly GlossCandidate[]): void {
  for (const {convention, passage: index, start} of glossCandidates) {
    if (convention !== 'mark') continue
    const {text, sentences, tokens} = passages[index] as Passage
    let last = sentences.length - 1
    while (last >= 0 && ((sentences[last]?.end ?? 0) > start || sentences[last]?.zone === 'narration' || sentences[last]?.zone === 'bracket')) last--
    const spoken = sentences[last]
    if (!spoken) continue
    const atOnce = /^[\s"'”’»*_]*$/u.test(text.slice(spoken.end, start))
    for (let at = last; at >= 0 && sentences[at]?.region === spoken.region; at--) {
      const {words} = sentences[at] as typeof spoken
      const weight = at === last && atOnce ? SAID : SAME_VOICE
      for (let i = words.start; i < words.end; i++) odds[tokens.start + i]! += weight / (weight === SAID ? 1 : words.end - words.start)
    }
  }
}

/** A single word that the author declares not to be foreign is not foreign elsewhere either. */
function addDeclaredHostWords(odds: Float64Array, declared: Int8Array, {passages, context: {survey}}: Knowledge): void {
  const {forms, tokens} = survey
  const keyAt = (token: number): number => (forms[tokens.forms[token] as number] as PrintedForm).keyIndex
  const keys = new Set<number>()
  for (const {wordDeclarations: said, tokens: own} of passages) {
    for (let i = 0; i < said.length; i++) {
      const isSingle = said[i] !== said[i - 1] && said[i] !== said[i + 1]
      if (isSingle && declared[own.start + i] === -1) keys.add(keyAt(own.start + i))
    }
  }
  if (keys.size === 0) return
  for (let token = 0; token < odds.length; token++) if (declared[token] === 0 && keys.has(keyAt(token))) odds[token]! -= SAID / 2
}

/** What clues of the user's say: of a sentence, shared out among its words; of single words. */
function customOdds({passages, clues, context}: Knowledge, count: number) {
  return clues.map(({name, of, prepare}) => {
    const odds = new Float64Array(count)
    const weigh = prepare(context)
    if (weigh) {
      for (const {index: passage, sentences, tokens} of passages) {
        for (const [sentence, {start, end, words}] of sentences.entries()) {
          const line: Candidate = {kind: 'line', passage, sentence, start, end, words}
          const share = of.includes('line') ? weigh(line) / (words.end - words.start) : 0
          for (let i = words.start; i < words.end; i++) {
            const place = {start: context.survey.tokens.starts[tokens.start + i] as number, end: context.survey.tokens.ends[tokens.start + i] as number}
            odds[tokens.start + i] = share + (of.includes('word') ? weigh({kind: 'word', passage, sentence, ...place, words: {start: i, end: i + 1}}) : 0)
          }
        }
      }
    }
    return {name, odds}
  })
}

/** Gathers what is known of the words of a story from outside of it. */
export function outsideEvidence(knowledge: Knowledge): OutsideEvidence {
  const {passages, host, given, listed, glossCandidates, ignore, clues, context} = knowledge
  const lexicons = [...given, ...listed]
  const {forms, tokens, tierOf} = context.survey
  const count = passages.at(-1)?.tokens.end ?? 0
  const declared = new Int8Array(count)
  const phrases = new Uint8Array(count)
  const isDeclared = passages.some(({wordDeclarations}) => wordDeclarations.length > 0)
  const isMarked = glossCandidates.some(({convention}) => convention === 'mark')
  const addresses = addressesIn(passages, tokens)
  if (addresses.length === 0 && !isDeclared && !isMarked && lexicons.length === 0 && clues.length === 0 && ignore.size === 0)
    return {odds: undefined, declared, phrases, custom: []}
  const odds = new Float64Array(count)
  const isGiven = explainedBy(given, host)
  const isListed = explainedBy(listed, host)
  const byForm = new Float64Array(forms.length)
  for (let form = 0; form < forms.length; form++) {
    const word = forms[form] as PrintedForm
    if (lexicons.length > 0 && !ignore.has(word.key)) {
      const tier = tierOf(word)
      const row = tier === undefined ? 0 : tier > COMMON ? 1 : 2
      byForm[form] = given.length > 0 && isGiven(word) ? EXPLAINED[row] : listed.length > 0 && isListed(word) ? LISTED[row] : 0
    }
  }
  for (let token = 0; token < count; token++) odds[token] = byForm[tokens.forms[token] as number] as number
  const finder: FindPhrase | undefined = lexicons.length === 0 ? undefined : createHeadwordFinder(flatMap(lexicons, ({entries}) => entries.filter(isWord)))
  const weight = given.length > 0 ? PHRASE.given : PHRASE.listed
  const isHomograph = flagForms(forms, ({surface}) => finder !== undefined && host.familiarity(surface).rule === 'homograph')
  for (const {text, words, tokens: own, wordDeclarations: said, sentences} of finder || isDeclared ? passages : []) {
    for (let i = 0; finder && i < words.length; i++) {
      const length = finder(text, words, i)
      if (length === 0) continue
      // No story can do without the words of its grammar.
      if (words.slice(i, i + length).every(({key}) => host.functionWords.has(key) || ignore.has(key))) continue
      phrases[own.start + i] = Math.min(255, length)
      for (let k = 0; k < length; k++) odds[own.start + i + k]! += weight
      i += length - 1
    }
    for (let i = 0; i < said.length; i++) {
      const declaration = said[i]
      if (!declaration) continue
      declared[own.start + i] = isForeignDeclaration(declaration) ? 1 : -1
      // A single word that is said to be foreign says nothing of those beside it.
      odds[own.start + i] = isForeignDeclaration(declaration) ? 0 : -SAID
    }
    for (const {words: range} of said.length > 0 ? sentences : []) {
      if (judgeDeclaredSpan(said, range) > 0) odds.fill(SAID, own.start + range.start, own.start + range.end)
    }
    // Translations are in the host's language: words that it has too are its own there.
    for (const {zone, words: range} of finder ? sentences : []) {
      if (zone !== 'bracket') continue
      for (let i = range.start; i < range.end; i++) {
        const token = own.start + i
        if (declared[token] === 0 && isHomograph[tokens.forms[token] as number] === 1) odds[token] = -SAID / 4
      }
    }
  }
  if (isDeclared) addDeclaredHostWords(odds, declared, knowledge)
  for (const token of addresses) {
    odds[token] = -SAID / 2
    if (declared[token] === 0) declared[token] = -1
  }
  if (isMarked) addMarks(odds, passages, glossCandidates)
  const custom = customOdds(knowledge, count)
  for (const one of custom) for (let token = 0; token < count; token++) odds[token]! += one.odds[token] as number
  return {odds, declared, phrases, custom}
}
