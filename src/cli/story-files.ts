import {realpath, stat} from 'node:fs/promises'
import {extname, join, relative, resolve, sep} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import {formatOf, STORY_FORMATS} from '../files/story-format.js'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {naturalOrder} from './natural-order.js'

/** A file that may be a story. */
export interface StoryFile {
  /** As it is opened; `-` is standard input. */
  readonly path: string
  /** Below the folder, or the fixed part of the pattern, that it was found by; its own name, where it was named itself. With `/`. */
  readonly below: string
  /** Whether somebody asked for this very file. */
  readonly named: boolean
}

const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))
const nameOf = (path: string): string => slashed(path).replace(/^.*\//u, '')

/** Folders of other people's programs. */
const IGNORE = ['**/node_modules/**']

/** Extensions of files that were passed over, and how often. */
export type Others = Map<string, number>

/** Files in a folder, those of links to folders left out. */
async function inFolder(folder: string, pattern: string, except: string | undefined): Promise<string[]> {
  const found = await glob(pattern, {cwd: folder, ignore: IGNORE, expandDirectories: false, followSymbolicLinks: false})
  const root = await realpath(folder)
  const results = except === undefined ? root : await realpath(except).catch(() => resolve(except))
  // Results below the stories; where they lie among them, they are told apart by their names.
  const isResult = (path: string) => results.startsWith(root + sep) && resolve(root, path).startsWith(results + sep)
  return found.filter((path) => !isResult(path)).sort(naturalOrder)
}

/** The leading folders of a pattern that are no pattern themselves. */
export function fixedPart(pattern: string): {readonly folder: string; readonly rest: string} {
  const pieces = pattern.split('/')
  const first = pieces.findIndex((piece) => isDynamicPattern(piece))
  const cut = first === -1 ? pieces.length - 1 : first
  return {folder: pieces.slice(0, cut).join('/') || (pattern.startsWith('/') ? '/' : '.'), rest: pieces.slice(cut).join('/')}
}

async function filesOf(argument: string, {except, others}: {except: string | undefined; others: Others}): Promise<StoryFile[]> {
  if (argument === '-') return [{path: '-', below: 'story', named: true}]
  const found = await stat(argument).catch((error: NodeJS.ErrnoException) => error)
  const isFolder = !(found instanceof Error) && found.isDirectory()
  const isPattern = found instanceof Error && found.code === 'ENOENT' && isDynamicPattern(argument)
  // What cannot be found is a story of its own, which fails when its turn comes.
  if (!isFolder && !isPattern) return [{path: argument, below: nameOf(argument), named: true}]
  const {folder, rest} = isFolder ? {folder: argument, rest: '**'} : fixedPart(sep === '/' ? argument : argument.replaceAll(sep, '/'))
  const all = await inFolder(folder, rest, except).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const stories = all.filter((path) => formatOf(path) !== undefined)
  for (const path of all) if (formatOf(path) === undefined) others.set(extname(path), (others.get(extname(path)) ?? 0) + 1)
  if (stories.length === 0) {
    throw failure(`${visible(argument)}: no story ${isFolder ? 'is in this folder' : 'matches'}: files that end with ${Object.keys(STORY_FORMATS).join(', ')}`)
  }
  return stories.map((path) => ({path: folder === '.' ? path : join(folder, path), below: slashed(path), named: false}))
}

/**
 * The stories that the arguments of a command mean: files, folders, patterns, `-`; none are standard input, if that is no terminal.
 * In the order of the arguments, and in a folder of their names; each once.
 *
 * @param except a folder of results, whose files are no stories
 * @param others collects what was passed over in folders
 */
export async function storyFiles(args: readonly string[], {except, others = new Map()}: {except?: string | undefined; others?: Others}): Promise<StoryFile[]> {
  if (args.length === 0 && process.stdin.isTTY) throw failure('No story: name a file or a folder, or pipe one in (see --help)', EXIT.usage)
  if (args.length === 0) return [{path: '-', below: 'story', named: false}]
  const found: StoryFile[] = []
  for (const argument of args) found.push(...(await filesOf(argument, {except, others})))
  const paths = new Set<string>()
  return found.filter(({path}) => {
    const own = path === '-' ? path : resolve(path)
    return !paths.has(own) && paths.add(own)
  })
}

/** What a story is called in evidence and messages: its path from a folder, with `/`. */
export const workOf = ({path}: StoryFile, folder: string): string => (path === '-' ? 'stdin' : slashed(relative(folder, resolve(path))))
