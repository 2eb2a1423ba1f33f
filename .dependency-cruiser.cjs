/** The layers of the house: imports only point down. `npm run lint` and tests/layers.test.ts hold them. */

/** From the top to the bottom. */
const LAYERS = [
  ['the command line', '^src/(cli\\.ts$|cli/|publish-schemas\\.ts$)'],
  ['the shell', '^src/shell/'],
  ['the corpus', '^src/corpus/'],
  [
    'front doors',
    '^src/(index|concordance|files|plugins|annotate|html|sanitize-schema|ao3|epub|apply-fixes|explain|explanations|lint|proofread-story|remark-lint|markdown-it|to-markdown|web-annotation|messages|standoff-schema)\\.ts$',
  ],
  ['the disk', '^src/(encoding|make-folder|placing|story-format|system-errors)\\.ts$'],
  ['the pipeline', '^src/(pipeline|standoff)\\.ts$'],
  ['options', '^src/(options|front-matter|defaults)\\.ts$'],
  ['stages and shelves', '^src/(stages|clues|conventions|renderers|formats|rules)/'],
  ['knowledge', '^src/(host|lexicon)/'],
  ['text', '^src/text/'],
  ['data', '^src/data/'],
  ['types', '^src/types\\.ts$'],
]
const above = (index) => LAYERS.slice(0, index).map(([, path]) => path)

module.exports = {
  forbidden: [
    {name: 'no-circles', comment: 'A circle has no bottom: nothing in it can be read first.', severity: 'error', from: {}, to: {circular: true}},
    ...LAYERS.map(([name, path], index) => ({
      name: `${name.replaceAll(' ', '-')}-import-down`,
      comment: `What lies below must not know what stands on it: ${name} may not import from above.`,
      severity: 'error',
      from: {path},
      to: {path: above(index).length > 0 ? above(index) : ['^$']},
    })),
    {
      name: 'stages-do-not-know-each-other',
      comment: 'A stage gets everything as named arguments; only the pipeline knows the order.',
      severity: 'error',
      from: {path: '^src/stages/([^/]+)\\.ts$'},
      to: {path: '^src/stages/', pathNot: '^src/stages/$1\\.ts$'},
    },
    {
      name: 'stages-do-not-know-shelves',
      comment: 'A stage knows no language, renderer or file format; it gets the items as arguments.',
      severity: 'error',
      from: {path: '^src/stages/'},
      to: {path: '^src/(host|clues|conventions|renderers|formats|rules)/'},
    },
    {
      name: 'items-of-a-shelf-stand-alone',
      comment: 'An item can be added or taken away without reading the others; only what two share may lie beside them.',
      severity: 'error',
      from: {path: '^src/(clues|conventions|renderers|formats|rules)/(?!index)([a-z]+)[^/]*\\.ts$'},
      to: {
        path: '^src/(clues|conventions|renderers|formats|rules)/',
        pathNot: [
          '^src/conventions/(brackets|connected|sites)\\.ts$',
          // Their names, what a story teaches of its words, and how near two spellings are.
          '^src/rules/(names|lessons|content-words|slips)\\.ts$',
          // Parts of one format are called after it.
          '^src/formats/$2-[^/]+\\.ts$',
          // What several formats share: bytes and packing, XML, HTML, names of things, what is quoted of stories.
          '^src/formats/(input|titles|words|ids|one-line|separated|fingerprint|bytes|dictzip|zip|xml|xml-read|xml-write|html-element|examples|occurrences)\\.ts$',
          // Tables with tabs are tables.
          '^src/formats/csv-(table|cells)\\.ts$',
        ],
      },
    },
    {
      name: 'a-part-belongs-to-its-format',
      comment: 'What is called after a format, as stardict-read.ts, is a part of it, and of no other.',
      severity: 'error',
      from: {path: '^src/formats/([a-z]+)[^/]*\\.ts$'},
      to: {path: '^src/formats/(anki|dictd|epub|hunspell|json|lift|markdown|ontolex|stardict|tei|tmx|yomitan)-', pathNot: '^src/formats/$1-'},
    },
    {
      name: 'commands-stand-alone',
      comment: 'A command can be read and added without the others; what two do lies in the shell.',
      severity: 'error',
      from: {path: '^src/cli/(?!index)([a-z]+)\\.ts$'},
      to: {path: '^src/cli/', pathNot: '^src/cli/examples\\.ts$'},
    },
    {
      name: 'the-library-is-no-program',
      comment: 'The command line is thin over the library, and the library does without it.',
      severity: 'error',
      from: {path: '^src/(?!cli\\.ts$|cli/|shell/|publish-schemas\\.ts$)'},
      to: {path: '(^|/)node_modules/(commander|lilconfig|picocolors|chokidar|tinyglobby|vfile-reporter)/'},
    },
    {
      name: 'annotating-loads-three-rules',
      comment: 'The whole shelf, what it reads and what it advises are for proof-reading: who annotates does not load them.',
      severity: 'error',
      from: {path: '^src/(?!rules/|lint\\.ts$|remark-lint\\.ts$|proofread-story\\.ts$)'},
      to: {path: '^src/rules/', pathNot: '^src/rules/(names|line-without-gloss|near-spelling|unknown-word)\\.ts$'},
    },
    {
      name: 'the-reader-stands-alone',
      comment: 'What a page loads in the browser carries nothing of the library.',
      severity: 'error',
      from: {path: '^src/reader/'},
      to: {path: '^src/(?!reader/)'},
    },
    {
      name: 'one-front-for-hosts',
      comment: 'Another host language is another folder; only the options choose one.',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/(host/|options\\.ts$)'},
      to: {path: '^src/host/'},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'default', 'types']},
  },
}
