import {type Command, Option} from 'commander'
import {DENSITIES, GLOSSES, TARGETS, type TargetName} from './option-values.js'
import {type ReadingOptions, readingOptions, repeated} from './reading-options.js'
import type {Session} from './session.js'
import type {TargetOptions} from './targets.js'

/** How annotated stories are displayed, as given on the command line. */
export interface DisplayOptions extends ReadingOptions {
  readonly to?: TargetName
  readonly output?: string
  readonly renderer?: string
  readonly gloss?: 'kept' | 'hidden' | 'moved'
  readonly density?: 'every' | 'first' | 'unknown'
  readonly known?: readonly string[]
  readonly language?: readonly string[]
  readonly title?: string
  readonly author?: string
  readonly iri?: string
}

/** Adds the options that control how stories are read and displayed. */
export function addDisplayOptions(command: Command): Command {
  command
    .optionsGroup('Output:')
    .addOption(new Option('-t, --to <what>', 'output format (default: by the extension of --output, else html)').choices(TARGETS))
    .addOption(new Option('-o, --output <path>', 'output file, or a folder for several stories; - is standard output (default for one story)'))
    .addOption(
      new Option(
        '-r, --renderer <name>',
        'html: tooltip (default), ruby, interlinear, footnotes, endnotes, plain; epub: popup-notes (default), ruby; ao3: ao3 (default), ruby',
      ),
    )
    .addOption(new Option('--gloss <what>', "what happens to the author's own translations (default: depends on --to)").choices(GLOSSES))
    .addOption(new Option('--density <which>', 'which words are explained (default: every)').choices(DENSITIES))
    .addOption(new Option('--known <word>', 'a word that readers know, for --density unknown; repeatable').argParser(repeated))
    .addOption(new Option('--language <tag>', 'a language to show (default: all); repeatable').argParser(repeated))
    .addOption(new Option('--title <text>', 'title of the page or book (default: the first heading)'))
    .addOption(new Option('--author <name>', 'author of the book'))
    .addOption(new Option('--iri <address>', 'IRI of the story, for Web Annotations (default: urn:uuid of its text)'))
  return readingOptions(command)
}

/** Merges the command line and the configuration; the former wins. */
export function resolveDisplayOptions(given: DisplayOptions, {configured}: Session): TargetOptions & {readonly to?: TargetName | undefined} {
  const {output = {}} = configured.configuration
  return {
    to: given.to ?? output.to,
    renderer: given.renderer ?? output.renderer,
    gloss: given.gloss ?? output.gloss,
    density: given.density ?? output.density,
    known: given.known ?? output.known,
    languages: given.language ?? output.languages,
    title: given.title ?? output.title,
    author: given.author ?? output.author,
    iri: given.iri,
  }
}
