/** Stories told in Japanese and Chinese, with lines of an invented language. */
import {describe, expect, test} from 'vitest'
import {annotate} from '../../src/annotate/annotate.js'
import {loadHost, recognizeHost} from '../../src/hosts.js'

const japanese = `「Rhumel beshul」と老婆は言って、雨戸を閉めた。（寒い夜だ。）

「なんて言ったの」と少年は尋ねた。老婆は答えず、ただ笑って、火に薪をくべた。外では風が鳴り、遠くで犬が吠えていた。

「Orreth」（おやすみ）と彼女は囁いた。少年はまだ眠くなかったが、目を閉じた。`

const chinese = `“Rhumel beshul，”老婆说着，关上了窗。（夜里很冷。）

“你说什么？”男孩问。老婆没有回答，只是笑了笑，往火里添了一根柴。外面的风在响，远处有一条狗在叫，月亮慢慢地升到了山顶上面。

“Orreth。”（晚安。）她轻声说。男孩还不困，可是他闭上了眼睛。`

describe.each([
  ['ja', japanese, ['寒い夜だ。', 'おやすみ']],
  ['zh', chinese, ['夜里很冷。', '晚安。']],
] as const)('%s', (tag, story, translations) => {
  test('it is recognised', () => expect(recognizeHost(story)).toBe(tag))

  test('the lines are found and paired, and nothing else is', async () => {
    const {standoff, hostLanguage} = annotate(story, {format: 'text', host: await loadHost(tag)})
    expect(hostLanguage).toBe(tag)
    expect(standoff.utterances.map(({translation}) => translation)).toEqual(translations)
  })

  test('it is told from the others', async () => {
    const host = await Promise.all((['en', 'ja', 'zh', 'ru'] as const).map(loadHost))
    expect(annotate(story, {format: 'text', host}).hostLanguage).toBe(tag)
  })

  test('as English it is nothing, and one message says so', () => {
    const {standoff, glossary, messages} = annotate(story, {format: 'text'})
    expect(standoff.utterances).toEqual([])
    expect(glossary.entries).toEqual([])
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['host-language'])
  })
})
