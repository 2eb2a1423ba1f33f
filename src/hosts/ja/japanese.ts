import {makeScriptHost} from '../make-script-host.js'

const japanese = makeScriptHost({
  lang: 'ja',
  script: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ\p{N}]+$/u,
  own: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  roles: {
    said: '言 云 答 応 返 告 話',
    asked: '尋 訊 聞 問',
    cried: '叫 怒鳴',
    whispered: '囁 呟',
    he: '彼',
    she: '彼女',
    they: '彼等',
    i: '私 僕 俺',
    you: '君 貴方 お前',
    this: 'この これ',
    that: 'その あの それ',
    and: 'そして',
    but: 'しかし だが でも',
    of: 'の',
    to: 'へ に',
    from: 'から',
    not: 'ない',
    means: '意味',
    translated: '訳',
  },
  speechVerbs: '言 云 答 応 返 告 話 尋 訊 聞 問 叫 怒鳴 囁 呟',
  gloss: {
    means: 'という 意味; 意味 は; 意味 する',
    thatIs: 'つまり; すなわち',
    or: 'または; あるいは',
    inHost: '日本語 で; 日本語 では',
    says: 'と 言; と 訳',
    label: '訳; 訳注; 注; 意味; 日本語訳',
    literally: '直訳; 直訳 すると',
    wordFor: 'を 意味 する; という 言葉',
    reported: '',
    heading: '用語集; 訳; 訳注; 注; 注釈; 語彙; 用語',
    naming: ['', '', '言葉 単語 語', '意味'],
  },
})

export default japanese
