/**
 * The picture in docs/the-way-of-the-data.md as checked rules. A feature imports only what stands to its left on the
 * ladder, and other features only through their index.ts.
 */
const ladder = [
  ['platform'],
  ['shared'],
  ['history'],
  ['vault'],
  ['identity'],
  ['audit-log'],
  ['charter'],
  ['deadline', 'evidence'],
  ['complaint', 'use-of-force-report', 'denominator'],
  ['investigation', 'letter', 'department-reporting', 'break-glass'],
  ['review-board'],
  ['policy-tracker'],
  ['after-vote', 'force-referral', 'internal-affairs-audit', 'serious-incident'],
  ['transparency'],
  ['board-report'],
  ['my-work', 'front-desk'],
];
const features = [
  'complaint',
  'use-of-force-report',
  'investigation',
  'break-glass',
  'letter',
  'review-board',
  'after-vote',
  'force-referral',
  'policy-tracker',
  'internal-affairs-audit',
  'serious-incident',
  'transparency',
  'board-report',
  'evidence',
  'deadline',
  'denominator',
  'department-reporting',
  'charter',
  'identity',
  'vault',
  'history',
  'audit-log',
  'my-work',
  'front-desk',
];

const climbing = ladder.slice(0, -1).map((rung, index) => {
  const right = ladder.slice(index + 1).flat();
  return {
    name: `ladder-${rung.join('-')}`,
    comment: `${rung.join(' and ')} may not know what stands to the right of it on the ladder`,
    severity: 'error',
    from: { path: `^src/(${rung.join('|')})/` },
    to: { path: `^src/(${[...right, 'database', 'cli', 'demo'].join('|')})/|^src/[^/]+[.]ts$` },
  };
});

module.exports = {
  forbidden: [
    ...climbing,
    {
      name: 'top-rung',
      severity: 'error',
      from: { path: '^src/(my-work|front-desk)/' },
      to: { path: '^src/(database|cli|demo)/|^src/[^/]+[.]ts$' },
    },
    {
      name: 'complaint-and-use-of-force-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/(complaint|use-of-force-report)/' },
      to: { path: '^src/(complaint|use-of-force-report)/', pathNot: '^src/$1/' },
    },
    {
      name: 'features-meet-at-their-face',
      comment: 'another feature is imported through its index.ts only',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: `^src/(${features.join('|')})/`,
        pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '^src/[^/]+/[^/]+[.]module[.]ts$'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules import rules and shared only: no npm, no node, no clock, no database',
      severity: 'error',
      from: { path: '^src/[^/]+/rules/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^src/[^/]+/rules/', '^src/shared/', '^src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'the-anonymizer-is-pure',
      severity: 'error',
      from: { path: '^src/transparency/anonymize/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^src/transparency/anonymize/', '^node:worker_threads$', '^worker_threads$'] },
    },
    {
      name: 'the-table-engine-is-pure',
      comment: 'it knows its solver and nothing else; the attacker in verify/tables has another one',
      severity: 'error',
      from: { path: '^src/transparency/tables/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^src/transparency/tables/', 'node_modules/highs/'] },
    },
    {
      name: 'the-table-attacker-has-another-solver',
      severity: 'error',
      from: { path: '^src/transparency/verify/' },
      to: { path: 'node_modules/highs/' },
    },
    {
      name: 'redaction-is-pure',
      comment: 'texts in, hits out; of npm it needs the model of names, and Node to load it late',
      severity: 'error',
      from: { path: '^src/transparency/redaction/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^src/transparency/redaction/', 'node_modules/compromise/', '^module$'] },
    },
    {
      name: 'the-verifier-shares-nothing-with-the-engine',
      severity: 'error',
      from: { path: '^src/transparency/verify/' },
      to: { path: '^src/', pathNot: '^src/transparency/verify/' },
    },
    {
      name: 'the-public-plane-knows-no-case',
      comment: 'it reads through the public role alone; of identity it needs @Public, of rules what is pure',
      severity: 'error',
      from: { path: '^src/transparency/published/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/transparency/(published|rules)/',
          '^src/platform/(errors|storage)/',
          '^src/platform/postgres/published-(database|news)[.]ts$',
          '^src/platform/public-address[.]ts$',
          '^src/platform/http/sends[.]ts$',
          '^src/identity/index[.]ts$',
        ],
      },
    },
    {
      name: 'the-portal-knows-no-case',
      comment: 'its pages read what is published, through the public engine and the public role',
      severity: 'error',
      from: { path: '^src/transparency/portal/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/transparency/(portal|published|rules)/',
          '^src/shared/figures/',
          '^src/platform/(errors|html)/',
          '^src/platform/postgres/published-database[.]ts$',
          '^src/(identity|department-reporting)/index[.]ts$',
        ],
      },
    },
    {
      name: 'the-report-knows-no-case',
      comment: 'what a report says is read through the public role alone, and made of nothing else',
      severity: 'error',
      from: { path: '^src/board-report/(sources|rules|render)/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/board-report/(sources|rules|render)/',
          '^src/shared/figures/',
          '^src/platform/(errors|html)/',
          '^src/platform/postgres/published-(database|news)[.]ts$',
        ],
      },
    },
    {
      name: 'soql-is-pure',
      comment:
        'a text and a list of columns in, a tree and a statement out; it knows no database, no request, no release',
      severity: 'error',
      from: { path: '^src/transparency/published/soql/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^src/transparency/published/soql/', '^src/transparency/rules/nearest-name[.]ts$'] },
    },
    {
      name: 'arrows-do-not-turn-back',
      comment: 'api -> actions -> rules and records',
      severity: 'error',
      from: { path: '^src/[^/]+/(actions|records|rules)/' },
      to: { path: '^src/[^/]+/api/' },
    },
    {
      name: 'records-do-not-act',
      severity: 'error',
      from: { path: '^src/[^/]+/records/' },
      to: { path: '^src/[^/]+/actions/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['[.]spec[.]ts$', '[.]d[.]ts$', '^src/(main|worker)[.]ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]spec[.]ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
