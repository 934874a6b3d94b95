import type { ApiSchema } from '../api-description.js';

const ID = '0197a1b2-c3d4-7e5f-8a6b-9c0d1e2f3a4b';
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const DAY = '2026-03-02';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: ID,
  date: DAY,
  'date-time': '2026-03-02T15:00:00.000Z',
  uri: 'https://example.org/',
  email: 'someone@example.org',
  binary: 'the bytes of the file',
};

/** One that each pattern takes. spectral finds out a pattern that is not here. */
const BY_PATTERN: Readonly<Record<string, string>> = {
  '^[0-9a-f]{64}$': SHA256,
  '^[0-9a-f]{16}$': SHA256.slice(0, 16),
  '^\\d{6}$': '287082',
  '^[A-Z0-9]{9}$': 'NJ0010100',
  '^(https:\\/\\/[^\\s/?#@]+|http:\\/\\/localhost(:\\d{1,5})?)(\\/[^\\s?#]*)?$': 'https://login.example.gov',
  '^(19|20)\\d\\d-\\d\\d-\\d\\d$': DAY,
  '^\\d{4}-\\d\\d-\\d\\d$': DAY,
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$': DAY,
  '^[A-Za-z0-9-]{1,10}$': '12-A',
  '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$': 'es-MX',
  '^.{1,20}T.{1,40}(Z|[+-]\\d\\d:\\d\\d)$': '2026-03-02T15:00:00Z',
  '^\\d{4}-\\d\\d-\\d\\d~[0-9a-f-]{36}~[\\w./-]{1,100}$': `${DAY}~${ID}~acknowledge`,
};

const BY_NAME: Readonly<Record<string, string>> = {
  after: ID,
  badgeNumber: '4711',
  caseNumber: '2026-7K3M-9QXZ-4T',
  code: '287082',
  dataset: 'complaint-allegations',
  detail: 'What was wrong, where, how to mend it.',
  displayName: 'Robin Ames',
  file: 'data.csv',
  from: '2026-01-01',
  jurisdiction: 'riverton',
  language: 'en',
  limit: '50',
  month: '2026-03',
  name: 'Robin Ames',
  narrative: 'On Monday evening an officer stopped me on Main Street and would not say why.',
  newPassword: 'a long walk along the river',
  ori: 'NJ0010100',
  password: 'a long walk along the river',
  period: '2026',
  place: 'Main Street, at the corner of Third Avenue',
  q: 'complaints',
  release: '1.0.0',
  sha256: SHA256,
  signInName: 'robin.ames',
  slug: 'riverton',
  timeZone: 'America/Chicago',
  to: '2026-12-31',
  version: '1.0.0',
  'If-Match': `"${SHA256.slice(0, 32)}"`,
  'Idempotency-Key': 'riverton-2026-03-02-0001',
  'Redress-Receipt': 'K3M9-QXZ4-T7HD-2W5P-8R6N-C1VB-A',
  $select: 'finding, count(*) as complaints',
  $where: "finding = 'sustained'",
  $group: 'finding',
  $having: 'count(*) > 10',
  $order: 'complaints desc',
  $limit: '100',
  $offset: '0',
  $q: 'sustained',
  $query: "select * where finding = 'sustained' limit 10",
};

/** A word for a field of this name that its schema takes. */
export function exampleWord(name: string, schema: ApiSchema): string {
  const given = BY_PATTERN[schema.pattern ?? ''] ?? BY_FORMAT[schema.format ?? ''] ?? BY_NAME[name] ?? byEnding(name);
  const { minLength = 0, maxLength = Infinity } = schema;
  return given.padEnd(minLength, '.').slice(0, maxLength);
}

function byEnding(name: string): string {
  if (/Ids?$/.test(name) || name === 'id') return ID;
  if (/(At|Since)$/.test(name)) return '2026-03-02T15:00:00.000Z';
  if (/(On|From|To|Until|Day|Day|By)$/.test(name)) return DAY;
  return name === '' ? 'text' : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
