import { beforeAll, describe, expect, it } from '@jest/globals';
import { bytesInMemory } from '../../src/evidence/inspection/byte-source.js';
import { inspectFile, type SaidOfFile } from '../../src/evidence/inspection/inspect-file.js';
import { RuleBroken } from '../../src/platform/errors/rule-broken.js';
import { DEFAULT_FILE_LIMITS, type FileLimits } from '../../src/platform/file-limits.js';
import { corpus } from '../support/files/corpus.js';
import type { JudgedFile } from '../support/files/judged-file.js';

let hostile: Readonly<Record<string, JudgedFile[]>>;
let good: JudgedFile[];
beforeAll(async () => ({ hostile, good } = await corpus()));

type Judge = (file: JudgedFile) => Promise<string>;
/** `taken` with what is noted, or the code that it is refused with. */
const judgedBy =
  (limits: FileLimits, heard = (file: JudgedFile): SaidOfFile => file): Judge =>
  async (file) => {
    try {
      const { notes } = await inspectFile(bytesInMemory(file.bytes), heard(file), limits);
      return ['taken', ...notes].join(' ');
    } catch (error) {
      return error instanceof RuleBroken ? error.code : `fault: ${String(error)}`;
    }
  };
const judge = judgedBy(DEFAULT_FILE_LIMITS);

async function wrong(files: readonly JudgedFile[], by: Judge): Promise<string[]> {
  const verdicts: string[] = [];
  for (const file of files) {
    const expected = file.code ?? ['taken', ...(file.notes ?? [])].join(' ');
    const verdict = await by(file);
    if (verdict !== expected) verdicts.push(`${file.kind}: ${verdict}, not ${expected}`);
  }
  return verdicts;
}

describe('the judge of what is sent', () => {
  // ASVS 5.0: V5.2.2, V5.2.3, V5.2.5, V5.2.6
  it('takes none of the hostile files, and says of each why', async () => {
    const all = Object.values(hostile).flat();
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(await wrong(all, judge)).toEqual([]);
  });

  it('takes every good one, however odd the telephone was', async () => {
    expect(good.length).toBeGreaterThanOrEqual(50);
    expect(await wrong(good, judge)).toEqual([]);
  });
});

/** A judge without one of its rules lets through what that rule is for. */
describe('a judge with a fault in it', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const faults: [string, string, Partial<FileLimits>, ((file: JudgedFile) => SaidOfFile)?][] = [
    ['no ratio', 'a thousandfold: taken', { mostRatio: most }],
    ['no count of parts', 'more parts than are taken: taken', { mostEntries: most }],
    ['no depth', 'archives too deep: taken holds-files', { mostDepth: most }],
    [
      'no limit of points',
      'a PNG of 60,000 by 60,000: taken',
      { mostMegapixels: most, mostKeptMegapixels: most, mostFrameMegapixels: most },
    ],
    ['no count of frames', 'a GIF of 3,000 frames: taken', { mostFrames: most }],
    ['no look behind the end', 'a HEIC and a page: taken more-after-the-end', { mostSearchedBytes: 0 }],
    ['no ear for names', 'a picture called "photo.exe": taken', {}, ({ declaredType }) => ({ declaredType })],
    ['no ear for types', 'declared as text/html: taken', {}, ({ name }) => ({ name })],
  ];

  it.each(faults)('is found out: %s', async (_, caught, weaker, heard) => {
    const [kind] = caught.split(': ');
    const file = Object.values(hostile)
      .flat()
      .find((each) => each.kind === kind)!;
    const [verdict = ''] = await wrong([file], judgedBy({ ...DEFAULT_FILE_LIMITS, ...weaker }, heard));
    expect(verdict.replace(/, not .*/, '')).toBe(caught);
  });

  it('is cut off when it takes too long', async () => {
    const impatient = judgedBy({ ...DEFAULT_FILE_LIMITS, mostSeconds: 0 });
    expect(await impatient(good.find(({ kind }) => kind === 'a JPEG')!)).toBe('inspection-too-long');
  });
});
