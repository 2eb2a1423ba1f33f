import {makeScriptHost} from '../make-script-host.js'

const chinese = makeScriptHost({
  lang: 'zh',
  script: /^[\p{Script=Han}\p{N}]+$/u,
  own: /\p{Script=Han}/u,
  others: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  roles: {
    said: '说 說 道',
    asked: '问 問 问道 問道',
    answered: '答 回答 答道',
    cried: '喊 叫 喊道 叫道',
    he: '他',
    she: '她',
    it: '它',
    i: '我',
    you: '你 您',
    we: '我们 我們',
    they: '他们 他們 她们 她們',
    means: '意思',
    translated: '翻译 翻譯',
  },
  speechVerbs: '说 說 问 問 道 答 喊 叫 喃喃',
  gloss: {
    means: '意思 是; 意思是; 意為; 意为; 即',
    thatIs: '也就是; 也就是说; 也就是說; 即是',
    or: '或; 或者',
    inHost: '中文; 汉语; 漢語; 用中文 说',
    says: '说; 說; 问; 問',
    label: '译; 譯; 译文; 譯文; 注; 註; 译注; 譯註; 翻译; 翻譯',
    literally: '直译; 直譯; 字面意思',
    wordFor: '意思',
    reported: '',
    heading: '词汇表; 詞彙表; 注释; 註釋; 译文; 譯文; 翻译; 翻譯; 术语; 術語',
    naming: ['叫 称 稱', '', '词 詞 话 話', '意思 是'],
  },
})

export default chinese
