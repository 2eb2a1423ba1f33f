/** What English speakers call out, type and abbreviate, written down for this project: word lists leave most of it out. */

/** Sounds and interjections, words of chats and text messages, short forms of titles, units, files and scripts; lower case, without stops. */
export const INFORMAL = `
    ach ack achoo aah aaah agh ahh ahhh ahah ahaha ahem aiee aight argh arf arrgh atchoo aww awww bam bang bleh blah blech bloody blimey boing boo
    boop booyah bop brr brrr burp bzz bzzt bye byebye cheerio chomp clang clank clink clomp crikey cor coo dah dammit dang darnit dayum ding dong
    doh dude duh dun eek eep eew eh ehh ehm er erm err eugh eww ew feh fwip fwoosh fft gah gak gasp geez gosh grr grrr gulp gurgle guv haa hah haha
    hahah hahaha hahahaha harrumph heh hehe heheh hehehe heck hee heehee hello hell hellooo hey heya hi hic hiccup hiya hmm hmmm hmmmm hmph hmpf hnh hnn
    hoo hooboy hooey hoorah hoy hrm hrmm hrmph huh humph hup hurr hush hyah ick jeez jeeze jiminy ka kaboom kapow kerplunk kersplash kinda la lala
    lah lalala meh mhm mhmm mm mmm mmmm mmph mrow mrr mrrp mwah mwahaha nah nada naw neener nn nnn nngh noo nooo nope nuh nuhuh oh ohh ohhh oho oi ol ole
    omph om ooh oooh oof oomph oop oopsie oops ouch ouchie oww oy oyez pfff pffft pfft phew phooey ping plink plonk plop poof pow prr psh pshh psst ptui
    puh pst quack rah rawr ribbit roar scree shh shhh shhhh sheesh shoo shoosh skrrt skree slosh snap snort splash splat splosh squee squeak swish sss ta
    tada tap tch thud thump thunk thwack tick tock tralala tsk tsktsk tut tweet twang ugh uggh ughh uh uhh uhhh uhm uhoh uhuh uhhuh um umm ummm unh ungh
    urgh urk urm vroom wah wahey wahoo waugh whee wheee whew whirr whoa whoah whomp whoo whoof whoop whoopee whoosh whump woah woo woof woohoo woot
    wow wowee wowza wuff wuh yadda yah yahoo yay yea yeah yeahh yeaah yech yeehaw yeesh yep yeppers yer yikes yippee yo yoink yoohoo yow yowza yuck
    yuh yum yummy yup zap zing zip zoom zonk zzz
    argh baa bah bip bing bleep blip blop bloop blorp blub blup bom bonk boink bong brm brrm bwah bzzzt bzzzz caw cheep clack clatter clip clop cluck clunk creak croak dee
    diddle doink doof dum fizz flump fwump fzzt glub glug gnash grunt guh hng hngh hnng hnnng honk hoot hrk hrng hurgh kachunk kathunk kerchunk kersplat klang klonk klunk kraa krak
    meep meow mew miaow mmhm mmhmm moo mrp mrrow neigh nngh oink ook pang parp peep pht phut pitter patter plip plonk plop plunk poit pop prrt prt purr putt rap rat-a-tat rrr
    schlop schlorp schlup shff shlup shuck skritch skrr slurp slurrp smack snick snikt sniff snik snrk splish splort splot spoing sproing squelch squish squonk swoosh thock thok thrum thwap
    thwip thwump tink tinka tinkle toot trill tunk twit twoo vrm vrrm vroosh vworp vwoosh wham whap whiff whing whizz whop whsh wub wubba yap yelp yip zip zoop zwip zzt zzzt
    hey-nonny-no fal-lal fal-lal-lay tra-la tra-la-la for'ard tops'l mains'l fores'l stays'l stuns'l t'gallant fo'c'sle fo'c's'le bo's'n bo'sun lumme strewth gorblimey wotcher y'know s'pose
    c'mon d'ye d'you t'other tho' thro'
    afaik afk aka ama app apps asap atm bb bbl bbq bc bcuz bcs bf bff bffs bffr biz bot brb brt bro bros bruh btw bud cc ceo cgi cmon congrats coz cos cuz cya deets
    def dm dms dunno dw em emoji emojis eta etc ew faq fam ffs fic fics fml fomo fr ftw fwiw fyi gf gfs gg ggs gif gifs gimme giv goin gonna gotta gotcha gr8 gps
    gtg g2g hbu hmu hon hq hr html http https icymi idc idek idgaf idk idky iirc ikr ily imo imho info innit irl istg jk jpeg jpg json kbye kk kay
    kiddo l8r legit lemme lmao lmaoo lmfao lmk lol lolol lololol lols luv mfw mom momma mommy mum mums mumma mummy mmkay mod mods msg msgs mp3 mp4 nbd
    ngl nite noob nsfw nvm ofc og ok okay okey okie omfg omg omgg omw ooc op outta pdf pfp pic pics pls plz png pov ppl prob probs prolly ps psa pvp qt
    rip rn rofl roflmao rly rpg sec secs selfie sez shoulda shouldve shld shouldnt sidenote sis smh smth sms somethin sorta stfu sup srsly sry ta tba tbh tbf tbt tf tfw
    tgif thnx tho thot thru thx til tl tldr tmi ttyl tv ty tysm u ur ure urself urs ull usb vid vids vip vs vsco w wanna wannabe wassup wat watcha whatcha wdym wdyt
    whaddya wherever wifi wiki wip wips wtf wth wyd wym www xd xo xoxo xx xxx xoxoxo ya yall yaaas yas yass yasss yeet yknow yolo yr yrs ywy zomg
    couldnt didnt doesnt dont hadnt hasnt havent im isnt ive theyre thats theres wasnt werent whats whos wont wouldnt youd youll youre youve hes shes aint cant lets id itd itll
    coulda woulda mighta musta oughta hafta gotta hadda lotta lotsa outta kinda sorta dontcha betcha gotcha wontcha didja dja whaddaya cmere gwan nuff nuthin nothin sumthin
    somethin anythin everythin evrything evry tryin tryna finna imma ima boutta g'day g'night 'kay 'lo 'nuff 'night 'morning 'fraid 'scuse 'spose 'spect 'cept 'course 'ello 'ey 'ere
    'im 'er 'e 'ad 'ave 'imself 'erself 'ow 'ouse 'ole 'ell 'alf 'and 'ead 'ome 'hood 'bout 'round 'nother 'tween 'fore 'stead 'long 'way 'cross th' o' an' wi' i' t' ha' ma' da'
    dinna dunna canna didna wasna wouldna couldna shouldna isna hasna hadna havena willna winna shanna needna maunna mustna
    dinnae cannae didnae wasnae wouldnae couldnae shouldnae isnae hasnae hadnae havenae willnae winnae
    mr mrs ms mx dr drs prof rev hon lt cmdr cdr cpt capt col gen sgt cpl pvt pfc maj adm ens det insp supt gov sen rep pres sr jr esq msgr st ste mt ft
    dept univ inst corp inc ltd llc plc est tel ext fig figs vol vols ch chs chap ed eds eps ep pt pts pg pgs pp no nos nr approx misc temp min mins max avg
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun am pm bc bce ad ce
    oz lb lbs tsp tsps tbsp tbsps tbs qt gal pt cup cups ml cl dl kg mg km cm mm mph kph kmh rpm hz khz mhz ghz kb mb gb tb kw kwh mw db dpi fps bpm psi sq cu
    hp mp xp exp dps npc npcs pc pcs lvl lv str dex con wis cha agi vit def atk dmg mana stat stats buff debuff respawn nerf nerfed pve mmo mmorpg fps rts gm dm lfg afk aoe dot hud ui
    int ext cont'd contd vo os pov tk fin fic au aus ocs oc ooc canon fanfic fanfics drabble drabbles beta'd betaed unbeta'd unbetaed kudos tw cw tws cws nc pg pwp rpf hc crackfic headcanon headcanons
    exe txt doc docx xls csv zip mov mpg mpeg wav avi jpeg svg url urls html css js php sql api cpu gpu ram rom usb led lcd hdmi lan wan vpn ip isp id ids pin atm gps dna rna iq tv tvs dvd dvds cd cds
`
