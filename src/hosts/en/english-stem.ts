import {CLASS_OF_ROLE} from '../roles.js'

/** Irregular forms, and auxiliaries that translations use interchangeably, by the form that stands for them. */
const IRREGULAR: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  is: 'be',
  am: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  does: 'do',
  did: 'do',
  done: 'do',
  has: 'have',
  had: 'have',
  goes: 'go',
  went: 'go',
  gone: 'go',
  "don't": 'not',
  "doesn't": 'not',
  "didn't": 'not',
  "isn't": 'not',
  "aren't": 'not',
  "wasn't": 'not',
  "won't": 'not',
  "can't": 'not',
  cannot: 'not',
  "couldn't": 'not',
  "wouldn't": 'not',
  "shouldn't": 'not',
  "haven't": 'not',
  "hasn't": 'not',
  "hadn't": 'not',
  never: 'not',
  no: 'not',
  me: 'i',
  him: 'he',
  them: 'they',
  us: 'we',
  knew: 'know',
  known: 'know',
  children: 'child',
  men: 'man',
  women: 'woman',
  saw: 'see',
  seen: 'see',
  came: 'come',
  said: 'say',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  made: 'make',
  found: 'find',
  told: 'tell',
  thought: 'think',
  left: 'leave',
  lost: 'lose',
})

/** A light stemmer for comparing translations: removes regular endings and looks up irregular words. */
export function stem(key: string): string {
  const irregular = IRREGULAR[key]
  if (irregular !== undefined) return irregular
  const base = key.replace(/'(?:s|ll|re|ve|d|m)$/u, '')
  if (base !== key) return stem(base)
  if (key.length < 4 || CLASS_OF_ROLE.has(key)) return key
  return key.replace(/(?:ies)$/u, 'y').replace(/(?<=[^aeiou]..)(?:ing|ed|es)$|(?<=[^su])s$|e$/u, '')
}
