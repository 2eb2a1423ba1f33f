import {type DerivationRule, DRAWN_OUT, replaceEnding} from '../derivation.js'

export const DERIVATION_RULES: readonly DerivationRule[] = [
  {name: 'clitic', requires: "'", bases: (key) => [...replaceEnding(key, /'(?:s|ll|re|ve|d|m|n)$/u), ...replaceEnding(key, /n't$/u)]},
  {name: 'dropped-t', requires: "'", bases: (key) => replaceEnding(key, /n'$/u, ["n't"])},
  {name: 'dropped-g', requires: "'", bases: (key) => replaceEnding(key, /in'$/u, ['ing'])},
  {name: 'dropped-h', requires: "'", bases: (key) => (key.startsWith("'") ? [`h${key.slice(1)}`] : [])},
  DRAWN_OUT,
  // Regular inflection and derivation of longer words, which the list does not cover completely.
  {
    name: 'inflected',
    bases: (key) =>
      key.length < 6
        ? []
        : [
            ...replaceEnding(key, /s$/u),
            ...replaceEnding(key, /ies$/u, ['y']),
            ...replaceEnding(key, /(?:ed|ing|er|est|ly|ness|less|like|ish|able|ment)$/u, ['', 'e']),
            ...replaceEnding(key, /^(?:un|re|non|over|out|super|fore|mid)/u),
          ],
  },
]
