/** Languages in which authors write meanings, by their English and their own names (ISO 639; CLDR). */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german deutsch',
  fr: 'french français francais',
  es: 'spanish español espanol castellano',
  it: 'italian italiano',
  pt: 'portuguese português portugues',
  nl: 'dutch nederlands',
  sv: 'swedish svenska',
  da: 'danish dansk',
  nb: 'norwegian norsk',
  fi: 'finnish suomi',
  pl: 'polish polski',
  cs: 'czech čeština cestina',
  hu: 'hungarian magyar',
  ru: 'russian русский',
  uk: 'ukrainian українська',
  el: 'greek ελληνικά',
  tr: 'turkish türkçe turkce',
  he: 'hebrew עברית',
  ar: 'arabic العربية',
  ja: 'japanese 日本語',
  zh: 'chinese 中文',
  ko: 'korean 한국어',
  la: 'latin latina',
  eo: 'esperanto',
}
const TAG_OF: ReadonlyMap<string, string> = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)))

/** Returns the tag (BCP 47) of a language by its name. */
export const languageOfName = (name: string): string | undefined => TAG_OF.get(name.trim().toLowerCase().normalize('NFC'))
