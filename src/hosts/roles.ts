/**
 * What function words and verbs of saying do in a sentence, in any host language. A role has the name of the English word that has it, so that
 * weights and tables read as English; the French *le* has the role `the`.
 */

const splitWords = (text: string): readonly string[] => text.trim().split(/\s+/u)
const setOf = (text: string): ReadonlySet<string> => new Set(splitWords(text))

/** Roles of function words by class: what stands before a noun, before a verb, between phrases. */
const CLASSES: readonly (readonly string[])[] = [
  'a an one',
  'the',
  'this that these those',
  'some any no every each either neither both all such what which whatever whichever',
  'my your his her its our their thy whose',
  'i you he she it we they who thou ye here there',
  'me mine myself yours yourself yourselves him himself hers herself itself us ours ourselves them theirs themselves oneself whom whoever thee thine',
  'of to in on at by for with from into onto upon about above below under over between among through during before after',
  'against without within toward towards off out up down near since until till than as per via',
  'and or but nor so yet if because although though while when where whether unless lest once',
  'is am are was were be been being',
  'do does did done doing have has had having will would shall should can could may might must ought',
  'not then now too also just only even very',
].map(splitWords)

/** By role of a function word: the number of its class, from 1. */
export const CLASS_OF_ROLE: ReadonlyMap<string, number> = new Map(CLASSES.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))

/** Sets of roles that translations are asked about. */
export const ROLES = {
  thirdPerson: setOf('he she they his her their him them'),
  firstOrSecond: setOf("i you we me my your our us i'm you're i'll you'll we're i've you've"),
  saying: setOf(
    'said says asked answered replied whispered muttered murmured shouted called cried told went added snapped growled hissed sighed repeated laughed smiled grinned nodded shook looked turned',
  ),
  interpreting: setOf(
    'translated translates translate translating translation interpreted interprets explained explains supplied rendered means meant meaning english repeated echoed',
  ),
  article: setOf('a an the'),
  indefinite: setOf('a an one some'),
  conjunction: setOf('and but or which who in where when while because as if before after until since so though that'),
} as const

/** The roles whose place at the edge of a translation says most, in the order of their weights. */
export const EDGE_ROLES: readonly string[] = splitWords(
  "a an the and or but so as if of to in on at by for from with that this these those it he she we they i you who which what where when why how is are was were be been has have had do does did not no yes my your his her its our their me him them us there here then now just like only even because though while said says means meaning meant one two some any all don't i'm it's you're he's let go come may will would can could never",
)
