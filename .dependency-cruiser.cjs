/** Which way imports may point. `npm run lint` and tests/package/layers.test.ts check it; src/README.md explains it. */

/** From the top to the bottom: a layer may import what stands below it, and itself. */
const LAYERS = [
  ['command-line', '^src/(cli\\.ts$|cli/|scripts/)'],
  ['entry-files', '^src/(?!cli\\.ts$)[^/]+\\.ts$'],
  ['corpus', '^src/corpus/'],
  ['plugins', '^src/plugins/'],
  ['lint', '^src/lint/(?!rules/|[a-z-]+\\.ts$)|^src/lint/(lint|lint-with|proofread|remark-lint|apply-fixes|explain|explanations|advice)\\.ts$'],
  ['documents', '^src/documents/'],
  ['books', '^src/books/'],
  ['render', '^src/render/'],
  ['files', '^src/files/'],
  ['formats', '^src/formats/'],
  ['annotate', '^src/annotate/'],
  ['lint-rules', '^src/lint/(rules/|rule-names|content-words|spelling-distance|learned-meanings|types)'],
  ['glossary', '^src/glossary/'],
  ['gloss', '^src/gloss/'],
  ['detect', '^src/detect/'],
  ['source', '^src/source/'],
  ['lexicon', '^src/lexicon/'],
  ['languages', '^src/languages/'],
  ['hosts', '^src/hosts/'],
  ['prose', '^src/prose/'],
  ['util', '^src/util/'],
]
const above = (index) => LAYERS.slice(0, index).map(([, path]) => path)

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read, tested or moved one at a time.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
    ...LAYERS.slice(1).map(([name, path], index) => ({
      name: `${name}-imports-down`,
      comment: `Layers below do not depend on layers above, so that each can be understood from itself and what it imports: ${name}.`,
      severity: 'error',
      from: {path},
      to: {path: above(index + 1)},
    })),
    {
      name: 'registry-items-stand-alone',
      comment: 'A clue, convention, rule or renderer can be added or removed without reading the others; what two share lies beside the folder of items.',
      severity: 'error',
      from: {path: '^src/(?:detect/clues|gloss/conventions|lint/rules|render/renderers)/(?!index)'},
      to: {path: '^src/(?:detect/clues|gloss/conventions|lint/rules|render/renderers)/'},
    },
    {
      name: 'formats-stand-alone',
      comment: 'A format does not depend on another; what several share lies in formats/shared.',
      severity: 'error',
      from: {path: '^src/formats/(csv|epub|html|json|lift|polyglot|stardict|tei|yomitan)/'},
      to: {path: '^src/formats/', pathNot: '^src/formats/($1|shared)/|^src/formats/types\\.ts$'},
    },
    {
      name: 'commands-stand-alone',
      comment: 'A command can be read and added without the others; what two share lies in src/cli.',
      severity: 'error',
      from: {path: '^src/cli/commands/'},
      to: {path: '^src/cli/commands/'},
    },
    {
      name: 'library-without-command-line-packages',
      comment: 'Who imports the library does not load what only the command line needs.',
      severity: 'error',
      from: {path: '^src/(?!cli\\.ts$|cli/|scripts/)'},
      to: {path: '(^|/)node_modules/(commander|lilconfig|picocolors|chokidar|tinyglobby|vfile-reporter)/'},
    },
    {
      name: 'annotating-loads-three-rules',
      comment: 'annotate reports three rules; the other rules and their advice load with lint alone, which keeps the bundle of annotate small.',
      severity: 'error',
      from: {path: '^src/(?!lint/|lint\\.ts$)'},
      to: {path: '^src/lint/rules/', pathNot: '^src/lint/rules/(line-without-gloss|near-spelling|unknown-word)\\.ts$'},
    },
    {
      name: 'reader-stands-alone',
      comment: 'What a page loads in the browser carries nothing of the library.',
      severity: 'error',
      from: {path: '^src/reader/'},
      to: {path: '^src/(?!reader/)'},
    },
    {
      name: 'languages-are-chosen-by-options',
      comment: 'A host language is a folder of data; only the options name one.',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/(hosts/|scripts/|annotate/default-parts\\.ts$)'},
      to: {path: '^src/hosts/[a-z]+/'},
    },
    {
      name: 'pipeline-stages-are-independent',
      comment: 'A stage gets everything as named arguments; only annotate/pipeline.ts knows their order.',
      severity: 'error',
      from: {path: '^src/(?:detect/(?:survey|propose|judge)|gloss/(?:pair|align)|glossary/(?:link|collect|assign-languages)|source/(?:flatten|weave))\\.ts$'},
      to: {path: '^src/(?:detect/(?:survey|propose|judge)|gloss/(?:pair|align)|glossary/(?:link|collect|assign-languages)|source/(?:flatten|weave))\\.ts$'},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'default', 'types']},
  },
}
