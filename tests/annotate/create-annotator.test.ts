import {build} from 'esbuild'
import {describe, expect, test} from 'vitest'
import {annotate} from 'xenogloss'
import {clues, conventions, createAnnotator, frontMatter, html, markdown, text} from 'xenogloss/core'
import german from 'xenogloss/hosts/de'
import english from 'xenogloss/hosts/en'

const story = '“Rhumel beshul,” she said, and closed the shutters. (A cold night.)\n\nThe lamp went out, and nobody in the house got up to light it.\n'
const parts = {host: english, formats: [text], conventions, clues}

describe('an annotator of named parts', () => {
  test('annotates as `annotate` does', () => {
    const all = createAnnotator({...parts, formats: [markdown, text, html], frontMatter})
    // No recognisers are among the parts.
    expect(all(story).standoff).toEqual(annotate(story, {recognize: false}).standoff)
    expect(all(story, {format: 'text'}).standoff).toEqual(annotate(story, {format: 'text', recognize: false}).standoff)
  })

  test('the first format is the default; another is an error that names those there are', () => {
    const own = createAnnotator(parts)
    expect(own(story).standoff).toEqual(annotate(story, {format: 'text', recognize: false}).standoff)
    expect(() => own(story, {format: 'html'})).toThrow(new TypeError("Option `format` must be one of 'text', not 'html'"))
  })

  test('without a reader, front matter is no option', () => {
    const source = `---\nxenogloss:\n  lang: art-x-mirr\n---\n\n${story}`
    const langOf = (annotation: ReturnType<typeof annotate>) => annotation.standoff.utterances[0]?.lang
    expect(langOf(createAnnotator({...parts, formats: [markdown], frontMatter})(source) as never)).toBe('art-x-mirr')
    expect(langOf(createAnnotator({...parts, formats: [markdown]})(source) as never)).toBe('art-x-unknown')
  })

  test('conventions that are left out find nothing', () => {
    expect(createAnnotator({...parts, conventions: []})(story).standoff.glosses).toEqual([])
  })

  test('the host may be any', () => {
    const german1 = createAnnotator({...parts, host: german})
    const {standoff} = german1(
      '„Rhumel beshul“, sagte sie und schloss die Läden. (Eine kalte Nacht.)\n\nDie Lampe ging aus, und niemand im Haus stand auf, um sie wieder anzuzünden.\n',
    )
    expect(standoff.utterances.map(({translation}) => translation)).toEqual(['Eine kalte Nacht.'])
  })

  test.each([
    [{...parts, host: 'en'}, /^Option `host` must be a host language/u],
    [{...parts, formats: []}, /^Option `formats` must be a list of formats/u],
    [{...parts, clues: [1]}, /^Option `clues/u],
    [{...parts, convention: []}, /`convention`.*`conventions`/u],
  ])('wrong parts: %#', (wrong, message) => {
    expect(() => createAnnotator(wrong as never)).toThrow(message)
  })

  test('a bundle carries what it names', async () => {
    const contents = `import {createAnnotator, text, conventions, clues} from 'xenogloss/core'\nimport english from 'xenogloss/hosts/en'\nexport const annotate = createAnnotator({host: english, formats: [text], conventions, clues})`
    const {metafile} = await build({
      stdin: {contents, resolveDir: process.cwd()},
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      metafile: true,
      logLevel: 'silent',
    })
    const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {}).flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? [path] : []))
    expect(inputs.length).toBeGreaterThan(5)
    expect(
      inputs.filter((path) => /node_modules\/(?:micromark|mdast-util-(?:from-markdown|directive|frontmatter)|parse5|hast-util-from-parse5|yaml)/u.test(path)),
    ).toEqual([])
  })
})
