import type { BreakGlassTerms } from '../../charter/index.js';
import type { StaffRole } from '../../shared/actor.js';
import type { OpeningStatus } from './opening-status.js';

/** A rule's no; null is a yes. */
export interface Refusal {
  code: string;
  message: string;
  status: 403 | 409 | 422;
}

export interface OpeningFacts {
  status: OpeningStatus;
  askedBy: string;
  decidedBy: string | null;
  askerRecused: boolean;
  /** Another opening of the same case is open to who asked this one */
  openAlready: boolean;
}

/** What is asked is judged by the charter in force and by how much else waits: never by the case. */
export function askRefused(
  terms: BreakGlassTerms,
  { roles, hours, waiting }: { roles: readonly StaffRole[]; hours: number; waiting: number },
): Refusal | null {
  if (!named(terms.ask, roles)) return notNamed(terms.ask);
  if (hours > terms.longestHours)
    return {
      code: 'glass-too-long',
      message: `A case is opened for ${terms.longestHours} hours at the longest here.`,
      status: 422,
    };
  if (waiting >= terms.mostWaiting)
    return {
      code: 'glass-enough-asked',
      message: `${waiting} asks of yours wait already: withdraw one of them first.`,
      status: 409,
    };
  return null;
}

export function decisionRefused(
  { status, askedBy, askerRecused, openAlready }: OpeningFacts,
  { staffId, roles, approved, terms }: Decider,
): Refusal | null {
  if (askedBy === staffId) return ownOpening;
  if (!named(terms.approve, roles)) return notNamed(terms.approve);
  if (status !== 'waiting')
    return { code: 'glass-over', message: `This ask is ${status}: it is decided on while it waits.`, status: 409 };
  if (approved && askerRecused)
    return {
      code: 'glass-recused',
      message:
        'Who asks is recused from this case, and no opening goes past that wall: refuse it, and ask another person.',
      status: 409,
    };
  if (approved && openAlready)
    return { code: 'glass-open-already', message: 'The case is open to them already: one at a time.', status: 409 };
  return null;
}

export interface Decider {
  staffId: string;
  roles: readonly StaffRole[];
  approved: boolean;
  terms: BreakGlassTerms;
}

/** A third person, when it is over: neither who asked nor who approved. */
export function reviewRefused(
  { status, askedBy, decidedBy }: OpeningFacts,
  { staffId, roles, terms }: Omit<Decider, 'approved'>,
): Refusal | null {
  if (staffId === askedBy || staffId === decidedBy) return ownOpening;
  if (!named(terms.review, roles)) return notNamed(terms.review);
  return status === 'over'
    ? null
    : {
        code: 'glass-not-to-review',
        message: `It is ${status}: an opening is reviewed once, when it is over.`,
        status: 409,
      };
}

const ownOpening: Refusal = {
  code: 'glass-own',
  message: 'Who asks, who decides and who reviews are three people: leave it to another.',
  status: 403,
};

function named(byCharter: readonly StaffRole[], roles: readonly StaffRole[]): boolean {
  return byCharter.some((role) => roles.includes(role));
}

function notNamed(byCharter: readonly StaffRole[]): Refusal {
  const who = byCharter.length === 0 ? 'nobody' : byCharter.join(', ');
  return { code: 'glass-not-yours', message: `By the charter this is done by: ${who}.`, status: 403 };
}
