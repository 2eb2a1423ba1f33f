/**
 * Starts the files that take longest first, so that both cores have work until the end. Without results of an earlier run, as in a fresh
 * clone, vitest would sort by size, and a long file that is small would run alone at the end.
 */
import type {TestSpecification} from 'vitest/node'
import {BaseSequencer} from 'vitest/node'

/** Seconds of files that take more than ten, by measurement; the order is what matters. */
const SECONDS: Readonly<Record<string, number>> = {
  'annotate/bad-input': 60,
  'annotate/nasty': 60,
  'examples/sites': 55,
  'reader/reader': 50,
  'playground/playground': 45,
  'corpus/corpus': 30,
  'formats/epub': 25,
  'corpus/corpus-killed': 25,
  'cli/cli': 20,
  'books/annotate-epub': 20,
  'examples/extension': 15,
  'render/to-epub': 20,
  'package/package-bundled': 20,
  'reader/accessibility': 15,
  'cli/cli-bad-input': 15,
  'annotate/declared': 15,
  'package/runtimes': 12,
  'package/package': 12,
}

const secondsOf = ({moduleId}: TestSpecification): number => SECONDS[/tests\/(.*)\.test\.ts$/u.exec(moduleId)?.[1] ?? ''] ?? 0

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => secondsOf(b) - secondsOf(a))
  }
}
