import type { RosterEntry } from '../../src/transparency/redaction/index.js';

export const VARIANT_ROSTER: readonly RosterEntry[] = [
  { is: 'name', of: 'the complainant', value: 'Marisol Renée Beauchamp-Ortiz' },
  { is: 'name', of: 'a witness', value: 'Tomasz Wiśniewski Jr.' },
  { is: 'name', of: 'an officer', value: 'Kevin P. Brandt' },
  { is: 'name', of: 'an officer', value: 'MacAllister, Deirdre' },
  { is: 'number', of: 'badge', value: '20931' },
  {
    is: 'contact',
    of: 'the complainant',
    value: '(773) 555-0136 or mari.b@mail.example; lives at 5118 S. Juniper Ave, 2nd floor',
  },
  { is: 'place', of: 'the place', value: 'Larkspur parking lot, 63rd and Halsted' },
  { is: 'number', of: 'case', value: '2024-H7Q2-9XMK-3V' },
  { is: 'date', of: 'day', value: '2024-07-19' },
];

/** Written after the detection, without looking at it: the first run found 44 of these 50. `[…]` marks what is to be found. */
export const VARIANTS: readonly string[] = `
Ms [Beauchamp Ortiz] was told to step out.
The driver ([marisol]) asked why.
[BEAUCHAMP] was cuffed.
A man, [T. Wisniewski], filmed.
[Wiśniewskis'] phone was taken.
[Wisnewski] gave a statement.
Tomasz and [Tommy] left.
[Kev Brandt] opened the door.
Sergeant [Mac Allister] arrived.
Sgt. [McAllister] arrived.
[D. MacAllister] signed.
Officer [Brandt's] camera was off.
P.O. [KEVIN BRANDT] said no.
Shield [20931] was read aloud.
The tag read 2-0-9-3-1, i.e. [2-0-9-3-1].
Call [773 5550136].
Text to [7735550136].
Mail [mari.b (at) mail.example] please.
The couple at [5118 South Juniper] heard it.
It began near [63rd & Halsted].
The [Larkspur] on the corner has a camera.
Log [2024H7Q29XMK3V] has it.
On the [nineteenth of July] it rained.
On [7/19/24] it rained.
On [July 19] it rained.
At about [9.45 pm] he left.
[2145 hrs] on the clock.
SSN [078-05-1120] on file.
her social is [078051120] she said.
Car with plates [BK 41 772] was towed.
VIN [2FMDK3GC4BBA12345] noted.
Report # [JG-345678] was filed.
RD number [HY 412889] assigned.
He is on Instagram as [@real.tom_w].
See [clips.example/dQw4w9] for it.
Located at [41.7798 N, 87.6442 W].
She, a [97-year-old] retiree, saw.
A witness [in her nineties] saw.
Apt [4C] was searched.
[P.O. Box 1177] is theirs.
zip [60621] only.
Chart number [77-10-332] at the clinic.
Account ending [4471] was used.
card [5500 0000 0000 0004] swiped.
inmate number [R41122] wrote.
his A-number [A 204 118 937] listed.
taser serial [X2900123B] fired.
Beat [0722] responded.
IP [203.0.113.9] logged.
Dr. [Imani Ferrell] examined her.`
  .trim()
  .split('\n');
