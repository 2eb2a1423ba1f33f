/**
 * Every noun of the house, in the order of the street. No code.
 *
 * Two systems of coordinates, never mixed: a `Span` counts UTF-16 code units of a passage's `text` (what the
 * reader sees), a `SourceSpan` those of the source as given, with its escapes, entities and markers. Ends are
 * exclusive. Probabilities are 0..1, weights of clues are natural log-odds.
 */
import type * as Hast from 'hast'
import type {ElementContent} from 'hast'
import type * as Mdast from 'mdast'
import type {PhrasingContent} from 'mdast'
import type {Parent} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

// ── places ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A stretch of a passage's `text`, in UTF-16 code units. */
export interface Span {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A span together with the passage that it lies in. */
export interface Place extends Span {
  /** Index into the story's passages. */
  readonly passage: number
}

/** A stretch of the source as given, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

// ── flatten: source → tree → Passage[] ───────────────────────────────────────────────────────────────────────

/** How a story is written. */
export type Format = 'markdown' | 'text' | 'html'

/** A tree that a story is parsed to: mdast for Markdown and plain text, hast for HTML. */
export type Tree = Mdast.Root | Hast.Root
/** Any node of one. */
export type TreeNode = Mdast.Nodes | Hast.Nodes
/** Any node of one that has children. */
export type TreeParent = Mdast.Parents | Hast.Parents

/** A run of characters that lie side by side in both coordinates; a run of unequal lengths is one escape or entity. */
export interface Run extends Span {
  readonly source: SourceSpan
  /** In the source it does not follow on the run before: other words stand between, or it comes earlier. */
  readonly torn?: true
}

/** One text node of a block, or an opaque node (code, image, HTML) that shows as one U+FFFC. */
export interface Piece extends Span {
  readonly node: TreeNode
}

/** What the author says a stretch to be: of a language (BCP 47), or, with nothing but its place, of the host language. */
export interface Declaration extends Span {
  readonly lang?: string
  /** As what a mark sets it; a `line` or `word` without `lang` is of the story's language, a `gloss` is of the host's. */
  readonly as?: MarkName | 'term'
  /** What a mark says that it means. */
  readonly meaning?: string
}

/** The marks by which an author says outright what a stretch is; `host` stands for no foreign language. */
export type MarkName = 'line' | 'word' | 'gloss' | 'host'

/** A mark that refers to a note: `label` is the note's. */
export interface Reference extends Span {
  readonly label: string
}

/** What is shown over a stretch: its `title` in HTML, which appears when a pointer rests on it, its ruby; the title of a link in Markdown. */
export interface Hover extends Span {
  readonly shown: string
}

/** A printed form, wherever it stands. */
export interface PrintedForm {
  readonly surface: string
  /** What it is looked up by. */
  readonly key: string
  /** Which printed form of the story it is, counted through: what is asked once for each form is kept by this. */
  readonly form: number
  /** Which key of the story it has, counted through. */
  readonly keyIndex: number
}

/** The words of a story, one after the other, as numbers: a hundred thousand objects would cost more than all that is done with them. */
export interface Tokens {
  /** In UTF-16 code units of the paragraph's text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Numbers of printed forms. */
  readonly forms: Int32Array
}

/** A word as printed. */
export interface Word extends Span, PrintedForm {}

/** What is said, the marks around it left out. A mark is empty where the author set none: before `, said Mira` after a dash. */
export interface Quotation extends Span {
  readonly open: Span
  /** Absent where nothing closes it: speech that goes on in the next passage, or whose mark was forgotten. */
  readonly close?: Span
}

/** What stands between two brackets; `outer` includes them. */
export interface Bracket extends Span {
  readonly kind: 'round' | 'square'
  readonly outer: Span
}

/** Where a sentence stands: spoken, bracketed, told, or told with emphasis on several words, as thoughts and letters are. */
export type Zone = 'speech' | 'bracket' | 'narration' | 'emphasis'

/** A sentence of a passage, be it of the host language or not. */
export interface Sentence extends Span {
  readonly zone: Zone
  /** Which quotation, bracket or stretch of narration of the passage, counted through. */
  readonly region: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** A parent's words, its inline markup set aside. Its `text` counts for the spans of all that follows. */
export interface Block {
  readonly parent: TreeParent
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The way back to the source; gaps where the tree does not say where a node stands. */
  readonly runs: readonly Run[]
  readonly emphases: readonly Span[]
  readonly declarations: readonly Declaration[]
  readonly references: readonly Reference[]
  readonly hovers: readonly Hover[]
}

/** One paragraph of the story: a block, or as much of one as line breaks or other blocks set apart. */
export interface Passage extends Omit<Block, 'parent' | 'pieces' | 'runs'> {
  readonly index: number
  readonly block: Block
  /** Where the passage's text begins in the block's. */
  readonly offset: number
  readonly heading: boolean
  /** By what marks refer to it: the number of a list item, the identifier of a footnote, an id. */
  readonly labels: readonly string[]
  readonly quotations: readonly Quotation[]
  readonly brackets: readonly Bracket[]
  /** Indices of its words among those of the story, end exclusive. */
  readonly tokens: Span
  /** Its words; made when they are first asked for. */
  readonly words: readonly Word[]
  /** For each word, the innermost declaration around it; empty, where nothing is declared. */
  readonly said: readonly (Declaration | undefined)[]
  readonly sentences: readonly Sentence[]
}

// ── the host language ────────────────────────────────────────────────────────────────────────────────────────

/** How well the host language knows a word: `tier` is SCOWL's size (10 is the commonest), absent when it does not. */
export interface Familiarity {
  readonly tier?: number
  /**
   * The rule by which the list was reached, when the word itself is not in it: `clitic`, `stutter`, …; `homograph`, when the author lists it
   * as another language's.
   */
  readonly rule?: string
}

/** How a word and what explains it are joined. */
export interface Connection {
  /** Words, by key, that stand side by side in every such phrase. */
  readonly cues: readonly (readonly string[])[]
  /** What the phrase is known by; anywhere in a text, global. */
  readonly core: RegExp
  /** The whole phrase, right behind the word or quotation. */
  readonly phrase: RegExp
  /** What may stand between a speech and the phrase: who said it. */
  readonly tag?: RegExp
}

/** How a host language introduces a translation; every expression is anchored at the beginning unless it says otherwise. */
export interface Glossing {
  /** What stands before a translation and is none of it: *literally*, *i.e.*, *or*. */
  readonly leadIn: RegExp
  /** What joins a word or quotation to its translation: *, which means*. */
  readonly means: Connection
  /** How goes on what is no translation of a word that somebody *means*. */
  readonly notMeant: RegExp
  /** What joins a word to another name for it: *, or*. */
  readonly or: Connection
  /** How the other member of a true alternative begins. */
  readonly another: RegExp
  /** How a bracket begins that translates nothing. */
  readonly aside: RegExp
  readonly gesture: RegExp
  readonly remark: RegExp
  /** A heading over a list of translations; the whole text. */
  readonly heading: RegExp
  /** A word, whole, after which a noun phrase begins. */
  readonly determiner: RegExp
  /** Where a clause goes on after a noun phrase; anywhere in a text. */
  readonly clause: RegExp
}

/** The language that the story is told in. */
export interface Host {
  /** BCP 47. */
  readonly lang: string
  /** Of any word, as printed. */
  readonly familiarity: (word: string) => Familiarity
  /** Numbers and initials, which belong to no language. */
  readonly isNeutral: (word: PrintedForm) => boolean
  /** Log-odds that a word is foreign rather than of this language, from nothing but the word itself. */
  readonly foreignOdds: (word: PrintedForm, familiarity: Familiarity) => number
  /** Natural log-probability of a word's spelling, given that it is a word of the host language. */
  readonly spelling: (key: string) => number
  /** Words of grammar: articles, pronouns, prepositions, auxiliaries. */
  readonly functionWords: ReadonlySet<string>
  /** The name in a possessive (*Dominic's*); any other key as it is. */
  readonly possessor: (key: string) => string
  /** Abbreviations whose full stop ends no sentence, lower case, without the stop. */
  readonly abbreviations: ReadonlySet<string>
  readonly glossing: Glossing
  /** The form under which inflected forms of one word meet when words are compared across translations. */
  readonly stem: (key: string) => string
}

// ── survey ───────────────────────────────────────────────────────────────────────────────────────────────────

/** How often a story uses each key, by its index. */
export interface Uses {
  readonly total: Int32Array
  readonly capitalised: Int32Array
  /** In speech. */
  readonly spoken: Int32Array
  /** In narration. */
  readonly told: Int32Array
  /** In narration that is most likely of the host language, capitalised; and not only because it begins a sentence or is shouted. */
  readonly titled: Int32Array
  readonly named: Int32Array
  /** In speech that is surely of the host language, capitalised, and not only because it begins a sentence or is shouted. */
  readonly called: Int32Array
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  readonly leading: Int32Array
}

/** What the whole story tells before anything is decided. */
export interface Survey {
  /** All printed forms of the story, by their numbers. */
  readonly forms: readonly PrintedForm[]
  /** The words of the story, one after the other. */
  readonly tokens: Tokens
  /** The host's tier of a word, absent when it does not know it. */
  readonly tierOf: (word: PrintedForm) => number | undefined
  /** Log-odds that a word, wherever it stands, is foreign rather than of the host language. */
  readonly wordOdds: (word: PrintedForm) => number
  /** Log-odds that a spelling is of the story's foreign language rather than the host's. */
  readonly spellingOdds: (key: string) => number
  /** Keys of the words that the host language's sentences use as names. */
  readonly names: ReadonlySet<string>
  /** How often each key stands in a line that the survey takes for foreign. */
  readonly foreignCounts: ReadonlyMap<string, number>
  readonly uses: Uses
  /** For each passage, for each sentence: log-odds of being foreign, from its words alone. */
  readonly sentenceOdds: readonly Float64Array[]
}

// ── propose, judge ───────────────────────────────────────────────────────────────────────────────────────────

/** One reason for believing or doubting, in log-odds: above 0 for a foreign line, below 0 against it. */
export interface Clue {
  /** As on the shelf, `declared` where the author says so, or that of a clue of your own. */
  readonly name: string
  /** Natural log-odds. */
  readonly weight: number
}

/** A sentence, or a single word inside a sentence of the host language, that may be foreign. */
export interface Candidate extends Place {
  readonly kind: 'line' | 'word'
  readonly sentence: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** A candidate that the clues have spoken for. */
export interface Finding extends Candidate {
  /** 0..1. */
  readonly confidence: number
  readonly clues: readonly Clue[]
}

/** What a clue may look at. */
export interface Evidence {
  readonly passages: readonly Passage[]
  readonly host: Host
  readonly survey: Survey
  readonly sites: readonly GlossSite[]
  readonly lexicons: readonly Lexicon[]
  /** What has been found so far: nothing, when lines are judged for the first time; lines, when words are. */
  readonly found: readonly Finding[]
  /** What clues have made of the rest of this, by what made it: the same map each time that a story's candidates are judged. */
  readonly made: Map<unknown, unknown>
}

/**
 * A clue of the shelf. `prepare` sees the whole story once and returns the function that weighs a candidate in
 * constant time: log-odds, 0 where the clue has nothing to say.
 */
export interface ClueMaker {
  readonly name: string
  readonly of: readonly Candidate['kind'][]
  /** Sees the whole story; what it returns weighs a candidate. Nothing, where it has nothing to say of any. */
  readonly prepare: (evidence: Evidence) => ((candidate: Candidate) => number) | undefined
}

// ── pair ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A place where a convention would put a gloss; whether it is one is decided when there is something that it translates. */
export interface GlossSite extends Place {
  readonly convention: string
  /** The translation itself, its brackets left out; in the same passage. */
  readonly content: Span
  /** Where that stands which is translated; several times, if a list at the end translates what is said again and again. */
  readonly of: readonly Place[]
  /**
   * What of it: `all` that stands there, whether line or word; or what comes `before` the end of it, as brackets do: a
   * word that ends there, else the lines that no other gloss has claimed.
   */
  readonly reach: 'all' | 'before'
  /** How much it reads as the translation of a line, and of a word, in log-odds. */
  readonly odds: {readonly line: number; readonly word: number}
  /** A word that the author lists with its meaning, as printed there: an entry for the dictionary. */
  readonly headword?: string
}

/** A way of writing a gloss. `find` proposes sites in the order of the text. */
export interface Convention {
  readonly name: string
  /**
   * Proposes, whether or not anything stands there that could be translated.
   *
   * @returns sites in the order of the text
   */
  readonly find: (passages: readonly Passage[], knowledge: {readonly host: Host; readonly survey: Survey}) => readonly GlossSite[]
}

/** Glosses that follow each other at once, and the findings before them that they translate, by their indices. */
export interface Pairing {
  readonly sites: readonly GlossSite[]
  readonly of: readonly number[]
}

// ── align ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The part of a gloss that renders some of its findings. */
export interface Part extends Span {
  readonly of: readonly number[]
}

/** One gloss, its findings, and which part of it renders which. */
export interface AlignedGloss {
  readonly site: GlossSite
  readonly of: readonly number[]
  readonly parts: readonly Part[]
}

/** A word of a line and the words of its translation that render it. */
export interface WordLink {
  readonly source: Place
  readonly target: Place
  /** Key of the foreign word. */
  readonly key: string
  /** What renders it, as a glossary puts it. */
  readonly meaning: string
  readonly confidence: number
}

// ── the dictionary ───────────────────────────────────────────────────────────────────────────────────────────

/** How sure a meaning is: a gloss says so; somebody concluded it; nobody knows. */
export type Certainty = 'attested' | 'inferred' | 'unknown'

/**
 * Who answers for it: a program proposes; a person accepts or rejects. Absent where a person wrote it, which is acceptance. What is
 * `proposed` decides nothing, and what is `rejected` is kept so that it is not proposed again.
 */
export type Status = 'proposed' | 'accepted' | 'rejected'

/** One meaning of an entry. */
export interface Sense {
  readonly definition: string
  readonly certainty?: Certainty | undefined
  readonly status?: Status | undefined
}

/** An inflected form of a headword. */
export interface InflectedForm {
  readonly form: string
  readonly meaning?: string | undefined
}

/** Where a person can read the word; numbers, never the sentence. */
export interface Attestation {
  readonly work?: string | undefined
  readonly chapter?: number | undefined
  readonly paragraph?: number | undefined
}

/** Where the annotator met the word, in the source as given. */
export interface Evidenced extends SourceSpan {
  /** The story, where more than one is spoken of. */
  readonly work?: string | undefined
  /** As printed, where that is not the headword. */
  readonly form?: string | undefined
  /** What the headword or a spelling of it was translated by, as printed but for a capital at the beginning of a sentence. */
  readonly meaning?: string | undefined
  /** Of the meaning, 0..1. */
  readonly confidence?: number | undefined
  /** The translated words, where a link was drawn. */
  readonly translation?: SourceSpan | undefined
}

/** An entry as people write it. A headword that begins or ends with `-` is an affix. */
export interface Entry {
  readonly headword: string
  readonly kind?: 'word' | 'name' | undefined
  /** `noun`, `v`, …; what stands behind a colon or space refines it: `noun:animate` is a `noun`. */
  readonly partOfSpeech?: string | undefined
  /** Meanings, the commonest first; a string is a sense with nothing but its definition. */
  readonly senses?: readonly (string | Sense)[] | undefined
  readonly forms?: readonly (string | InflectedForm)[] | undefined
  /** Other spellings of the headword; of an affix, its other shapes, hyphens included. */
  readonly variants?: readonly string[] | undefined
  readonly certainty?: Certainty | undefined
  readonly notes?: string | undefined
  /** Headwords of related entries. */
  readonly see?: readonly string[] | undefined
  readonly attestations?: readonly Attestation[] | undefined
  /** Headwords of the entries that it is built of, in order, affixes with their hyphens. */
  readonly parts?: readonly string[] | undefined
  /** Parts of speech that an affix attaches to; any, where absent. */
  readonly attachesTo?: readonly string[] | undefined
  /** Part of speech of what an affix makes; that of the stem, where absent. */
  readonly gives?: string | undefined
  /** Which of the dictionary's slots an affix stands in. */
  readonly slot?: string | undefined
  /** Changes of spelling where this affix meets its stem, see `Inflection`. */
  readonly seams?: readonly string[] | undefined
  readonly status?: Status | undefined
  /** Learnt: how often the word was met. */
  readonly count?: number | undefined
  /** Learnt: where. */
  readonly evidence?: readonly Evidenced[] | undefined
}

/** How a language is spelt. */
export interface Spelling {
  /** The letters in the order of the alphabet; a letter may be of several characters (`ch`). */
  readonly letters?: readonly string[] | undefined
  /** Whether case tells words apart, as in Klingon. Default: it does where the headwords use capitals inside of words. */
  readonly caseSensitive?: boolean | undefined
  /** Characters besides letters, marks and digits that stand inside words. Default: apostrophes and `-`. */
  readonly joiners?: string | undefined
  /** Spellings of the same letter, folded to the first: `[["'", "’", "ʼ"]]`. */
  readonly variants?: readonly (readonly string[])[] | undefined
  /** Names for sets of letters, for use in seams: `{"vowel": ["a", "e"]}`. */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
}

/** How the words of a language are inflected; the affixes themselves are entries. */
export interface Inflection {
  /** The order of affixes, from the stem outwards: two of one slot exclude each other. An affix without a slot may stand anywhere. */
  readonly slots?: readonly string[] | undefined
  /**
   * Changes of spelling where two parts meet, `left+right=written`: `y+s=ies`, `n+b=mb`, `a+a=a`; `<vowel>` is any letter of a class, the
   * same wherever its name stands.
   */
  readonly seams?: readonly string[] | undefined
  /** Whether words are compounded without a hyphen. Default: they are where headwords are. */
  readonly compounds?: boolean | undefined
}

/** One invented language, written by a person. */
export interface Dictionary {
  readonly $schema?: string | undefined
  /** BCP 47; private languages as `art-x-…`, at most eight characters a subtag. */
  readonly language: string
  /** BCP 47, of definitions, notes and what forms mean. Default `'en'`. */
  readonly definitionLanguage?: string | undefined
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly source?: string | undefined
  readonly spelling?: Spelling | undefined
  readonly inflection?: Inflection | undefined
  readonly entries: readonly Entry[]
}

/** One way to undo a step from the surface to an entry. */
export interface Step {
  readonly kind: 'exact' | 'fold' | 'variant' | 'form' | 'prefix' | 'suffix' | 'infix' | 'compound' | 'hyphen' | 'guess'
  readonly from: string
  readonly to: string
}

/** One way to understand a word. `parts` are all entries that it is built of, affixes too, in order. */
export interface Reading {
  readonly entry: Entry
  readonly parts: readonly Entry[]
  readonly steps: readonly Step[]
  /** 0..1; 1 is the headword itself, as printed. */
  readonly score: number
}

/** How a word is looked up. */
export interface LookupOptions {
  /** Whether a word that is not found is answered with near ones, each with a step `guess`. Default false. */
  readonly fuzzy?: boolean | undefined
}

/** A dictionary that can be asked, as `createLexicon` makes it. */
export interface Lexicon {
  readonly language: string
  readonly entries: readonly Entry[]
  readonly spelling: Spelling
  readonly inflection?: Inflection | undefined
  /** Readings, best first; none for a word that the dictionary does not account for. */
  readonly lookup: (word: string, options?: LookupOptions) => readonly Reading[]
}

// ── link, weave: what the tree shows ─────────────────────────────────────────────────────────────────────────

/** A word of the invented language, looked up. */
export interface Term extends Place {
  readonly id: string
  readonly lang: string
  readonly key: string
  readonly surface: string
  readonly meaning?: string
  readonly readings: readonly Reading[]
}

export interface LinkedUtterance extends Place {
  readonly id: string
  readonly lang: string
  readonly translation?: string
  readonly gloss?: string
  readonly confidence: number
  readonly clues: readonly Clue[]
}

export interface LinkedGloss extends Place {
  readonly id: string
  readonly of: readonly string[]
  readonly convention: string
  readonly parts: readonly (Span & {readonly of: readonly string[]})[]
}

/** The story, read: everything that the tree and the standoff show. */
export interface Findings {
  readonly utterances: readonly LinkedUtterance[]
  readonly glosses: readonly LinkedGloss[]
  readonly terms: readonly Term[]
  readonly links: readonly WordLink[]
}

/** One sentence of the invented language. */
export interface UtteranceFields {
  type: 'utterance'
  id: string
  /** BCP 47. */
  lang: string
  translation?: string
  /** Id of the gloss that translates it. */
  gloss?: string
  /** 0..1: of those given 0.9, nine in ten are right. */
  confidence: number
  clues: Clue[]
}

/** The author's translation, its brackets included. */
export interface GlossFields {
  type: 'gloss'
  id: string
  /** Ids of utterances; of terms, when a single word is glossed. */
  of: string[]
  convention: string
}

/** What of a gloss renders one or several utterances. */
export interface TranslationFields {
  type: 'translation'
  /** Ids of the utterances. */
  of: string[]
}

/** A word of the invented language, in an utterance or as a loan. */
export interface TermFields {
  type: 'term'
  id: string
  lang: string
  /** What it is looked up by: folded, where what is printed is not. */
  key: string
  meaning?: string
  readings: Reading[]
}

/** What a node of ours says of the words in it, in whichever tree it stands. */
export type XenoglossFields = UtteranceFields | GlossFields | TranslationFields | TermFields

/** In mdast they are nodes of their own. */
interface Phrase extends Parent {
  children: PhrasingContent[]
}

/** In mdast: `UtteranceFields` around the words of the line. */
export interface UtteranceNode extends UtteranceFields, Phrase {
  type: 'utterance'
}
/** In mdast: `GlossFields` around the gloss. */
export interface GlossNode extends GlossFields, Phrase {
  type: 'gloss'
}
/** In mdast: `TranslationFields` inside a gloss. */
export interface TranslationNode extends TranslationFields, Phrase {
  type: 'translation'
}
/** In mdast: `TermFields` around the word. */
export interface TermNode extends TermFields, Phrase {
  type: 'term'
}

/** What mdast gets of ours, as phrasing content. */
export type XenoglossNode = UtteranceNode | GlossNode | TranslationNode | TermNode

declare module 'mdast' {
  interface PhrasingContentMap {
    utterance: UtteranceNode
    gloss: GlossNode
    translation: TranslationNode
    term: TermNode
  }
  interface RootContentMap {
    utterance: UtteranceNode
    gloss: GlossNode
    translation: TranslationNode
    term: TermNode
  }
}

declare module 'hast' {
  interface ElementData {
    /** In hast they are `span` elements that carry what they say. */
    xenogloss?: XenoglossFields | undefined
  }
}

// ── what is handed out ───────────────────────────────────────────────────────────────────────────────────────

/** An utterance, and where it stands. */
export interface StandoffUtterance extends SourceSpan, Omit<LinkedUtterance, keyof Place> {}

/** A gloss with its brackets, and where it stands. */
export interface StandoffGloss extends SourceSpan {
  readonly id: string
  /** Ids of utterances; of terms, when a single word is glossed. */
  readonly of: readonly string[]
  readonly convention: string
  /** Which of it renders which. */
  readonly parts: readonly (SourceSpan & {readonly of: readonly string[]})[]
}

/** A word, and where it stands. */
export interface StandoffTerm extends SourceSpan {
  readonly id: string
  readonly lang: string
  readonly headword?: string
  readonly meaning?: string
}

/** A word of a line, and the words of its translation that render it; offsets as of a `SourceSpan`. */
export interface StandoffLink {
  readonly source: readonly [start: number, end: number]
  readonly target: readonly [start: number, end: number]
  /** 0..1. */
  readonly confidence: number
}

/** The annotation beside the text: plain JSON, in the order of the text. */
export interface Standoff {
  readonly utterances: readonly StandoffUtterance[]
  readonly glosses: readonly StandoffGloss[]
  readonly terms: readonly StandoffTerm[]
  readonly links: readonly StandoffLink[]
}

/** What one story yields: a dictionary whose entries carry counts and evidence. */
export type Glossary = Dictionary

/** What `annotate` answers. */
export interface Annotation<T extends Tree = Mdast.Root> {
  /** Mdast for Markdown and plain text, hast for HTML. */
  readonly tree: T
  readonly standoff: Standoff
  /** The glossary of the language that most of the words belong to. */
  readonly glossary: Glossary
  /** One for each language met, in the order of first occurrence; `glossary` is among them. */
  readonly glossaries: readonly Glossary[]
  readonly messages: readonly VFileMessage[]
}

/** What `remarkXenogloss` and `rehypeXenogloss` leave on `file.data.xenogloss`; the tree is the pipeline's own. */
export type XenoglossData = Pick<Annotation, 'standoff' | 'glossary' | 'glossaries'>

declare module 'vfile' {
  interface DataMap {
    xenogloss: XenoglossData
  }
}

// ── proof-reading ────────────────────────────────────────────────────────────────────────────────────────────

/** What lies before a proof-reader: the story, and what was found in it. */
export interface Galley {
  readonly source: string
  readonly standoff: Standoff
  readonly glossaries: readonly Glossary[]
  /** Dictionaries, that of the author's own terms first. */
  readonly lexicons: readonly Lexicon[]
  readonly host: Host
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** Where glosses might stand, claimed or not. */
  readonly sites: readonly GlossSite[]
  /** What a stretch of the source shows: the same, but in HTML without tags and references. */
  readonly printed: (at: SourceSpan) => string
  /** Where a stretch of a passage stands in the source, and the other way round; nothing, where it has no place there. */
  readonly sourceAt: (place: Place) => SourceSpan | undefined
  readonly placeAt: (at: SourceSpan) => Place | undefined
  /** Line and column of an offset, as `12:3`. */
  readonly pointAt: (offset: number) => string
}

/** Something that a rule has to say of a stretch of the source. */
export interface Remark extends SourceSpan {
  /** What its sentence names, in order. */
  readonly about: readonly string[]
  /** What should stand there instead, where that is certain. */
  readonly expected?: string | undefined
}

/** A rule of proof-reading. It says what it has found in the order of the text or not, and never throws for any story. */
export interface Rule {
  readonly name: string
  readonly find: (galley: Galley) => readonly Remark[]
}

// ── shelves that write ───────────────────────────────────────────────────────────────────────────────────────

/** How a story is shown, whatever the renderer. */
export interface ShowOptions {
  /**
   * What becomes of the author's own glosses: `kept` as they are; `hidden`, which the reader's script does until it is asked, and
   * without it they stay; or `moved`, taken out of the text where the renderer shows the lines' translations. Default `'kept'`.
   */
  readonly gloss?: 'kept' | 'hidden' | 'moved' | undefined
  /** Which words are shown: all, each one where it first stands under a heading, or those that are not in `known`. Default `'every'`. */
  readonly density?: 'every' | 'first' | 'unknown' | undefined
  /** Words that readers know. Default none. */
  readonly known?: readonly string[] | undefined
  /** Languages to show, BCP 47. Default all. */
  readonly languages?: readonly string[] | undefined
  /** The language that the story is told in, BCP 47. Default `'en'`. */
  readonly lang?: string | undefined
  /** What ids and names begin with, where several stories stand on one page. Default `'xg-'`. */
  readonly prefix?: string | undefined
}

/** A line to be shown. */
export interface ShownLine {
  readonly fields: UtteranceFields
  /** Which one of the story, from 1. */
  readonly number: number
  /** As how many nodes it stands: markup may cut it. */
  readonly pieces: number
  /** Its words, those that are not to be shown too, as printed. */
  readonly words: readonly {readonly fields: TermFields; readonly surface: string}[]
}

/** What a renderer may know beside the node that it shows. */
export interface Scene {
  /** Lines and words by their ids; of what is not to be shown, nothing. */
  readonly lines: ReadonlyMap<string, ShownLine>
  readonly terms: ReadonlyMap<string, TermFields>
  readonly gloss: 'kept' | 'hidden' | 'moved'
  readonly lang: string
  readonly prefix: string
  /** Ids of the lines whose translations stay in the text. */
  readonly translated: ReadonlySet<string>
  /** The glossaries as definition lists; none, where they stand apart from the story. */
  readonly lists: () => ElementContent[]
  /** A word's entry in them, and its id there. */
  readonly entryOf: (term: TermFields) => {readonly id: string; readonly entry: Entry} | undefined
}

/** A way of showing a story: what stands in the place of our nodes, and what is added to the story. */
export interface Renderer {
  readonly name: string
  /** Whether it shows the translations of lines, so that the author's glosses may be moved. Default false. */
  readonly translates?: boolean | undefined
  /**
   * What stands in the place of a node of ours.
   *
   * @param children shown already
   * @param ends whether the line ends with this node: markup may cut it in several
   */
  readonly render: (fields: XenoglossFields, children: ElementContent[], scene: Scene, ends: boolean) => ElementContent[]
  /** Words of a translation, and the ids of the terms that they render. */
  readonly word?: ((of: readonly string[], children: ElementContent[]) => ElementContent[]) | undefined
  /** What stands below a block of the story in which lines end. */
  readonly below?: ((lines: readonly ShownLine[], scene: Scene) => ElementContent[]) | undefined
  /** What stands behind the story. */
  readonly behind?: ((scene: Scene) => ElementContent[]) | undefined
}

/** Files by name. */
export type Files = Readonly<Record<string, Uint8Array>>

/** What a format writes: text, the bytes of one file, or several files. */
export type Written = string | Uint8Array | Files

/** A story that a glossary was learnt from, for formats that quote it: `{...annotate(source, {work}), source, work}`. */
export interface AnnotatedStory {
  /** As in the evidence of entries; absent, where there is one story. */
  readonly work?: string | undefined
  readonly title?: string | undefined
  /** Address of a page that shows it, for links back; relative addresses are fine. */
  readonly href?: string | undefined
  readonly source: string
  readonly standoff: Standoff
  /** The annotated tree: lines are quoted as it shows them. Without it they are slices of the source, markup and all. */
  readonly tree?: Tree | undefined
}

/** What every reading takes. */
export interface ReadOptions {
  /** Name of the file, for what is said of its errors. */
  readonly file?: string | undefined
  /** BCP 47, where the file does not say of what language it is. Default `'art-x-unknown'`. */
  readonly language?: string | undefined
  /** BCP 47, of the definitions that are taken where the file has them in several languages, or does not say. Default the commonest, else `'en'`. */
  readonly definitionLanguage?: string | undefined
}

/** What every writing takes. */
export interface WriteOptions {
  /** The stories that it quotes. Default none. */
  readonly stories?: readonly AnnotatedStory[] | undefined
  /** What the dictionary is called, where it has no name of its own; file names are made of it. Default its language. */
  readonly name?: string | undefined
}

/**
 * A file format of dictionaries and glossaries. The output is the same on every machine; entries and senses that are `rejected` are
 * written by formats that can say so, and by no other.
 */
export interface DictionaryFormat {
  readonly name: string
  /** Extension of its files, without the dot; of the main one, where there are several. */
  readonly extension: string
  /** Those of all files that a dictionary may consist of, where there are several: of one stem, in one folder. */
  readonly extensions?: readonly string[] | undefined
  /** IANA media type of the main file. */
  readonly mediaType: string
  /**
   * @param input text, bytes, or all files of a dictionary that consists of several
   * @throws TypeError that names the file, the entry and the reason
   */
  readonly read?: (input: Written, options?: ReadOptions) => Dictionary
  /** Absent of what is only read. */
  readonly write?: (dictionary: Dictionary, options?: WriteOptions) => Written
}

// ── options ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What `annotate` and all that annotates can be told. Every default is what is best for a story that nobody knows. */
export interface Options {
  /** How the source is written. Default `'markdown'`. */
  readonly format?: Format
  /** Dictionaries of the languages that may occur, as data or as made by `createLexicon`. Default none. */
  readonly dictionaries?: readonly (Dictionary | Lexicon)[]
  /** BCP 47 tag for words that no dictionary claims. Default `'art-x-unknown'`. */
  readonly lang?: string
  /** Words of the story's own language, `lang`, with or without meaning. Default none. */
  readonly terms?: readonly (string | Entry)[]
  /** Words that are never foreign, however they are spelt. Default none. */
  readonly ignore?: readonly string[]
  /** Names of conventions on the shelf, or conventions of your own. Default: the whole shelf. */
  readonly conventions?: readonly (string | Convention)[]
  /** Clues of your own, beside those of the shelf. Default none. */
  readonly clues?: readonly ClueMaker[]
  /** Confidence, 0..1, below which nothing is said. Default 0.5. */
  readonly threshold?: number
  /** What the story is called in the evidence of its glossary. Default the name of the file, if it has one. */
  readonly work?: string
  /** Which of the rules of proof-reading speak, by their names; `false` silences one. Default all. */
  readonly rules?: Readonly<Record<string, boolean>>
}

/** Options with every default filled in and everything checked. */
export interface Settings {
  readonly format: Format
  readonly host: Host
  /** That of the terms first, if there are any. */
  readonly lexicons: readonly Lexicon[]
  readonly lang: string
  readonly terms: readonly Entry[]
  /** Keys. */
  readonly ignore: ReadonlySet<string>
  readonly conventions: readonly Convention[]
  readonly clues: readonly ClueMaker[]
  readonly threshold: number
  readonly work?: string
  /** Names of the rules that are turned off. */
  readonly silenced: ReadonlySet<string>
}

/** A story: its text, or a file that has it. */
export type Source = string | VFile
