import {makeScriptHost} from '../make-script-host.js'

const japanese = makeScriptHost({
  lang: 'ja',
  script: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ\p{N}]+$/u,
  own: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  speechVerbs: '言 答 叫 尋 囁 呟 言った 答えた 叫んだ 尋ねた 囁いた 呟いた 聞いた',
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
