import {type Command, Option} from 'commander'
import {DENSITIES, GLOSSES, TARGETS, type TargetName} from './option-values.js'
import {type ReadingOptions, readingOptions, repeated} from './reading-options.js'
import type {Session} from './session.js'
import type {ShownOptions} from './targets.js'

/** How annotated stories are shown, as the command line says it. */
export interface ShowingOptions extends ReadingOptions {
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

/** Adds the options by which stories are read and shown. */
export function showingOptions(command: Command): Command {
  command
    .optionsGroup('What is made of them:')
    .addOption(new Option('-t, --to <what>', 'what is made (default: as --output ends, else html)').choices(TARGETS))
    .addOption(new Option('-o, --output <path>', 'a file; a folder for several stories; - is standard output, the default for one'))
    .addOption(
      new Option(
        '-r, --renderer <name>',
        'html: tooltip (default), ruby, interlinear, footnotes, endnotes, plain; epub: popup-notes (default), ruby; ao3: ao3 (default), ruby',
      ),
    )
    .addOption(new Option('--gloss <what>', "what becomes of the author's own translations (default: as --to wants it)").choices(GLOSSES))
    .addOption(new Option('--density <which>', 'which words are shown (default: every)').choices(DENSITIES))
    .addOption(new Option('--known <word>', 'a word that readers know, for --density unknown; may stand several times').argParser(repeated))
    .addOption(new Option('--language <tag>', 'a language to show (default: all); may stand several times').argParser(repeated))
    .addOption(new Option('--title <text>', 'of the page or book (default: the first heading)'))
    .addOption(new Option('--author <name>', 'of the book'))
    .addOption(new Option('--iri <address>', 'of the story, for Web Annotations (default: its path)'))
  return readingOptions(command)
}

/** The command line's, else the configuration's. */
export function shownOptions(given: ShowingOptions, {configured}: Session): ShownOptions & {readonly to?: TargetName | undefined} {
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
