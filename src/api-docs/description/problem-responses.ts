import type { ApiOperation, ApiResponse } from '../api-description.js';
import { problemExample, type ProblemKind } from './problem-kind.js';
import { isOauth, OAUTH_KINDS, oauthContent } from './oauth-content.js';

/** Codes of 410 */
const GONE = ['release-withdrawn', 'report-withdrawn', 'case-unreadable', 'case-expunged', 'case-disposed'];
/** Codes of 412 */
const CHANGED = ['stale', 'person-changed'];

const KINDS: Readonly<Record<string, ProblemKind>> = {
  Malformed: {
    status: 400,
    title: 'malformed',
    description: 'What was sent cannot be read; `errors` says where and why.',
    codes: ['malformed'],
  },
  NotSignedIn: {
    status: 401,
    title: 'not-signed-in',
    description: 'Nobody is signed in, or not any more.',
    codes: ['not-signed-in', 'sign-in-refused', 'second-factor-needed'],
  },
  NotAllowed: {
    status: 403,
    title: 'not-allowed',
    description: 'Whoever is signed in may not do this.',
    codes: ['not-allowed'],
  },
  NotFound: {
    status: 404,
    title: 'not-found',
    description: 'There is nothing here under that name, or whoever asks may not see it: one answer for both.',
    codes: ['not-found'],
  },
  Conflict: {
    status: 409,
    title: 'changed-meanwhile',
    description: 'The state of things forbids it: `x-codes` of the operation lists for what reasons.',
    codes: ['changed-meanwhile', 'already-there'],
  },
  Gone: {
    status: 410,
    title: 'release-withdrawn',
    description: 'It was here and is not any more: taken back, expunged or destroyed; `detail` says why.',
    codes: GONE,
  },
  Changed: {
    status: 412,
    title: 'stale',
    description: 'Somebody changed it since it was read: read it again and repeat.',
    codes: CHANGED,
  },
  TooLarge: { status: 413, title: 'too-large', description: 'More was sent than is taken.', codes: ['too-large'] },
  AddressTooLong: {
    status: 414,
    title: 'address-too-long',
    description: 'A part of the address is longer than any name is.',
    codes: ['address-too-long'],
  },
  MediaType: {
    status: 415,
    title: 'media-type',
    description: 'It was sent as a type that is not taken here.',
    codes: ['media-type'],
  },
  NoSuchRange: {
    status: 416,
    title: 'no-such-range',
    description: 'A part was asked for that the file has not; `Content-Range` says how long it is.',
    codes: ['no-such-range'],
  },
  Invalid: {
    status: 422,
    title: 'invalid',
    description:
      'It can be read and is not right; `errors` says of each field what it takes. `x-codes` of the operation lists further reasons.',
    codes: ['invalid', 'malformed', 'no-such-reference', 'not-consistent'],
  },
  VersionMissing: {
    status: 428,
    title: 'if-match-missing',
    description: 'Say in If-Match which version was read.',
    codes: ['if-match-missing'],
  },
  TooMany: {
    status: 429,
    title: 'too-many-requests',
    description: 'More was asked from one place, or of everybody, than is taken: wait as long as `Retry-After` says.',
    codes: ['too-many-requests', 'proof-needed'],
  },
  Busy: {
    status: 503,
    title: 'busy',
    description: 'Too much is going on just now: try again after `Retry-After` seconds.',
    codes: ['busy', 'too-slow'],
  },
};

const asResponse = (kind: ProblemKind, ...mediaTypes: string[]): ApiResponse => ({
  description: `${kind.description} Codes: ${kind.codes.map((code) => `\`${code}\``).join(', ')}.`,
  ...(kind.status === 503 || kind.status === 429
    ? { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } } }
    : {}),
  content: Object.fromEntries(
    mediaTypes.map((type) => [
      type,
      { schema: { $ref: '#/components/schemas/ProblemView' }, example: problemExample(kind) },
    ]),
  ),
});

/** One of each kind, and once more for clients of SODA, to whom a route speaks plain JSON: what is refused before a route is found does not. */
export const problemResponses: Readonly<Record<string, ApiResponse>> = Object.fromEntries(
  Object.entries(KINDS).flatMap(([name, kind]) => [
    [name, asResponse(kind, 'application/problem+json')],
    [`Soda${name}`, asResponse(kind, 'application/json', 'application/problem+json')],
    [`Oauth${name}`, { ...asResponse(kind), ...oauthContent(name, kind) }],
  ]),
);

/** Adds the problems that an operation can answer with, by what it takes and for whom it is. */
export function respondWithProblems(method: string, operation: ApiOperation): void {
  const prefix = isOauth(operation) ? 'Oauth' : operation.tags?.includes('soda') ? 'Soda' : '';
  for (const name of kindsOf(method, operation)) {
    const kind = KINDS[name];
    if (kind) operation.responses[kind.status] = { $ref: `#/components/responses/${prefix}${name}` };
  }
}

function kindsOf(method: string, operation: ApiOperation): string[] {
  const { parameters = [], requestBody, security = [] } = operation;
  const has = (place: string): boolean => parameters.some((parameter) => parameter.in === place);
  const codes = new Set(operation['x-codes']);
  if (isOauth(operation)) return OAUTH_KINDS;
  const isWrite = method !== 'get' && method !== 'options';
  const names = ['Malformed', 'Busy'];
  if (security.length > 0) names.push('NotSignedIn', 'NotAllowed');
  if (codes.has('sign-in-refused')) names.push('NotSignedIn');
  if (has('path') || security.length > 0 || operation.responses['404']) names.push('NotFound');
  if (has('path')) names.push('AddressTooLong', 'Invalid');
  if (has('query') || has('header') || requestBody) names.push('Invalid');
  if (isWrite) names.push('Conflict', 'TooLarge', 'MediaType');
  if (GONE.some((code) => codes.has(code))) names.push('Gone');
  if (codes.has('no-such-range')) names.push('NoSuchRange');
  if (codes.has('if-match-missing')) names.push('VersionMissing');
  if (codes.has('proof-needed') || security.some((scheme) => 'receipt' in scheme)) names.push('TooMany');
  if (CHANGED.some((code) => codes.has(code))) names.push('Changed');
  return names;
}
