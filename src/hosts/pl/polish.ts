import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {POLISH_MODERN} from './polish-modern.js'
import {RESPELLINGS} from './polish-respellings.js'
import {POLISH_ROLES} from './polish-roles.js'
import {POLISH_WORDS} from './polish-words.js'

const polish = makeHost({
  lang: 'pl',
  words: POLISH_WORDS,
  roles: POLISH_ROLES,
  strangeLetter: /[^\p{ASCII}ąćęłńóśźż]/u,
  unknownRate: 0.0219,
  exclamations:
    'ach och oj ej eh hej ho ech oho aha ojej hm hmm no ba fe fi precz hura brawo dalibóg psst cyt ćśś a hop bęc bum halo cześć kurde cholera kurwa',
  supplement: `styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek środa czwartek piątek sobota niedziela ${POLISH_MODERN}`,
  informal: `
    ok okej okay wow hej lol spoko sorry sorki dzięki nara cześć super fajnie fajny fajna kumpel gościu laska komórka komputer laptop internet mail smsa sms wiadomość telewizor app euro złotych zł
    km kg cm mm m dr prof mgr inż św ul nr itd itp np tzn tzw m.in godz min hmm mhm yhm yyy eee uff ups brr haha hihi
  `,
  abbreviations: 'dr prof mgr inż św ul nr itd itp np tzn tzw m in godz min r w s str por tj p pp ks al pl red',
  singles: 'a i o u w z',
  vowel: /[aeiouyąęó]/u,
  derivation: [
    DRAWN_OUT,
    prefixRule('nie po przy prze wy za na do od ode o ob z ze s ś roz u w we wz pod nad przed naj arcy nienaj współ bez'),
    inflectionRule([
      '- a u owi em ie e y i ów om ami ach o ę ą',
      'a y i ie e ę ą o om ami ach',
      'o a u em ie om ami ach',
      'e a u em om ami ach ego emu ym im',
      'y a e ego ej emu ą ym ych ymi i szy sza sze o ie ość ości ością',
      'i a ie iego iej iemu ią im ich imi',
      'ki ka kie kiego kiej kiemu ką kim kich kimi ko cy',
      'ć ł ła ło li ły łem łam łeś łaś łby łaby łoby ny na ne ni nie nia niu niem wszy sz my cie ją m n t w ąc ący ąca ące ącego ącej ących',
      'ać am asz a amy acie ają ał ała ało ali ały ałem ałam ając ający ająca any ana ane ani anie anego anej ano aj ajcie',
      'ować uję ujesz uje ujemy ujecie ują ował owała owali owały ując ujący owany owana owane owano uj ujcie',
      'ywać ywam ywa ywał ywała ywali ywając uje ują ywany ywana',
      'ić ię isz i imy icie ią ił iła iło ili iły iłem iłam ąc ący iony iona ione ienie ienia',
      'yć ę ysz y ymy ycie ą ył yła yło yli yły ąc ony ona one enie enia',
      'eć ę isz i ał ała ało eli ały ąc ejąc',
      'nąć nę niesz nie ną nął nęła nęło nęli nęły nięty nięta nięcie nij ń',
      'ek ka ku kowi kiem kach kami ki ków kom',
      'ec ca cu cowi cem cy ców com cami cach',
      'ość ości ością',
      'nik nika nikiem niku nicy ników nikom nikami',
    ]),
    // Spelling before 1936: -ja for -ia, -ym for -em.
    {
      name: 'respelt',
      bases: (key) => [
        ...(/[^aeiouyąęó]j[aeięąo]/u.test(key) ? [key.replace(/(?<=[^aeiouyąęó])j(?=[aeięąo])/gu, 'i')] : []),
        ...(/é/u.test(key) ? [key.replaceAll('é', 'e')] : []),
        ...(/(?:em|emi)$/u.test(key) ? [key.replace(/em(i?)$/u, 'ym$1'), key.replace(/em(i?)$/u, 'im$1')] : []),
      ],
    },
  ],
  stem: stemByEndings('a u owi em ie e y i ów om ami ach o ę ą ego ej emu ym ych ymi iego iej im ich ć ł ła ło li ły łem łam ość ości ąc'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    rzekł rzekła rzecze rzekli mówi mówił mówiła mówią powiada powiadał powiedział powiedziała zapytał zapytała spytał spytała pyta pytał pytała odpowiedział odpowiedziała odpowiada odparł odparła odrzekł odrzekła
    zawołał zawołała woła wołał wołała krzyknął krzyknęła krzyczał krzyczała krzyczy szepnął szepnęła szepcze szeptał szeptała mruknął mruknęła mruczał dodał dodała powtórzył powtórzyła powtarzał ciągnął ciągnęła
    przerwał przerwała westchnął westchnęła zauważył zauważyła zaczął zaczęła jęknął jęknęła bąknął burknął warknął warknęła syknął syknęła wykrzyknął wykrzyknęła wyjaśnił wyjaśniła wyszeptał wyszeptała wtrącił wtrąciła
    zaśmiał roześmiał zdziwił ucieszył zawyrokował oświadczył oświadczyła oznajmił oznajmiła przyznał przyznała prosił prosiła poprosił poprosiła rozkazał kazał pomyślał pomyślała myślał jąknął wybąkał huknął ryknął
    stwierdził stwierdziła potwierdził zagadnął zagadnęła zaprotestował zakończył wymamrotał mamrotał skinął rzuciła rzucił śmiał
  `,
  ...glossFrom(
    {
      means:
        'znaczy; znaczyło; oznacza; oznaczało; co znaczy; co znaczyło; co oznacza; co oznaczało; to znaczy; to znaczyło; czyli; w tłumaczeniu; tłumaczy się jako; co się tłumaczy',
      thatIs: 'to jest; t j; czyli; i e; mianowicie; innymi słowy; to znaczy',
      or: 'lub; albo; czy też; czyli; albo raczej',
      inHost: 'po polsku; w naszym języku; w naszej mowie; we wspólnej mowie; po naszemu',
      says: 'mówi; powiedział; powiedziała; on mówi; ona mówi; pyta; chce wiedzieć; mówią; zapytał; rzekł; rzekła; mówi że',
      label: 'tłumaczenie; tłum; przyp tłum; przypis; przyp; t n; przekład; uwaga',
      literally: 'dosłownie; mniej więcej; coś jak; w przybliżeniu; w wolnym tłumaczeniu',
      wordFor: 'słowo na; nazwa na; ich słowo na; zwany; zwana; zwane; nazywają; nazywali; nazywał; określenie na',
      reported: 'że iż czy jak dlaczego',
      heading: 'słowniczek; słownik; glosariusz; tłumaczenie; tłumaczenia; przypisy; uwagi; objaśnienia',
      naming: [
        'zwany zwana zwane nazywają nazywali nazywał mówi mówią rzekł',
        'w z po',
        'słowo słowa słów nazwa imię zwrot wyraz',
        'znaczy znaczyło oznacza oznaczało jest było',
      ],
    },
    POLISH_ROLES,
  ),
})

export default polish
