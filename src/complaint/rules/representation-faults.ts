import type { CharterDocument } from '../../charter/index.js';
import { codesOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import { standsBehindShield } from './privacy-choice.js';

/** Somebody stands for a person of the case, or for an officer of it. Days are ISO dates. */
export interface NewRepresentation {
  representativeId: string;
  personId?: string | undefined;
  complaintOfficerId?: string | undefined;
  from: string;
  until?: string | undefined;
  /** Codes of the charter */
  receives: readonly string[];
}

export interface RepresentationGround {
  /** Null: no such person stands in the case */
  representativeRoles: readonly string[] | null;
  /** Whom they are to stand for is there */
  representedThere: boolean;
  /** They stand for them already on one of these days */
  overlaps: boolean;
}

/** Why this cannot be; an empty list is a yes. */
export function representationFaults(
  { parties }: Pick<CharterDocument, 'parties'>,
  told: NewRepresentation,
  { representativeRoles, representedThere, overlaps }: RepresentationGround,
): Fault[] {
  const ofPerson = told.personId !== undefined;
  const path = ofPerson ? '/personId' : '/complaintOfficerId';
  const may = parties.roles.filter(({ represents }) => represents.includes(ofPerson ? 'person' : 'officer'));
  // Who stands for a person can tell who it is: only a role that stands behind the shield with them will do.
  const fit = may.filter(({ code }) => !ofPerson || standsBehindShield([code]));
  const unfit =
    representativeRoles !== null && !representativeRoles.some((role) => fit.some(({ code }) => code === role));
  return [
    ...faultIf(
      ofPerson === (told.complaintOfficerId !== undefined),
      '/personId',
      'one-represented',
      'Give one of the two: personId or complaintOfficerId.',
    ),
    ...faultIf(
      representativeRoles === null,
      '/representativeId',
      'not-in-this-case',
      'Nobody of the case has this id: add the person first.',
    ),
    ...faultIf(!representedThere, path, 'not-in-this-case', 'This case has nobody with this id.'),
    ...faultIf(
      ofPerson && told.personId === told.representativeId,
      '/personId',
      'one-represented',
      'Nobody is their own representative.',
    ),
    ...faultIf(
      unfit,
      '/representativeId',
      'does-not-represent',
      `In one of these roles they could stand for them: ${codesOf(fit)}. Give the person that role first.`,
    ),
    ...faultIf(
      told.until !== undefined && told.until < told.from,
      '/until',
      'before-it-began',
      'It cannot end before it began.',
    ),
    ...faultIf(overlaps, '/from', 'represents-already', 'They stand for them on those days already: end that first.'),
    ...told.receives.flatMap((code, at) => termFaults(`/receives/${at}`, parties.receives, code)),
  ];
}
