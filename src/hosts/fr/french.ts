import {elisionRule, hyphenRule} from '../clitic-rules.js'
import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {FRENCH_MODERN} from './french-modern.js'
import {RESPELLINGS} from './french-respellings.js'
import {FRENCH_ROLES} from './french-roles.js'
import {FRENCH_WORDS} from './french-words.js'

const french = makeHost({
  lang: 'fr',
  words: FRENCH_WORDS,
  roles: FRENCH_ROLES,
  strangeLetter: /[^\p{ASCII}àâæçèéêëîïôœùûü]/u,
  unknownRate: 0.0052,
  exclamations: 'ah oh eh hé ho hein hélas bah ouf chut hum aïe ouais hop zut pouah fi holà allô euh heu ohé tiens bof mince merde putain',
  informal: `
    ok okay wow mdr ptdr lol bah ben beh hmm hm mh mmh mouais nan ouais ouaip yep pff pfff tss tsss brr grr argh beurk miam snif oups oulà olala waouh youpi bravo
    stp svp dsl bcp tkt jsp wesh mec meuf super cool sympa télé ordi portable mail mails sms internet smartphone selfie métro week-end euro euros
    km kg cm mm m mme mlle dr pr st ste art chap vol fig etc cf ex env min sec
  `,
  abbreviations: 'm mm mme mmes mlle mlles dr pr st ste mgr me cf etc p pp art chap vol fig av bd no ex env',
  singles: 'a à y ô',
  supplement: `
    aujourd'hui quelqu'un d'abord d'accord presqu'île entr'ouvrir grand'mère grand'chose c'est-à-dire peut-être t
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche
    ${FRENCH_MODERN}
  `,
  derivation: [
    elisionRule('l d j m t s c n qu jusqu lorsqu puisqu quoiqu quelqu presqu entr aujourd'),
    hyphenRule('t il elle on ils elles je tu nous vous ce moi toi lui leur le la les y en là ci même mêmes'),
    DRAWN_OUT,
    prefixRule('re ré dé des in im mal sur sous pré anti auto non inter'),
    inflectionRule([
      '- s x e es',
      'al aux ale ales',
      'eux euse euses eur eurs rice rices',
      'er e es ent é ée és ées ez ons ai as a âmes èrent ais ait ions iez aient erai eras era erons erez eront erais erait eraient ant ât asse assent eur euse',
      'ir is it issent issons issez i ie is ies issais issait issaient irai ira irait issant îmes irent',
      're s t ons ez ent ais ait aient rai ra rait ant u ue us ues it irent',
      'ment e',
      'if ive ifs ives',
      'ien ienne iens iennes',
      'ger geait geais gea geant geons geaient',
      'cer çait çais ça çant çons çaient',
    ]),
  ],
  stem: stemByEndings('s x e es er ez é ée és ées ent ais ait aient ant ons a ai ir i is it u ue us ment'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    dit dis disait disent disais dirent fit fis répondit répond répondis répondait reprit reprend reprenait s'écria s'écrie s'exclama s'exclame cria crie criait demanda demande demandait
    murmura murmure murmurait ajouta ajoute ajoutait répliqua réplique poursuivit poursuit continua continue interrompit s'étonna chuchota chuchote souffla souffle soupira soupire
    balbutia grommela gronda hurla lança lance objecta observa ordonna pensa pense protesta questionna remarqua répéta répète rétorqua riposta ricana rugit songea supplia affirma annonça assura avoua bégaya
    bredouilla commença conclut confirma déclara insista interrogea lâcha marmonna proposa prononça protesta rectifia s'enquit se sanglota siffla susurra acheva appela gémit glissa
    dit-il dit-elle dit-on dis-je fit-il fit-elle fis-je répondit-il répondit-elle répondis-je reprit-il reprit-elle demanda-t-il demanda-t-elle murmura-t-il murmura-t-elle ajouta-t-il ajouta-t-elle
    s'écria-t-il s'écria-t-elle continua-t-il continua-t-elle cria-t-il cria-t-elle répliqua-t-il répliqua-t-elle poursuivit-il poursuivit-elle pensa-t-il pensa-t-elle déclara-t-il déclara-t-elle souffla-t-il souffla-t-elle
  `,
  ...glossFrom(
    {
      means:
        'veut dire; voulait dire; qui veut dire; ce qui veut dire; ça veut dire; cela veut dire; signifie; signifiait; qui signifie; ce qui signifie; se traduit par; se traduirait par; traduit par',
      thatIs: "c'est-à-dire; c'est à dire; autrement dit; à savoir; soit; i e; c'est; ce qui est; en d'autres termes",
      or: 'ou; ou bien; ou encore; ou plutôt',
      inHost: 'en français; dans notre langue; en langue commune; en clair',
      says: 'il dit; elle dit; dit-il; dit-elle; il demande; elle demande; il veut savoir; elle veut savoir; ils disent; il a dit; elle a dit; disait; dit',
      label: 'traduction; trad; n d t; ndt; n d a; note; t n',
      literally: 'littéralement; mot à mot; à peu près; en gros; approximativement; plus ou moins',
      wordFor: 'mot pour; nom pour; le mot pour; leur mot pour; nom de; appelé; appelée; appelés; appelait; appellent; appelle; ainsi nommé',
      reported: "que qu' si comment pourquoi",
      heading: 'glossaire; lexique; traduction; traductions; vocabulaire; notes; note; dictionnaire; notes de fin; notes du traducteur',
      naming: [
        'appelé appelée appelait appellent appelle nommé nommée dit disait',
        'en de du',
        'mot mots nom expression terme phrase',
        'signifie signifiait veut voulait est était',
      ],
    },
    FRENCH_ROLES,
  ),
})

export default french
