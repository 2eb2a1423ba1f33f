import {fromMarkdown} from 'mdast-util-from-markdown'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import english from '../../src/hosts/en/english.js'
import {findBrackets} from '../../src/prose/find-brackets.js'
import {fold, stripApostrophes} from '../../src/prose/folding.js'
import {createFormTable} from '../../src/prose/form-table.js'
import {findQuotations} from '../../src/prose/quotations/find-quotations.js'
import {splitSentences} from '../../src/prose/sentences.js'
import {createTokenizer, tokenizeText} from '../../src/prose/tokenizer.js'
import {locateMarkdown} from '../../src/source/markdown/locate-markdown.js'
import {runsToSourceSpan} from '../../src/source/source-span.js'

describe('quotations', () => {
  test.each([
    ['“A,” he said. “B.”', ['A,', 'B.']],
    ['"A," he said. "B."', ['A,', 'B.']],
    ['«A», „B“ und »C«', ['A', 'B', 'C']],
    ['‘I don’t,’ he said, ‘know the dogs’ names.’', ['I don’t,', 'know the dogs’ names.']],
    ['“He said ‘no,’ twice.”', ['He said ‘no,’ twice.']],
    ['“Speech that goes on', ['Speech that goes on']],
    ['’Twas the dogs’ dinner', []],
  ])('%s', (text, inside) => {
    expect(findQuotations(text).map(({start, end}) => text.slice(start, end))).toEqual(inside)
  })
})

describe('brackets', () => {
  test.each([
    ['a (b) [c]', ['b', 'c']],
    ['(a (b) c)', ['a (b) c']],
    ['( (a)', ['a']],
    [':) (a', []],
    ['(a] b)', ['a] b']],
  ])('%s', (text, inside) => {
    expect(findBrackets(text).map(({start, end}) => text.slice(start, end))).toEqual(inside)
  })
})

describe('words', () => {
  const words = (text: string) => {
    const marks = findQuotations(text).flatMap(({open, close}) => (close ? [open.start, close.start] : [open.start]))
    return tokenizeText(text, new Set(marks)).map(({surface}) => surface)
  }
  test.each([
    ["Cle'mirr aca'a'patt wr' davu',... dec’ol", ["Cle'mirr", "aca'a'patt", "wr'", "davu'", 'dec’ol']],
    ['Mar-Tal per--haps blood—human', ['Mar-Tal', 'per', 'haps', 'blood', 'human']],
    ['‘Davu’ is a word, ‘isn’t it?’', ['Davu', 'is', 'a', 'word', 'isn’t', 'it']],
    ['ʻāina naïve e\u0301tude', ['ʻāina', 'naïve', 'e\u0301tude']],
    ['⟨&⟩ … 10:45', ['10', '45']],
  ])('%s', (text, surfaces) => expect(words(text)).toEqual(surfaces))

  test('keys', () => {
    expect(stripApostrophes(fold('Davu’'))).toBe('davu')
    expect(fold('E\u0301')).toBe('é')
    expect(fold('QAB', {caseSensitive: true})).toBe('QAB')
  })
})

describe('sentences', () => {
  const sentences = (text: string) => {
    const quotations = findQuotations(text)
    const brackets = findBrackets(text)
    const reader = createTokenizer(createFormTable())
    const words = reader.tokenize(text)
    return splitSentences(
      text,
      {quotations, brackets, emphases: [], words, tokens: reader.tokens(), terminators: reader.terminators()},
      english.abbreviations,
    ).map(({start, end, zone}) => `${zone}: ${text.slice(start, end)}`)
  }
  test.each([
    ['“A b. C d!” she said. (E f. G.)', ['speech: A b.', 'speech: C d!', 'narration: she said.', 'bracket: E f.', 'bracket: G.']],
    ['“Davu’,... allem kle. Tal?”', ['speech: Davu’,... allem kle.', 'speech: Tal?']],
    ['Mr. Pell met J. Smith. He left.', ['narration: Mr. Pell met J. Smith.', 'narration: He left.']],
    ['“What … is it?” he asked.', ['speech: What … is it?', 'narration: he asked.']],
    ['“I’m (points at himself) fine.”', ['speech: I’m', 'bracket: points at himself', 'speech: fine.']],
    ['(“A b.”)(C.)', ['bracket: “A b.”', 'bracket: C.']],
    ['… ! ?', []],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected))
})

describe('mapping to the source', () => {
  test.each(['a &amp; b \\* c', '> one\n> two &hellip; *three*', '- item\n  goes &#x1F600; on\\\n  here', 'a  \nb', '&bogus; &lt;b&gt; AT&T; \\a \\\\'])(
    '%j',
    (source) => {
      visit(fromMarkdown(source), 'text', ({value, position}) => {
        const span = {start: position!.start.offset!, end: position!.end.offset!}
        const runs = locateMarkdown(value, 0, source, span)
        for (let i = 0; i < value.length; i++) {
          const place = runsToSourceSpan(runs, i, i + 1)!
          const piece = source.slice(place.start, place.end)
          // The source has the character, its escape, or its reference.
          expect(piece === value[i] || piece === `\\${value[i]}` || /^&\S+;$/u.test(piece)).toBe(true)
        }
        expect(runsToSourceSpan(runs, 0, value.length)).toEqual(span)
      })
    },
  )
})

describe('familiarity of English words', () => {
  test.each([
    ['house', undefined],
    ['he’s', 'clitic'],
    ["couldn't", 'clitic'],
    ["kickin'", 'dropped-g'],
    ['H-here', 'stutter'],
    ['so-son', 'stutter'],
    ['Ho-ly', 'spelt-out'],
    ['Noooo', 'drawn-out'],
    ['Shhhh', 'drawn-out'],
    ['salt-stiffened', 'hyphenated'],
    ['superspeed', 'inflected'],
    ['10th', 'number'],
  ])('%s', (word, rule) => {
    expect(english.familiarity(word).tier).toBeDefined()
    expect(english.familiarity(word).rule).toBe(rule)
  })

  test.each(['sulvane', 'zhamirrod', "davu'", 'Greltin', '__proto__', 'constructorr'])('%s is not familiar', (word) => {
    expect(english.familiarity(word)).toEqual({})
  })
})
