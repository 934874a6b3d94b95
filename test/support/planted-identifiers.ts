import type { Cast } from './planted-cast.js';

/** What is planted, and a sentence in which `[…]` marks it. */
export type Plant = readonly [what: string, sentence: (cast: Cast) => string];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const day = (iso: string) => Number(iso.slice(8));
const month = (iso: string) => MONTHS[Number(iso.slice(5, 7)) - 1]!;
const unaccented = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
/** Two letters in the middle swapped; a letter dropped where they are alike. */
const misspelt = (word: string) => {
  const at = Math.floor(word.length / 2);
  const [one, other] = [word.charAt(at - 1), word.charAt(at)];
  return word.slice(0, at - 1) + (one === other ? one : other + one) + word.slice(at + 1);
};
const NICKNAME: Readonly<Record<string, string>> = {
  ...{ Robert: 'Bob', Elizabeth: 'Liz', William: 'Billy', Margaret: 'Peggy', Francisco: 'Paco', Katherine: 'Katie' },
  ...{ Anthony: 'Tony', Guadalupe: 'Lupita', Michael: 'Mike', Theodore: 'Ted' },
};

/** Each kind of direct identifier: by the roster first, then by form alone. */
export const PLANTS: readonly Plant[] = [
  ['full name', ({ complainant: c }) => `The board heard that [${c.given} ${c.middle} ${c.family}] was stopped.`],
  [
    'name in capitals',
    ({ officer: o }) => `It was signed by [${o.given.toUpperCase()} ${o.family.toUpperCase()}] afterwards.`,
  ],
  [
    'name in small letters',
    ({ complainant: c }) => `a passer-by shouted [${c.given.toLowerCase()} ${c.family.toLowerCase()}] from the porch`,
  ],
  ['surname alone', ({ complainant: c }) => `Later [${c.family}] asked for a supervisor.`],
  ['surname without accents', ({ complainant: c }) => `Later [${unaccented(c.family)}] asked for water.`],
  ['surname of an owner', ({ officer: o }) => `The video shows [${o.family}]'s hand on the door.`],
  ['given name alone', ({ witness: w }) => `A friend, [${w.given}], filmed it.`],
  ['nickname', ({ complainant: c }) => `Everybody on the block calls the driver [${NICKNAME[c.given]!}].`],
  ['initial and surname', ({ officer: o }) => `The report names [${o.given.charAt(0)}. ${o.family}] as the driver.`],
  ['surname, then given name', ({ complainant: c }) => `The form reads [${c.family}, ${c.given}] on its first line.`],
  ['title and surname', ({ officer: o }) => `It was Ofc. [${o.family}] who opened the trunk.`],
  ['misspelt surname', ({ officer: o }) => `According to the note, [${misspelt(o.family)}] stood behind the car.`],
  [
    'misspelt surname in small letters',
    ({ complainant: c }) => `The clerk wrote that [${misspelt(unaccented(c.family)).toLowerCase()}] had left.`,
  ],
  ['hyphenated surname split', ({ witness: w }) => `A neighbour, [${w.family.replace('-', ' ')}], came out.`],
  ['half of a double surname', ({ witness: w }) => `Then [${w.family.split('-')[1]!}] came out.`],
  [
    'double surname run together',
    ({ witness: w }) => `The log says [${w.family.replace('-', '').toLowerCase()}] twice.`,
  ],
  [
    'initials with points',
    ({ complainant: c }) => `The settlement was signed [${c.given.charAt(0)}.${c.family.charAt(0)}.] in ink.`,
  ],
  [
    'name in an account',
    ({ complainant: c }) =>
      `The clip was posted by [${c.given.charAt(0).toLowerCase()}${unaccented(c.family).toLowerCase()}] that night.`,
  ],
  [
    'name broken by a hyphen',
    ({ officer: o }) => `The scan reads [${o.family.slice(0, 4)}-\n${o.family.slice(4)}] at the edge.`,
  ],
  ['badge number', ({ badge }) => `The number [${badge}] was visible on the shirt.`],
  [
    'badge number in groups',
    ({ badge }) => `The number [${badge.slice(0, 2)}-${badge.slice(2)}] was visible on the vest.`,
  ],
  ['case number', ({ caseNumber }) => `See also [${caseNumber.replace('-', ' ')}] in the archive.`],
  ['licence plate', ({ plate }) => `The car was a sedan, [${plate.replace(' ', '-')}], with a broken lamp.`],
  ['telephone number', ({ phone }) => `The caller could be reached at [(${phone.slice(0, 3)}) ${phone.slice(4)}].`],
  ['telephone number without area', ({ phone }) => `The last call went to [${phone.slice(4)}].`],
  ['telephone number with points', ({ phone }) => `They left [+1.${phone.replaceAll('-', '.')}] with the desk.`],
  ['e-mail address', ({ mail }) => `Photographs were sent from [${mail}] that evening.`],
  ['street address', ({ house, street }) => `It happened in front of [${house} ${street} Avenue].`],
  ['street of the address', ({ street }) => `The patrol turned onto [${street}] and stopped.`],
  [
    'birthday',
    ({ birthday: b }) => `The driver, born [${Number(b.slice(5, 7))}/${day(b)}/${b.slice(0, 4)}], had a licence.`,
  ],
  ['day of the incident', ({ incident: i }) => `On [${month(i)} ${day(i)}, ${i.slice(0, 4)}] the unit was on patrol.`],
  ['day without its year', ({ incident: i }) => `On the [${day(i)}th of ${month(i)}] the unit was on patrol.`],
  ['social security number', () => 'The form shows [219-09-9999] in its corner.'],
  ['last digits of a number', () => 'The officer read out the last four of the social, [4821].'],
  ['another telephone number', () => 'A flyer with [773-555-0142] was on the seat.'],
  ['telephone number in words', () => 'On the radio one hears [five five five zero one four two] clearly.'],
  ['another e-mail address', () => 'The flyer gave [help@shelter.example.com] for questions.'],
  ['e-mail address in words', () => 'Write to [jane dot doe at example dot com] for the clip.'],
  ['web address', () => 'The clip is at [https://video.example.com/watch?v=88ab] now.'],
  ['social network account', () => 'It was posted by [@southside_cam_77] the same night.'],
  ['another street address', () => 'The family moved from [2210 W. Palmer Blvd Apt 3B] last year.'],
  ['crossing of streets', () => 'The stop was at the [corner of Third and Main] near a shop.'],
  ['coordinates', () => 'The log places the car at [41.87811, -87.62980] then.'],
  ['another day', () => 'The hearing was moved to [2023-11-04] at short notice.'],
  ['exact time', () => 'The camera was switched off at [10:42 p.m.] for a while.'],
  ['military time', () => 'The camera was switched on at [2305 hours] again.'],
  ['age over 89', () => 'A man who was [93 years old] watched from a window.'],
  ['another plate', () => 'A van with licence plate [8XKR212] blocked the lane.'],
  ['vehicle number', () => 'The tow slip lists [1HGCM82633A004352] as the vehicle.'],
  ['another case number', () => 'It is filed under incident no. [23-004518] at the district.'],
  ['medical record number', () => 'The hospital entered MRN [00482913] on the wristband.'],
  ['driver’s licence number', () => "The driver's license [D400-7836-0001] was returned."],
  ['another badge number', () => 'Only star #[1187] could be read on the film.'],
  ['card number', () => 'The card [4111 1111 1111 1111] was photographed.'],
  ['bank account number', () => 'Bail was paid from account number [000123456789] that day.'],
  ['titled name of nobody in the case', () => 'The desk was staffed by Sergeant [Ellery Vandermolen] alone.'],
  ['passport number', () => 'The passenger showed passport no. [C03005988] at the window.'],
  ['unit number', () => 'A second car, unit [4127], arrived soon after.'],
];
