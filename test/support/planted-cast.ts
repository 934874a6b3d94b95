import type { RosterEntry } from '../../src/transparency/redaction/index.js';
import { Dice } from '../../src/demo/dice.js';

export interface CastMember {
  given: string;
  middle: string;
  family: string;
}

/** One case's people and numbers, drawn by chance from a seed. */
export interface Cast {
  dice: Dice;
  complainant: CastMember;
  witness: CastMember;
  officer: CastMember;
  badge: string;
  phone: string;
  mail: string;
  house: string;
  street: string;
  caseNumber: string;
  plate: string;
  /** ISO dates */
  birthday: string;
  incident: string;
  roster: RosterEntry[];
}

const GIVEN = [
  'Robert',
  'Elizabeth',
  'William',
  'Margaret',
  'Francisco',
  'Katherine',
  'Anthony',
  'Guadalupe',
  'Michael',
  'Theodore',
];
const MIDDLE = ['Anne', 'Lee', 'Jose', 'Marie', 'Quincy', 'Olu', 'Victor', 'Wade'];
const FAMILY = [
  'Kowalczyk',
  'García',
  'Nakamura',
  'Washington',
  'Okonkwo',
  'Fitzgerald',
  'Hernández',
  'Novák',
  'Przybylski',
  'Lindqvist',
  'Abdullahi',
  'Thibodeaux',
];
const STREETS = ['Wisteria', 'Larkspur', 'Kedzie', 'Montrose', 'Juniper', 'Paulina'];

const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, (_, at) => (at === 0 ? 1 + dice.below(9) : dice.below(10))).join('');

export function castOf(seed: number): Cast {
  const dice = new Dice(seed);
  const families = [...FAMILY].sort(() => dice.next() - 0.5);
  const givens = [...GIVEN].sort(() => dice.next() - 0.5);
  const member = (at: number): CastMember => ({ given: givens[at]!, middle: dice.one(MIDDLE), family: families[at]! });
  const [complainant, witness, officer] = [
    member(0),
    { ...member(1), family: `${families[1]!}-${families[3]!}` },
    member(2),
  ];
  const two = (number: number): string => String(number).padStart(2, '0');
  const cast = {
    ...{ dice, complainant, witness, officer },
    badge: digits(dice, 5),
    phone: `${2 + dice.below(8)}${digits(dice, 2)}-555-01${two(dice.below(100))}`,
    mail: `${complainant.given.toLowerCase()}.${digits(dice, 3)}@example.org`,
    house: digits(dice, 4),
    street: dice.one(STREETS),
    caseNumber: `${dice.one(['CR', 'LG', 'IA'])}-${digits(dice, 6)}`,
    plate: `${dice.one(['KVB', 'RTX', 'HZM'])} ${digits(dice, 4)}`,
    birthday: `19${50 + dice.below(50)}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`,
    incident: `20${15 + dice.below(10)}-${two(1 + dice.below(12))}-${two(1 + dice.below(28))}`,
  };
  return { ...cast, roster: rosterOf(cast) };
}

function rosterOf(cast: Omit<Cast, 'roster'>): RosterEntry[] {
  const { complainant, witness, officer } = cast;
  return [
    { is: 'name', of: 'the complainant', value: `${complainant.given} ${complainant.middle} ${complainant.family}` },
    { is: 'name', of: 'a witness', value: `${witness.family}, ${witness.given} ${witness.middle}` },
    { is: 'name', of: 'an officer', value: `${officer.given} ${officer.middle.charAt(0)}. ${officer.family}` },
    { is: 'number', of: 'the badge number of an officer', value: cast.badge },
    { is: 'number', of: 'the case number', value: cast.caseNumber },
    { is: 'number', of: 'the plate of the complainant', value: cast.plate },
    { is: 'contact', of: 'the complainant', value: `${cast.phone}; ${cast.mail}; ${cast.house} ${cast.street} Ave` },
    { is: 'date', of: 'the birthday of the complainant', value: cast.birthday },
    { is: 'date', of: 'the day of the incident', value: cast.incident },
  ];
}
