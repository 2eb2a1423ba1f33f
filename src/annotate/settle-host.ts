import type {Host} from '../hosts/types.js'
import {sampleText} from '../source/sample-text.js'
import type {Tree, TreeNode} from '../source/types.js'
import {chooseHost, subtagOf} from './choose-host.js'
import type {Problem} from './problem.js'
import type {ResolvedOptions} from './types.js'

/** `lang: de` at the top level of YAML. */
const YAML_LANG = /^lang(?:uage)?:[ \t]*["']?([A-Za-z]{2,3}(?:-[A-Za-z\d]+)*)["']?[ \t]*$/mu

/** The language that a story says it is told in: the `lang` of its page, or of its front matter. */
function declaredLanguage(tree: Tree): string | undefined {
  for (const node of tree.children as readonly TreeNode[]) {
    if (node.type === 'yaml') return YAML_LANG.exec(node.value)?.[1]
    if (node.type === 'element' && node.tagName === 'html') {
      const {lang, xmlLang} = node.properties
      const tag = lang ?? xmlLang
      return typeof tag === 'string' ? tag : undefined
    }
  }
  return undefined
}

const listOf = (hosts: readonly Host[]): string => hosts.map(({lang}) => `“${lang}”`).join(', ')

/** Adds the host language of a story to its settings, and says so if the story is told in none, or in two. */
export function settleHost<T extends ResolvedOptions>(tree: Tree, resolved: T): {settings: T & {host: Host; isHostSpoken: boolean}; problems: Problem[]} {
  const {hosts} = resolved
  const {host, isSpoken, other} = chooseHost(hosts, sampleText(tree), declaredLanguage(tree))
  const reasons = isSpoken
    ? other
      ? [`A part of the story is told in “${other.lang}”; it is read as “${host.lang}”. Annotate the parts one by one`]
      : []
    : [`The story is not told in ${hosts.length > 1 ? `any of ${listOf(hosts)}` : listOf(hosts)}, so nothing is annotated`]
  return {
    // A story does not quote the language that it is told in.
    settings: {...resolved, languages: resolved.languages.filter(({lang}) => subtagOf(lang) !== subtagOf(host.lang)), host, isHostSpoken: isSpoken},
    problems: reasons.map((reason) => ({at: {start: 0, end: 0}, reason, ruleId: 'host-language' as const})),
  }
}
