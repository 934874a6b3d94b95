import type { NewComplaint } from '../complaint/index.js';
import { ALLEGATIONS, DISTRICTS, FINDINGS, GENDERS, NARRATIVES, RACES } from './cast.js';
import type { Dice } from './dice.js';

/** What will happen to one complaint. Drawn before any is worked, so that working several at once changes nothing. */
export interface ComplaintPlan {
  complaint: NewComplaint;
  officer: number;
  category: string;
  investigator: 'ivan' | 'irma';
  finding: string;
  toBoard: boolean;
}

const DAY = 86_400_000;

/** `day`: the midnight of the day on which it is filed. */
export function planComplaint(dice: Dice, day: Date, officers: number, boardHasRoom: boolean): ComplaintPlan {
  const finding = dice.weighted(FINDINGS);
  return {
    complaint: drawComplaint(dice, day),
    officer: dice.below(officers),
    category: dice.weighted(ALLEGATIONS),
    investigator: dice.one(['ivan', 'irma'] as const),
    finding,
    toBoard: finding === 'sustained' && boardHasRoom,
  };
}

function drawComplaint(dice: Dice, day: Date): NewComplaint {
  const anonymous = dice.next() < 0.3;
  const person = { race: dice.weighted(RACES), gender: dice.weighted(GENDERS), ageAtIncident: 20 + dice.below(30) };
  return {
    kind: 'complaint',
    channel: 'web',
    anonymous,
    narrative: dice.one(NARRATIVES),
    incidentOn: new Date(day.getTime() - (1 + dice.below(20)) * DAY).toISOString().slice(0, 10),
    district: dice.weighted(DISTRICTS),
    complainant: anonymous ? person : { ...person, name: `Resident ${1 + dice.below(900)}`, contact: '555-0100' },
  };
}
