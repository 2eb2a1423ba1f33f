import type {CueList} from '../types.js'

const list = (text: string): readonly string[] => text.split('; ')

/** Phrases behind which English puts a translation, by what they say. */
export const cues: CueList = {
  kinds: {
    means: list(
      'means; meant; meaning; mean; signifies; signified; signifying; translates; translated; translating; translates as; translates to; translated as; translates into; stands for; amounts to; comes to',
    ),
    'that-is': list('that is; that is to say; which is; which is to say; is to say; i e; ie; in other words; or rather; viz; that was; which was; namely'),
    or: list('or'),
    'in-english': list(
      'in english; in plain english; into english; english for; in our tongue; in our language; in our speech; in the common tongue; in common; in basic; in standard; in westron; into common; into basic',
    ),
    says: list(
      'he says; she says; they say; it says; he said; she said; they said; it said; i said; he asks; she asks; they ask; it asks; he asked; she asked; they asked; says; said; asks; asked; told; tells; saying; asking; tell; say; repeated; answered; wants to know; wanted to know; you said; you say; called; cried; reads; read',
    ),
    label: list(
      'translation; translations; translated; trans; transl; tr; t n; tn; t l; tl; a n; note; english; t; eng; subtitle; subtitles; caption; n b; p s',
    ),
    literally: list(
      'literally; lit; roughly; loosely; more literally; approximately; more or less; something like; in effect; essentially; basically; sort of; kind of; like',
    ),
    'word-for': list('word for; words for; name for; term for; phrase for; called; call; known as; call it; calls it; called it; call them; call this'),
  },
  reported: list('that; whether; if; how; why'),
  fillers: list(
    'that; whether; if; to; as; like; about; just; simply; only; literally; roughly; loosely; something like; more or less; in english; you; it; not',
  ),
}
