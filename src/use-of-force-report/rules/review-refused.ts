import type { ForceReviewTerms, ReviewLevel } from '../../charter/index.js';
import type { ReferredTo, ReviewDecision } from './review-decision.js';

/** What somebody wants to decide on a report. */
export interface WantedReview {
  decision: ReviewDecision;
  reasons: string;
  findings: readonly string[];
  referTo: ReferredTo | null;
  /** The level that they believe they decide */
  level: string | null;
}

export interface Reviewer {
  roles: readonly string[];
  /** They decided on another level of this telling. */
  reviewedBefore: boolean;
  /** They read the version that stands. */
  readIt: boolean;
}

export interface ReviewRefusal {
  code: string;
  message: string;
  status: 403 | 409 | 422;
  path?: string;
}

/** Why a level cannot decide so; null is a yes. */
export function reviewRefused(
  wanted: WantedReview,
  level: ReviewLevel,
  { levels, findings }: ForceReviewTerms,
  reviewer: Reviewer,
): ReviewRefusal | null {
  return (
    wordsRefused(wanted, level, findings) ??
    whichLevelRefused(wanted, level, levels, reviewer) ??
    personRefused(wanted.decision, level, reviewer)
  );
}

function wordsRefused(
  { decision, reasons, findings, referTo }: WantedReview,
  level: ReviewLevel,
  known: ForceReviewTerms['findings'],
): ReviewRefusal | null {
  if (decision !== 'accept' && reasons === '') return refused('/reasons', 'reasons-missing', ASKING[decision]);
  if ((decision === 'refer') !== (referTo !== null))
    return refused('/referTo', 'referral-unclear', 'Say referTo (board or complaint) when you refer, and only then.');
  const codes = known.map(({ code }) => code);
  const stranger = findings.findIndex((finding) => !codes.includes(finding));
  if (stranger >= 0)
    return refused(
      `/findings/${stranger}`,
      'not-in-charter',
      `Use one of the charter's codes: ${codes.join(', ') || 'it has none'}.`,
    );
  if (decision === 'skip' && findings.length > 0)
    return refused(
      '/findings',
      'skipped-with-findings',
      'Who lets a level pass finds nothing there: leave findings out.',
    );
  if (level.findingsRequired && (decision === 'accept' || decision === 'refer') && findings.length === 0)
    return refused('/findings', 'findings-missing', `Say what you find: ${codes.join(', ')}.`);
  return null;
}

/** With several levels, who does not say which one and did not read what stands may decide another than they mean. */
function whichLevelRefused(
  { level: meant }: WantedReview,
  { code, label }: ReviewLevel,
  levels: readonly ReviewLevel[],
  { readIt }: Reviewer,
): ReviewRefusal | null {
  if (meant !== null && meant !== code)
    return { code: 'other-level', message: `The report is at the level ${code} (${label}) now.`, status: 409 };
  if (meant === null && levels.length > 1 && !readIt)
    return refused('/level', 'level-missing', `Say which level you decide; the report is at ${code}.`);
  return null;
}

function personRefused(decision: ReviewDecision, level: ReviewLevel, reviewer: Reviewer): ReviewRefusal | null {
  const may: readonly string[] = decision === 'skip' ? level.skippableBy : level.roles;
  if (!reviewer.roles.some((role) => may.includes(role))) {
    const who = may.join(' or ') || 'nobody';
    return { code: 'not-your-level', message: `At the level ${level.code} this is for ${who}.`, status: 403 };
  }
  if (reviewer.reviewedBefore && decision !== 'skip')
    return {
      code: 'reviewed-already',
      message: 'You decided on this report at an earlier level: the next look is another person’s.',
      status: 409,
    };
  return null;
}

const ASKING: Readonly<Record<'return' | 'refer' | 'skip', string>> = {
  return: 'Say what the department is to mend: a report is not returned without reasons.',
  refer: 'Say why this is for the board, or for a complaint.',
  skip: 'Say why this level is skipped.',
};

function refused(path: string, code: string, message: string): ReviewRefusal {
  return { code, message, status: 422, path };
}
