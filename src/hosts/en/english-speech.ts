/** Verbs of saying in full; the third person and the participle of regular verbs are derived from them. */
const IRREGULAR =
  'say says said saying tell tells told telling think thinks thought thinking begin begins began beginning cry cries cried crying reply replies replied replying quoth sing sings sang singing beg begs begged begging admit admits admitted admitting swear swears swore swearing'
const REGULAR =
  'add agree announce answer ask bark bellow boast breathe call chuckle command complain conclude continue croak declare demand drawl echo enquire exclaim explain gasp greet groan growl grumble grunt hail hiss howl inquire insist interrupt joke laugh moan mumble murmur muse mutter object observe offer order plead pray promise protest recite rejoin remark remind repeat respond retort return roar scold scream screech shout shriek sigh snap snarl sneer snort sob stammer suggest taunt translate urge wail warn whimper whine whisper wonder yell'

/** The present, past and participle of a regular verb. */
const inflect = (verb: string): string[] => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  return [verb, /(?:s|sh|ch|x)$/u.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`]
}

/** Verbs of saying, in the forms that stand in speech tags. */
export const SPEECH_VERBS = [...IRREGULAR.split(' '), ...REGULAR.split(' ').flatMap(inflect)].join(' ')
