/** Short and pet forms that go together, English and Spanish as they are used in the United States. What stands between two bars is one name. */
const GROUPS = `
abigail abby abbie gail | albert al bert bertie alberto beto | alejandro alex alejo sandro
alexander alex alec xander sandy sasha aleksander | alexandra alex alexa lexi sandra sasha alejandra
alfred al fred alfie alfredo fredo | alice allie ally alicia | andrew andy drew andres andre | angela angie angel
anthony tony ant antonio toni | ann anne anna annie nan nancy ana anita | barbara barb barbie babs
benjamin ben benny benji | beverly bev | bradley brad | brandon bran | brian bryan bryant | calvin cal | cameron cam
catherine katherine kathryn kate katie kathy cathy kay kat kitty katy catalina
charles charlie chuck chas chaz carlos charley | charlotte charlie lottie
christina christine chris tina chrissy kristina kristen kris kirsten | christopher chris kit topher cristobal kris
clifford cliff | cynthia cindy | daniel dan danny dani | danielle dani | david dave davey davy
deborah debra deb debbie | dennis denny | dolores lola | dominic dom nick domingo | donald don donny donnie
dorothy dot dottie dolly | douglas doug | edward ed eddie ted teddy ned eduardo lalo | eleanor ellie nell nora elena
elizabeth liz lizzie beth betty betsy eliza elsie lisa libby bess isabel | emily em emma | enrique kike quique henry
ernest ernie ernesto | eugene gene | evelyn eve evie | fernando nando | florence flo | frances fran frankie francesca
francis frank frankie fran francisco paco pancho cisco | franklin frank frankie
frederick fred freddie freddy rick federico | gabriel gabe | gabriela gabriella gabby gaby ella
geoffrey jeffrey jeff geoff | gerald gerry jerry gerardo | gertrude trudy gert | gilbert gil gilberto
gregory greg gregg | gustavo gus tavo | guadalupe lupe lupita | harold harry hal | helen nell ellie elena
henry hank harry hal | herbert herb bert | howard howie | humberto beto | ignacio nacho | irene rene
isabella isabel bella izzy | isaac ike zack | ismael mayo | jacob jake jack | jacqueline jackie
james jim jimmy jamie jaime jem | janet jan jane | jason jay jase | jennifer jen jenny jenn
jeremiah jerry jeremy jem | jessica jess jessie | jesus chuy chucho | joanne joanna jo joan
john jack johnny jon juan johnnie | jonathan jon john johnny nathan | joseph joe joey jose pepe josef
josephine jo josie | joshua josh | juan juanito john | judith judy judi | julia julie jules | justin jus | karen kari
kenneth ken kenny | kevin kev | kimberly kim kimmy | lawrence laurence larry lars lorenzo
leonard leo len lenny leonardo | leroy roy | leslie les | lillian lily lil | louis lou louie luis lewis
lucille lucy lucia | luis lucho louis | lyndon lyn | manuel manny manolo
margaret maggie meg peggy marge margie greta rita madge margarita | maria mary mari mia marie | mario mayito
marjorie marge margie | martha marty patsy marta | martin marty martina | mary molly polly mamie marie maria
matthew matt matty mateo | maurice moe morris mo | maximilian max | maxwell max | melissa mel missy | melvin mel
michael mike mikey mick mickey miguel mitch | michelle shelly shell mickey | mildred millie
mohammed muhammad mohamed mo mohammad moe | nancy nan | natalie nat | nathaniel nathan nate nat
nicholas nick nicky nicolas niko nico | norman norm | olivia liv ollie | oliver ollie | pamela pam
patricia pat patty trish tricia patsy | patrick pat paddy rick patricio | paul pablo pauly | pedro peter | peter pete
philip phillip phil pip felipe | priscilla cilla | rafael raphael rafa | ralph raul | ramon ray moncho | randall randy
raymond ray raymundo | rebecca becky becca | refugio cuco | reginald reggie reg | ricardo rick ricky rico
richard rick ricky rich richie dick dickie | robert rob bob bobby bert robbie roberto | roberta bobbie robbie
roger rodge rog | roland rollie | ronald ron ronnie ronny | rosario chayo | roselyn rosalind rosemary rose roz rosa rosie | roy leroy
russell russ rusty | ruth ruthie | samantha sam sammy | samuel sam sammy | sandra sandy | santiago chago diego
sarah sally sadie sara | sebastian seb bastian | sergio checo | sharon shari | shirley shirl | solomon sol
sophia sophie | stanley stan | stephanie steph stefanie | steven stephen steve stevie esteban | stuart stu
susan sue susie suzy susanna suzanne | sylvester sly | sylvia silvia | tamara tammy
teresa theresa terry tess tessa teri | terrance terrence terry | thaddeus thad tad | theodore ted teddy theo
thomas tom tommy tomas tomasz | timothy tim timmy | tobias toby | tyrone ty | valerie val | vanessa nessa
veronica ronnie vero roni | vicente chente | victor vic | victoria vicky vicki tori | vincent vince vinny vicente
virginia ginny ginger | walter walt wally | wesley wes | wilfred wil fred
william bill billy will willie liam guillermo memo | winifred winnie | xavier javier javi | yolanda yoli
zachary zach zack zak
`;

const byName = new Map<string, Set<string>>();
for (const forms of GROUPS.trim().split(/\n|\|/)) {
  const group = forms.trim().split(' ');
  for (const name of group) byName.set(name, new Set([...(byName.get(name) ?? []), ...group]));
}

/** The other forms that a given name is called by; none for a name that is not in the table. */
export function nicknamesOf(name: string): string[] {
  return [...(byName.get(name) ?? [])].filter((other) => other !== name);
}
