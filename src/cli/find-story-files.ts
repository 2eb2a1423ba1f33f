import {realpath, stat} from 'node:fs/promises'
import {extname, join, relative, resolve, sep} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import {DOCUMENT_EXTENSIONS, documentKindOf} from '../files/document-kind.js'
import {STORY_FORMATS, storyFormatOf} from '../files/story-format.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {compareNaturally} from './compare-naturally.js'

/** A file that may be a story. */
export interface InputFile {
  /** The path to open; `-` is standard input. */
  readonly path: string
  /** Path relative to the searched folder or the fixed part of the pattern, with `/`; the file name if the file itself was named. */
  readonly relativePath: string
  /** Whether an argument names this very file. */
  readonly isExplicit: boolean
}

const withSlashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))
const fileName = (path: string): string => withSlashes(path).replace(/^.*\//u, '')

const isStory = (path: string): boolean => (storyFormatOf(path) ?? documentKindOf(path)) !== undefined

const IGNORED = ['**/node_modules/**']

/** Number of skipped files by extension. */
export type SkippedExtensions = Map<string, number>

/** Lists the matching files in a folder, without following links to folders. */
async function listFiles(folder: string, pattern: string, exclude: string | undefined): Promise<string[]> {
  const found = await glob(pattern, {cwd: folder, ignore: IGNORED, expandDirectories: false, followSymbolicLinks: false})
  const root = await realpath(folder)
  const results = exclude === undefined ? root : await realpath(exclude).catch(() => resolve(exclude))
  // Only a results folder below the searched one is excluded, or a book in it; other results among the stories differ by their extensions.
  const isResult = (path: string) => results.startsWith(root + sep) && `${resolve(root, path)}${sep}`.startsWith(results + sep)
  return found.filter((path) => !isResult(path)).sort(compareNaturally)
}

/** Splits a glob pattern into its leading literal folders and the rest. */
export function splitPattern(pattern: string): {readonly folder: string; readonly rest: string} {
  const pieces = pattern.split('/')
  const first = pieces.findIndex((piece) => isDynamicPattern(piece))
  const cut = first === -1 ? pieces.length - 1 : first
  return {folder: pieces.slice(0, cut).join('/') || (pattern.startsWith('/') ? '/' : '.'), rest: pieces.slice(cut).join('/')}
}

async function expandArgument(argument: string, {exclude, skipped}: {exclude: string | undefined; skipped: SkippedExtensions}): Promise<InputFile[]> {
  if (argument === '-') return [{path: '-', relativePath: 'story', isExplicit: true}]
  const found = await stat(argument).catch((error: NodeJS.ErrnoException) => error)
  const isFolder = !(found instanceof Error) && found.isDirectory()
  const isPattern = found instanceof Error && found.code === 'ENOENT' && isDynamicPattern(argument)
  // A missing file is kept; reading it reports the error.
  if (!isFolder && !isPattern) return [{path: argument, relativePath: fileName(argument), isExplicit: true}]
  const {folder, rest} = isFolder ? {folder: argument, rest: '**'} : splitPattern(sep === '/' ? argument : argument.replaceAll(sep, '/'))
  const all = await listFiles(folder, rest, exclude).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const stories = all.filter(isStory)
  for (const path of all) if (!isStory(path)) skipped.set(extname(path), (skipped.get(extname(path)) ?? 0) + 1)
  if (stories.length === 0) {
    const extensions = [...Object.keys(STORY_FORMATS), ...DOCUMENT_EXTENSIONS].join(', ')
    throw commandError(`${escapeForTerminal(argument)}: ${isFolder ? 'the folder contains no story' : 'no story matches'}; supported extensions: ${extensions}`)
  }
  return stories.map((path) => ({path: folder === '.' ? path : join(folder, path), relativePath: withSlashes(path), isExplicit: false}))
}

/**
 * Expands the arguments of a command to story files, without duplicates: in the order of the arguments, within a folder in natural order.
 *
 * @param args files, folders, patterns, `-`; none means standard input unless it is a terminal
 * @param exclude a folder of results, whose files are not stories
 * @param skipped collects the files that are not stories
 */
export async function findStoryFiles(
  args: readonly string[],
  {exclude, skipped = new Map()}: {exclude?: string | undefined; skipped?: SkippedExtensions},
): Promise<InputFile[]> {
  if (args.length === 0 && process.stdin.isTTY) throw commandError('No story given: name a file or folder, or pipe a story in (see --help)', EXIT.usage)
  if (args.length === 0) return [{path: '-', relativePath: 'story', isExplicit: false}]
  const found: InputFile[] = []
  for (const argument of args) found.push(...(await expandArgument(argument, {exclude, skipped})))
  const paths = new Set<string>()
  return found.filter(({path}) => {
    const own = path === '-' ? path : resolve(path)
    return !paths.has(own) && paths.add(own)
  })
}

/** The name of a story in evidence and messages: its path relative to a folder, with `/`. */
export const workName = ({path}: InputFile, folder: string): string => (path === '-' ? 'stdin' : withSlashes(relative(folder, resolve(path))))
