import { claimsOf } from './find-claims.js';
import { REQUIREMENTS } from './requirements.js';

// What `npm run asvs` prints: each requirement of the OWASP ASVS 5.0 that a test shows, and which.
const claims = claimsOf();
for (const [id, words] of Object.entries(REQUIREMENTS)) {
  process.stdout.write(`${id}  ${words}\n`);
  for (const { file, line, test } of claims.filter((claim) => claim.id === id))
    process.stdout.write(`    ${file}:${line}  ${test}\n`);
}
const ids = new Set(claims.map(({ id }) => id));
process.stdout.write(
  `${ids.size} requirements of OWASP ASVS 5.0 are named in ${new Set(claims.map(({ file }) => file)).size} files of tests\n`,
);
