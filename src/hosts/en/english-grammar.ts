/** Closed classes of English: words that lists of content words lack and that comparisons of translations leave out. */

const splitWords = (text: string): readonly string[] => text.trim().split(/\s+/u)

/** Function words by class: what stands before a noun, before a verb, between phrases. */
const FUNCTION_WORD_CLASSES: readonly (readonly string[])[] = [
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

/** By function word: the number of its class, from 1. */
export const FUNCTION_WORD_CLASS: ReadonlyMap<string, number> = new Map(
  FUNCTION_WORD_CLASSES.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
)

/** Function words: articles, pronouns, prepositions, conjunctions, auxiliaries and similar words. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(FUNCTION_WORD_CLASS.keys())

/** Words whose full stop ends no sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  splitWords('mr mrs ms messrs mme mlle dr prof rev fr st sr jr capt col gen lt sgt maj cmdr hon gov sen rep vol pp cf viz etc vs approx ca'),
)

/** Exclamations, except those that are as frequent in other languages (*ha*, *lo*, *hi*). */
export const EXCLAMATIONS: ReadonlySet<string> = new Set(
  splitWords(`
    oh ah eh uh ok hm hmm mm mmm huh hey ho ay aye nay nah yea yeah yep yup nope whoa wow ow ouch ugh aw aww ooh oops
    oho aha ahem psst sh shh shush hush hist tsk tut hullo hulloa hallo halloa hello holloa holla ahoy avast alas fie tush
    pshaw phew whew humph hem bah boo pooh bravo hurrah hurray hooray huzza gee gosh golly gad egad damn darn
  `),
)

/** Words that word lists leave out: sounds, contractions that cannot be divided, abbreviations, demonyms, names of days. */
export const SUPPLEMENT: ReadonlySet<string> = new Set(
  splitWords(`
    um er ha hah hi lo
    o'clock ma'am o'er e'er ne'er ol' 'tis 'twas 'twere 'twould 'twill 'em 'un y'all d'ye d'you t'other c'mon 'tisn't
    ain't hain't dasn't mayn't mightn't 'tain't 'tweren't shan't won't can't don't gonna gotta wanna kinda sorta lemme gimme dunno cannot
    cap'n cap'ns bo's'n bosun fo'c'sle foc's'le s'pose p'raps 'pon 'gainst 'neath 'mongst 'twixt 'bout 'nough on'y
    tis twas twere twould twill em til cause
    etc etcetera viz lat ie eg am pm tv dvd cd uk usa us phd iv ii iii vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december christmas easter god lord
    english french german spanish italian dutch irish welsh scotch scottish british american european african asian
    indian chinese japanese russian greek roman latin hebrew arabic turkish polish swedish norwegian danish portuguese
    england france germany spain italy europe america africa asia india china japan russia greece rome london paris
  `),
)
