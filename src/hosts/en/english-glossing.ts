/** How English introduces a translation, and how bracketed text begins that is no translation. */
import {map} from '../../util/lists.js'
import type {GlossPatterns} from '../types.js'

const splitPhrases = (list: string): readonly (readonly string[])[] => map(list.split('; '), (phrase) => phrase.split(' '))

const IN_ENGLISH = '(?:in (?:plain )?english|in (?:our|the common) (?:tongue|language|speech))'

/** Words that qualify a translation. */
const HEDGE = '(?:variously|literally|roughly|loosely|simply|approximately|essentially|more or less|something like|about|in effect)'
/** `, which means`, ` meant, more or less,`: only a hedge, and a comma before a quotation, may stand between verb and meaning. */
const VERB = `(?:[—–]?\\s*(?:(?:${HEDGE} )?translated,?\\s+)?(?:which|that|this|it|and|a word|a name)\\s+)?(?:${IN_ENGLISH},?\\s+)?(?:(?:means|meant|meaning|signif(?:ies|ied|ying)|translat(?:es|ed|ing)(?: roughly)?(?: as| to| into))(?:\\s+${IN_ENGLISH})?(?:,?\\s+${HEDGE},?)?(?:[,:]?\\s*(?=["“‘«„])|\\s+))`
/** `, the Vessik word for` */
const WORD_FOR = `(?:(?:which|that|this|it)\\s+(?:is|was)\\s+)?(?:an?|the|their|our|his|her|my)\\s+(?:[\\p{L}'’-]+\\s+){0,2}(?:words?|phrase|name)\\s+for\\s+`
/** `, that is, …`, `—i.e. …`: set off on both sides. */
const THAT_IS = `(?:(?<=[,;]["”’»]?)\\s*|[—–]\\s*)(?:(?:that is|which is)(?: to say)?|i\\.\\s?e\\.|(?:or else )?${IN_ENGLISH})(?:[,:—]\\s*|\\s+(?=["“‘«„]))`

export const glossing: GlossPatterns = {
  leadIn: new RegExp(
    `^(?:(?:or|i\\.\\s?e\\.|ie|viz\\.?|that is(?: to say)?|which is(?: to say)?|meaning|literally|lit\\.|more literally|roughly|in other words|or rather|trans(?:lation|lated|l?\\.)|which (?:i (?:will|shall) translate|means|meant|signifies)|${IN_ENGLISH})(?:[:,]?\\s+|[:,]\\s*))+`,
    'iu',
  ),
  means: {
    cues: splitPhrases(
      'means; meant; meaning; signify; signifies; signified; signifying; translates; translated; translating; that is; which is; i e; in english; plain english; our tongue; our language; our speech; common tongue; common language; common speech; word for; words for; phrase for; name for',
    ),
    core: /mean(?:s|t|ing)|signif[yi]|translat|(?:words?|phrase|name) for\b|[,;—–]["”’»]?\s*(?:that is|which is|i\.\s?e\.)|[ \n](?:[Ee]nglish|tongue|language|speech)/gu,
    phrase: new RegExp(`^[”"’»]?[,;]?[”"’»]?\\s*(?:${VERB}|${WORD_FOR}|${THAT_IS})\\s*(?:${HEDGE}\\s+)?(?=["“‘«„'*_\\p{L}])`, 'iu'),
    tag: /^\s+(?!(?:and|or|but|nor|then)\b)[^\s.!?:;“”"«»()[\]—–][^.!?:;“”"«»()[\]—–]{1,44}?[,.;]\s+(?=\p{L})/u,
  },
  or: {
    cues: [['or']],
    core: /,["”’»]?\s+or\b/gu,
    phrase: /^[”"’»]?,[”"’»]?\s+or,?\s+(?:(?:rather|literally|else)[,—]?\s+)?(?:in English[,—]?\s*)?/iu,
  },
  notMeant: /^(?:that|to|it|what|why|how|business|nothing|something|so)\b/iu,
  /** After *or*: the beginning of another thing, not of another name. */
  another:
    /^(?:an?|the|that|this|those|these|some|any|other|another|to|in|on|at|by|for|from|with|of|if|when|while|was|were|is|are|had|has|not|even|else|perhaps|at|what|which|who|whom|where|whether|must|did|do|does|can|could|would|should|may|might|be|been|being|I|he|she|it|you|we|they|my|his|her|its|our|your|their|so|as|ever|never|something|anything|nothing|else|more|less|whatever|\p{Ll}{2,}(?:ed|ing)\s+(?:a|the|his|her|my|our|their|its|in|on|at|by|to|with|from|for|up|down|out))\b/iu,
  /** A narrator's aside about a word or a speech. */
  aside:
    /^(?:so|as|such|this|these|those|still|even|only|just|mostly|often(?:est)?|sometimes|always|once|now|then|here|there|and|but|though|although|because|since|if|when|while|where|who|whom|whose|which|to (?:whose|which|whom)|of (?:which|whom|whose|the kind)|in (?:which|whom|whose|what|some|order)|at least|at (?:which|that)|by (?:which|the)|without|with|after|before|for (?:which|whom|the)|being|having|said to be|short for|pronounced|rhymes|spelt|spelled|see|cf|note|page|pp?\.|from)\b/iu,
  /** A participle with its object: *clapping his hands*, *alluding to the legend*. */
  gesture:
    /^(?:\p{Ll}+ly\s+)?\p{Ll}{2,}ing(?:\s+(?:a|an|the|his|her|its|their|my|our|your|him|me|them|us|it|to|at|in|on|up|down|out|off|back|away|towards?|into|over|for|with|from)\b|$)/u,
  /** A narrator's sentence about a person: *she went on*. */
  remark:
    /^(?:he|she|it|they|I|you|we|one)\s+(?:\p{Ll}+ly\s+)?(?:\p{Ll}{2,}ed|said|went|had|was|were|could|would|might|think|thought|always|never|told|meant|used|called|spoke|knew|made|took|gave|began)\b/iu,
  heading:
    /^\W*(?:(?:english|author's|author’s|end|chapter|foot|end)?\s*)?(?:translations?|glossary|vocabulary|dictionary|lexicon|(?:foreign|new)? ?(?:words|terms|phrases)(?: used)?|(?:foot|end)?notes?)(?:\s+(?:of|for|and|in)\b.{0,40})?\W*$/iu,
  /** Words that begin a noun phrase. */
  determiner: /^(?:an?|the|this|that|these|those|some|any|no|every|each|my|your|his|her|its|our|their|one|two|three|another)$/iu,
  /** Words that continue a clause after a noun phrase. */
  clause:
    /\s(?:where|when|while|whenever|wherever|which|who|whom|whose|that|because|though|although|if|as|so|but|and|before|after|since|until|by|among|amongst|according)\s/iu,
}
