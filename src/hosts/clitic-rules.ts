import type {DerivationRule} from './derivation.js'

/**
 * Derives words with an elided word before them: *l'amour*, *qu'elle*.
 *
 * @param elided without apostrophes, separated by white space
 */
export function elisionRule(elided: string): DerivationRule {
  const list = new Set(elided.trim().split(/\s+/u))
  return {
    name: 'clitic',
    requires: "'",
    bases: (key) => {
      const at = key.indexOf("'")
      return at > 0 && list.has(key.slice(0, at)) ? [key.slice(at + 1)] : []
    },
  }
}

/**
 * Derives words with pronouns joined to them by hyphens: *dit-il*, *a-t-elle*, *disse-lhe*.
 *
 * @param clitics without hyphens, separated by white space
 */
export function hyphenRule(clitics: string): DerivationRule {
  const list = new Set(clitics.trim().split(/\s+/u))
  return {
    name: 'clitic',
    requires: '-',
    bases: (key) => {
      const [first = '', ...rest] = key.split('-')
      return rest.length > 0 && rest.every((part) => list.has(part)) ? [first] : []
    },
  }
}

/**
 * Derives verbs with pronouns written onto them: *dígame*, *dirglielo*. The verb may have lost a letter or gained an accent.
 *
 * @param clitics separated by white space
 * @param restored what may stand at the end of the verb by itself
 */
export function encliticRule(clitics: string, restored: readonly string[] = ['']): DerivationRule {
  const list = clitics.trim().split(/\s+/u)
  return {
    name: 'inflected',
    bases: (key) =>
      list.flatMap((clitic) => {
        if (!key.endsWith(clitic) || key.length - clitic.length < 3) return []
        const verb = key.slice(0, key.length - clitic.length)
        const plain = verb
          .normalize('NFD')
          .replace(/\u0301/gu, '')
          .normalize('NFC')
        return restored.flatMap((ending) => [...new Set([verb + ending, plain + ending])])
      }),
  }
}
