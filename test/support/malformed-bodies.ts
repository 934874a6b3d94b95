import { sampleReport } from '../use-of-force-report/sample-report.js';

const good = JSON.stringify(sampleReport('R-1'));
const latin1 = Buffer.from(good.replace('Atlantic', 'Montr\u00e9al'), 'latin1');
const nested = `{"subjects":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;

/** What may come instead of a report, and the codes of the answer when it comes alone and as a line of many. */
export const MALFORMED: readonly [what: string, body: Buffer | string, alone: string, asLine: string][] = [
  ['cut off half way', good.slice(0, 200), 'malformed', 'not-json'],
  ['with a NUL character', good.replace('Atlantic', 'Atl\\u0000antic'), 'malformed', 'unreadable-text'],
  ['with a NUL byte', good.replace('Atlantic', 'Atl\0antic'), 'malformed', 'not-json'],
  ['nested 50,000 deep', nested, 'malformed', 'required'],
  ['in another encoding', latin1, 'malformed', 'not-utf-8'],
  ['with half a character', good.replace('Atlantic', '\\ud800'), 'malformed', 'unreadable-text'],
  ['that would change what objects are', `{"__proto__":{"admin":true},${good.slice(1)}`, 'malformed', 'unknown-field'],
  ['that is a list', `[${good}]`, 'invalid', 'not-an-object'],
  ['that is a number', '12', 'invalid', 'not-an-object'],
];
