/** All entry points that need no Node, bundled for browsers as Vite and esbuild do by default, with a program that uses each of them. */
import {type BuildOptions, build} from 'esbuild'
import {type Project, UNIVERSAL} from './installed.js'

/** What a reader does needs a page. */
const MODULES = UNIVERSAL.filter((name) => name !== 'xenogloss/reader')

const PROGRAM = `
  import {annotate, createLexicon, toWebAnnotations, xenoglossToMarkdown} from 'xenogloss'
  import {toAo3} from 'xenogloss/ao3'
  import {toEpub} from 'xenogloss/epub'
  import {explain} from 'xenogloss/explain'
  import {csv, formats, markdown, polyglot, stardict} from 'xenogloss/formats'
  import {toPage} from 'xenogloss/html'
  import {lint} from 'xenogloss/lint'
  import {markdownItXenogloss} from 'xenogloss/markdown-it'
  import MarkdownIt from 'markdown-it'

  const story = '“Rhumel beshul,” she said. (A cold &mdash; night.)\\n\\n“Rhumel sul *davan*.”[^1] :word[sorul]{meaning=lamp}\\n\\n[^1]: A cold lamp.\\n'
  const html = '<p>&ldquo;Rhumel beshul,&rdquo; she said. (A cold &notit; night.)</p>'
  const annotation = annotate(story)
  const page = annotate(html, {format: 'html'})
  const words = csv.write(annotation.glossary)
  globalThis.xenoglossResult = JSON.stringify([
    annotation.standoff.utterances.map(({start, end, translation}) => [story.slice(start, end), translation]),
    page.standoff.utterances.map(({start, end, translation}) => [html.slice(start, end), translation]),
    Object.keys(xenoglossToMarkdown().handlers),
    toPage(page, {title: 'Night'}),
    toAo3(annotation).chapter.html,
    toEpub([annotation], {title: 'Night'}).length,
    toWebAnnotations(annotation.standoff, {text: story}).length,
    explain(annotation, story, 3),
    lint(story).map(String),
    csv.read(words).entries.length,
    Object.keys(stardict.write(annotation.glossary)),
    markdown.write(annotation.glossary),
    polyglot.read('<dictionary><lexicon><word><conWord>sorul</conWord></word></lexicon></dictionary>', {file: 'PGDictionary.xml'}).entries.length,
    formats.length,
    createLexicon(annotation.glossary).lookup('rhumel').length,
    new MarkdownIt().use(markdownItXenogloss, {renderer: 'ruby'}).render(story),
  ])`

/** Bundles the program of a project that has markdown-it, too; it leaves its result, a string, in `globalThis.xenoglossResult`. */
export async function bundleForBrowsers(project: Project, options: BuildOptions = {}): Promise<string> {
  const imports = MODULES.map((name, index) => `import * as module${index} from '${name}'\nglobalThis.xenoglossModules = [module${index}]`).join('\n')
  const {outputFiles} = await build({
    stdin: {contents: `${imports}\n${PROGRAM}`, resolveDir: project.folder},
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    ...options,
    write: false,
  })
  return outputFiles[0]?.text as string
}
