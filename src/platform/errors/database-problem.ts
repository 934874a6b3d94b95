import type { Problem } from './problem.js';

interface Answer {
  status: number;
  code: string;
  message: string;
}

const ROW_REFUSED = '42501';

/** By SQLSTATE. RD… are raised by our own triggers (see the migrations); their texts hold no values. */
const ANSWERS: Record<string, Answer> = {
  RD001: {
    status: 409,
    code: 'append-only',
    message: 'What was recorded is not rewritten: record a correction that supersedes it.',
  },
  RD002: {
    status: 409,
    code: 'vote-not-lawful',
    message: 'This vote cannot be counted: the motion is closed, or the member is absent or recused.',
  },
  RD003: {
    status: 409,
    code: 'not-approved',
    message: 'A release is published when two people have approved its very file.',
  },
  RD011: {
    status: 409,
    code: 'summary-not-approved',
    message: 'A public summary is approved by two people, neither of whom wrote any of it.',
  },
  RD012: {
    status: 409,
    code: 'own-summary',
    message: 'You wrote some of this summary: two other people approve it.',
  },
  RD021: {
    status: 409,
    code: 'not-authorised',
    message: 'A case is destroyed when two people have decided it, each by themselves, and it is there and due.',
  },
  RD022: {
    status: 409,
    code: 'held',
    message: 'A legal hold is on the case: nothing of it is destroyed until it is released.',
  },
  RD023: {
    status: 409,
    code: 'release-recalled',
    message: 'A case that this release may show was destroyed or sealed since it was asked for: ask for a new one.',
  },
  RD027: {
    status: 409,
    code: 'not-reviewed',
    message: 'A supervisor has not approved these findings as they were drafted last: have them reviewed first.',
  },
  RD064: {
    status: 409,
    code: 'keys-enough',
    message: 'The department has two that live already: end one of them first.',
  },
  RD065: {
    status: 409,
    code: 'glass-not-lawful',
    message: 'This opening is not asked for, approved, ended or reviewed so, or not any more: read it again.',
  },
  RD041: {
    status: 409,
    code: 'motion-not-lawful',
    message: 'This is not moved now, or the meeting does not end now: another motion or the meeting stands in the way.',
  },
  RD042: {
    status: 409,
    code: 'result-not-lawful',
    message: 'The result is not that of the votes: nothing was recorded.',
  },
  RD043: {
    status: 409,
    code: 'opinion-not-lawful',
    message: 'This member does not sign this, or it is not told in public.',
  },
  RD046: {
    status: 409,
    code: 'own-policy-text',
    message: 'You wrote some of this text: somebody else publishes it.',
  },
  RD047: {
    status: 409,
    code: 'sample-not-drawn',
    message: 'The sample is not what the seed draws from the files of the audit.',
  },
  RD045: {
    status: 409,
    code: 'on-incident-team',
    message: 'They sit, or sat, on the confidential review of this incident: nobody does both.',
  },
  RD051: {
    status: 409,
    code: 'embargo-overtaken',
    message:
      'A release of this dataset waits for its time: this one comes out after it, or that one is withdrawn first.',
  },
  RD052: {
    status: 409,
    code: 'embargo-not-held',
    message: 'A release that waits for its time waits with its rows: nothing was published.',
  },
  '23505': { status: 409, code: 'already-there', message: 'This is recorded already.' },
  '23503': { status: 422, code: 'no-such-reference', message: 'Something that this refers to is not there.' },
  '23514': { status: 422, code: 'not-consistent', message: 'The parts of this do not fit together.' },
  '22P02': { status: 422, code: 'malformed', message: 'A value is not of the form that is needed here.' },
  // A day that no calendar has, say
  '22008': { status: 422, code: 'malformed', message: 'A value is not of the form that is needed here.' },
  // A policy, or a right: told as what is hidden.
  [ROW_REFUSED]: {
    status: 404,
    code: 'not-found',
    message: 'There is nothing here under that name, or you may not see it.',
  },
  '40001': {
    status: 409,
    code: 'changed-meanwhile',
    message: 'Somebody changed this at the same moment: read it again and repeat.',
  },
  '40P01': {
    status: 409,
    code: 'changed-meanwhile',
    message: 'Somebody changed this at the same moment: read it again and repeat.',
  },
  '57014': { status: 503, code: 'too-slow', message: 'This took too long and was stopped: ask for less at once.' },
  RD044: {
    status: 409,
    code: 'report-moved-on',
    message: 'A release that the report is made of was withdrawn meanwhile: preview the report again.',
  },
  RD062: {
    status: 409,
    code: 'organization-key-in-use',
    message: 'This version of an organization key is still needed.',
  },
};

const BUSY: Answer = {
  status: 503,
  code: 'busy',
  message: 'Too much is going on just now: try again in a few seconds.',
};

/** What the pool says when it has none to give in time, when a new one could not be made in time, and when one broke. */
const NO_CONNECTION = [
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
];
/** It takes nobody in just now: too many are there, it is starting, stopping or being restored, or nobody listens. */
const NOT_THERE = /^(?:08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** The answer to an error of the database or of its pool; null when it is neither or not foreseen. */
export function databaseProblem(error: unknown): Problem | null {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const away = NO_CONNECTION.some((words) => message?.includes(words)) || NOT_THERE.test(code ?? '');
  const answer = away ? BUSY : ANSWERS[code ?? ''];
  if (!answer) return null;
  return { type: `/docs/errors#${answer.code}`, title: answer.code, detail: answer.message, error: true, ...answer };
}

/** Whether a policy by role refused what the guard let through. Other walls may come up while somebody works, and are no fault. */
export function isRoleRefused(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  return code === ROW_REFUSED && /\bby_role\b/.test(message ?? '');
}
