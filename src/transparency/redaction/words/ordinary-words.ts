const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words of the language's frame that are names too. Alone and in small letters, in a text that has capitals, they are no name. */
export const FRAME_WORDS = list(`
  a an and are art as at be been being but by can do does did for from had has have he her him his i if in into is it its may
  me mine more my no nor not of off on one or our out own she so some than that the their them then there they this to too us
  was we were what when where which while who whom why will with would you your all any each few many much such very just now
  here how after before between both down up over under again once only same other until about against during through above
  below because could should might must shall`);

/** Names and titles of offices: a name's neighbours, never a name by themselves. */
export const TITLES = list(`
  mr mrs ms miss mx dr sir madam officer ofc off po sgt sergeant cpl corporal lt lieutenant capt captain cmdr commander chief
  deputy det detective agent trooper sheriff constable inspector investigator patrolman judge justice hon rev reverend pastor
  father sister brother imam rabbi coach prof professor counselor attorney alderman councilman councilwoman jr sr ii iii iv esq
  aka alias nee known unknown anonymous doe`);

/** Pieces of surnames: never a name by themselves, and left out or run together as people please. */
export const PARTICLES = list(
  'de del dela della der den di da das do dos du la las le les lo los van von vom zu zur bin ibn binti al el abu ap ben mc mac o st san santa y e ter ten d l',
);

/** Words of everyday reports that are one slip away from a name, or that are names: not taken for a misspelt name. */
export const ORDINARY_WORDS = list(`
  able about above across action actions after again against agency alley allow allowed almost alone along already also although
  always among angry another answer answered anyone anything apart appear appeared approach area arms around arrest arrested
  arrive arrived aside asked asking assault away back badge bank base became become been before began begin behind being belief
  below bench beside best better between beyond bike bill black blame block blood blue board body book both bottle bought break
  brick bring broke broken brother brought brown building built burn call called calling calls came camera cannot care cared
  carry case cash caught cause caused chain chair chance change charge charged chase check checked cheek chest chief child choke
  city claim class clean clear cliff close closed clothes coat cold come comes coming common corner could counter country couple
  court cover covered crash cream cried cross crowd cruiser curb curse custody dark date daughter days dead dean deny desk did
  dirty door doors down drank dress drew drink drive driver driveway driving drop drove drunk during each early east edge eight
  either else empty enough enter entered even evening event ever every everyone exit eyes face fact fair fall family fast father
  fear feet fell felt female fence field fight filed final find fine fired first five flag flash fled floor follow followed food
  foot force forced form found four free friend from front full gave gear girl give given glass going gone good grab grabbed
  grand grant grass gray green ground group guard hall hand handcuffs hands hard have head hear heard hedge held help here hers
  high hill hold home hood hope horn hospital hour hours house however hunter hurt ignore inside into jack jacket jail jean jump
  just keep kept kick kicked kids kind king knee kneel knew knife knock knocked know known lack lady lake lane language large
  last late later laugh laughed lawn lead learn least leave leaves left legs less letter light like line little live lived
  loose long look looked lost loud love lower main make male manner many march mark marks marsh mason master matter maybe mean
  means meant members mental mile miller mine minor minute minutes money month moore more morning most mother mouth move moved
  much must name near neck need needed neighbor never next nice niece night nine noise north nose note notes nothing notice
  nurse offer office officer officers often once only onto open opened order ordered other others outside over owner page paid
  pain paper parent park parked parker parking part party passed passenger past path patrol peace people perry phone photo
  picked pinned place placed plain plate point pointed police porch post potter press price pried prior private public pull
  pulled punch push pushed queue quick quiet quite radio rain raise raised ramp reached read ready real rear reason recall record
  refuse refused reply report rest rich ride right road rode roof room rose rough round rude rule said same sawyer search
  searched seat second seen send sent serve service seven several shall sharp shaw shed sheet shift shirt shoe shook shop short
  shot should shout shouted shove shoved show showed side side sidewalk sign silver since sister sitting slam slammed slap slide
  slow small smell smoke sober some someone something soon sorry sound south space spare speak speed spoke spot spray staff
  stand stated stay steel step stepped stick still stole stone stood stop stopped store story strange street strike strong
  struck stuck such summer support sure swept swing swore table take taken taking talk talked taller target taser taylor teach
  tell than that their them then there these they thing things think third this those though thought three threw throw thrown
  ticket till time times tire today together told tone took torn towed tower town track trade traffic train tree tried trip truck
  true trunk trust truth turn turned turner twice under until upon used vehicle very video view visit voice wade wait waited
  walk walked walker wall want wanted ward warn warned warren watch watched water webb week weight went were west what wheel when
  where which while white whole whose wide wife will wind window winter wish with within without witness woman women wood word
  words work worked works world would wrist write wrong wrote yard year years yell yelled young your youth`);
