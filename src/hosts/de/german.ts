import {DRAWN_OUT, inflectionRule, prefixRule, replaceEnding} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {GERMAN_MODERN} from './german-modern.js'
import {RESPELLINGS} from './german-respellings.js'
import {GERMAN_ROLES} from './german-roles.js'
import {GERMAN_WORDS} from './german-words.js'

const german = makeHost({
  lang: 'de',
  words: GERMAN_WORDS,
  roles: GERMAN_ROLES,
  strangeLetter: /[^\p{ASCII}äöüß]/u,
  hasCapitalNouns: true,
  unknownRate: 0.0176,
  exclamations:
    'ach oh ah eh hm hmm na nanu pst psst tja igitt ei hei juhu hurra aua au uh puh pfui ätsch he heda hallo tschüss tschüs servus oje ojemine mensch donnerwetter herrje verdammt mist scheiße',
  supplement: `ums ins gibt's geht's war's ist's hab's hab' ich's du's er's sie's wir's man's wie's was's auf's für's in's so'n so'ne januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ${GERMAN_MODERN}`,
  informal: `
    ok okay wow hey hi lol omg cool krass geil echt digga alter boah uff naja nö nee jo jau jep yep ähm äh öhm mhm hmpf brr grr argh autsch bäh bums peng plumps klick tick tack miau wau
    handy laptop computer internet mail mails sms app apps email e-mail chat selfie fernseher tv pc euro euros km kg cm mm m dr prof hr fr frl st nr usw bzw z.b etc evtl ggf ca min std
  `,
  abbreviations: 'dr prof hr fr frl st nr usw bzw z b d h u a s o v chr ca evtl ggf vgl etc bd kap abs jh mio mrd str tel geb gest inkl',
  derivation: [
    {name: 'clitic', requires: "'", bases: (key) => [...replaceEnding(key, /'(?:s|n|ne|nen|m|ner|ne)?$/u, ['', 'e'])]},
    DRAWN_OUT,
    prefixRule(
      'un ver be er ent zer ge miss ab an auf aus bei ein fort her hin los mit nach vor weg zu zurück zusammen durch über um unter wider hinaus heraus hinein herein hinauf herauf hinunter herunter heran herum umher vorbei vorüber davon dahin daher entgegen empor nieder ur erz halb haupt groß alt',
    ),
    inflectionRule([
      '- e en er es em s n ern ens',
      'e en er es em ere eren erer eres erem ste sten ster stes',
      'en e st t te ten test tet end ende enden ender endes et est ung ungen ete eten',
      'eln le elt elte elten elnd',
      'ern re ert erte erten ernd',
      '- in innen chen lein heit heiten keit lich liche lichen licher liches ig ige igen iger iges isch ische ischen ischer los lose losen bar bare baren sam same samen haft hafte haften',
      'ss ß',
    ]),
    // Participles: gemacht, angekommen.
    {
      name: 'inflected',
      bases: (key) =>
        /^.{0,6}ge.{3,}(?:t|en)$/u.test(key)
          ? [key.replace(/ge(?=.{3,}$)/u, ''), key.replace(/ge(.{3,})t$/u, '$1en'), key.replace(/zu(.{3,})en$/u, '$1en')]
          : [],
    },
    {name: 'inflected', bases: (key) => (/^.{2,6}zu.{3,}en$/u.test(key) ? [key.replace(/zu(?=.{3,}en$)/u, '')] : [])},
    // Spelling before and after the reforms of 1901 and 1996.
    {
      name: 'respelt',
      bases: (key) => [
        ...(key.includes('th') ? [key.replaceAll('th', 't')] : []),
        ...(key.includes('ß') ? [key.replaceAll('ß', 'ss')] : []),
        ...(key.includes('ss') ? [key.replaceAll('ss', 'ß')] : []),
        ...(key.includes('ieren') ? [key.replace('ieren', 'iren')] : []),
        ...(key.startsWith('c') ? [`k${key.slice(1)}`] : []),
      ],
    },
  ],
  compoundLinks: ['s', 'es', 'n', 'en', 'er', 'e'],
  stem: stemByEndings('e en er es em s n ern ens t te ten test tet st end ende ung ungen et est ete eten'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    sagte sagt sagten sprach spricht sprachen fragte fragt fragten antwortete antwortet antworteten erwiderte erwidert rief ruft riefen schrie schreit meinte meint versetzte entgegnete flüsterte flüstert
    murmelte murmelt brummte brummt fügte fuhr bemerkte erklärte erklärt wiederholte wiederholt lachte lacht seufzte seufzt stöhnte keuchte zischte stammelte stotterte jammerte klagte bat bittet befahl
    begann beginnt dachte denkt knurrte grollte spottete drängte unterbrach versicherte versprach warnte widersprach wollte hauchte höhnte kicherte krächzte lispelte raunte schimpfte schluchzte tobte
    triumphierte wandte warf berichtete erzählte gestand gab erkundigte verkündete schloss schloß ergänzte fauchte nickte grinste
  `,
  ...glossFrom(
    {
      means:
        'bedeutet; bedeutete; das bedeutet; was bedeutet; das bedeutete; was so viel bedeutet wie; was soviel bedeutet wie; was soviel heißt wie; was so viel heißt wie; das heißt; was heißt; heißt; hieß; das hieß; übersetzt; will sagen; steht für',
      thatIs: 'das ist; d h; nämlich; also; mit anderen worten; sprich; soll heißen; zu deutsch',
      or: 'oder; oder auch; oder vielmehr',
      inHost: 'auf deutsch; in unserer sprache; zu deutsch; in der gemeinsprache; deutsch',
      says: 'er sagt; sie sagt; er sagte; sie sagte; er fragt; sie fragt; er will wissen; sie will wissen; er meint; sie meint; sie sagen; sagte; fragte; er ruft; sie ruft',
      label: 'übersetzung; übers; anm; anm d ü; anmerkung; a d ü; t n; a n',
      literally: 'wörtlich; ungefähr; etwa; in etwa; sinngemäß; mehr oder weniger; so viel wie; soviel wie; frei übersetzt',
      wordFor: 'wort für; name für; das wort für; ihr wort für; name von; genannt; nennt man; nannten; nennen; nannte; namens; ausdruck für; bezeichnung für',
      reported: 'dass daß ob wie warum',
      heading: 'glossar; übersetzung; übersetzungen; wörterbuch; wörterverzeichnis; vokabeln; anmerkungen; fußnoten; worterklärungen; begriffe; anhang',
      naming: [
        'genannt nannte nannten nennt nennen hieß heißt namens sagt sagte',
        'in von',
        'wort wörter worte name ausdruck begriff satz',
        'bedeutet bedeutete heißt hieß ist war',
      ],
    },
    GERMAN_ROLES,
  ),
})

export default german
