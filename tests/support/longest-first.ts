/**
 * Starts the files that take longest first, so that all workers have work until the end. Without results of an earlier run, as in a fresh
 * clone, vitest would sort by size, and a long file that is small would run alone at the end.
 */
import type {TestSpecification} from 'vitest/node'
import {BaseSequencer} from 'vitest/node'

/** Seconds of files that take more than ten, by measurement with two workers on two cores; the order is what matters. */
const SECONDS: Readonly<Record<string, number>> = {
  'playground/playground': 80,
  'annotate/nasty': 65,
  'reader/reader': 65,
  'corpus/corpus-killed': 58,
  'examples/sites': 55,
  'corpus/corpus': 42,
  'cli/cli-bad-input': 34,
  'annotate/html': 30,
  'cli/cli': 30,
  'package/package-bundled': 30,
  'annotate/bad-input': 28,
  'annotate/tree-construction': 24,
  'lint/lint': 22,
  'package/package': 21,
  'formats/formats': 19,
  'gloss/conventions': 18,
  'package/readme': 18,
  'plugins/spec-examples': 18,
  'examples/extension': 17,
  'package/layers': 16,
  'playground/review': 16,
  'reader/firefox': 16,
  'annotate/declared': 15,
  'reader/accessibility': 15,
  'books/annotate-epub': 14,
  'annotate/fuzz': 13,
  'formats/epub': 13,
  'corpus/corpus-queue': 12,
  'examples/examples': 12,
  'package/runtimes': 12,
  'render/to-epub': 11,
}

const secondsOf = ({moduleId}: TestSpecification): number => SECONDS[/tests\/(.*)\.test\.ts$/u.exec(moduleId)?.[1] ?? ''] ?? 0

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => secondsOf(b) - secondsOf(a))
  }
}
