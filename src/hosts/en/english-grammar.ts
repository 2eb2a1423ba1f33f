/** Closed classes of English: words that lists of content words lack and that comparisons of translations leave out. */

/** Words whose full stop ends no sentence. */
export const ABBREVIATIONS = 'mr mrs ms messrs mme mlle dr prof rev fr st sr jr capt col gen lt sgt maj cmdr hon gov sen rep vol pp cf viz etc vs approx ca'

/** Exclamations, except those that are as frequent in other languages (*ha*, *lo*, *hi*). */
export const EXCLAMATIONS = `
    oh ah eh uh ok hm hmm mm mmm huh hey ho ay aye nay nah yea yeah yep yup nope whoa wow ow ouch ugh aw aww ooh oops
    oho aha ahem psst sh shh shush hush hist tsk tut hullo hulloa hallo halloa hello holloa holla ahoy avast alas fie tush
    pshaw phew whew humph hem bah boo pooh bravo hurrah hurray hooray huzza gee gosh golly gad egad damn darn
`

/** Words that word lists leave out: sounds, contractions that cannot be divided, abbreviations, demonyms, names of days. */
export const SUPPLEMENT = `
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
`
