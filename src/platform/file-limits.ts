import { SettingsRefused } from './errors/settings-refused.js';

/** How far a file that somebody sends may go before it is refused, or not decoded. Numbers of the operator, with these defaults. */
export interface FileLimits {
  /** Of a picture that we decode. Above it a picture is kept when its bytes are in proportion, and no copy of it is made. */
  readonly mostMegapixels: number;
  /** Of a picture that is taken at all */
  readonly mostKeptMegapixels: number;
  /** Frames of an animation, or pages of a TIFF */
  readonly mostFrames: number;
  /** All frames of an animation together */
  readonly mostFrameMegapixels: number;
  /** Files within an archive (a Word document is one), those within its archives too */
  readonly mostEntries: number;
  /** Bytes that one packed byte may stand for; and points of a picture above `mostMegapixels` that one of its bytes may */
  readonly mostRatio: number;
  /** An archive that unpacks to fewer bytes is not asked for its ratio: small XML packs better than that */
  readonly ratioFreeBytes: number;
  /** The same of a single entry of it: an empty drawing packs a thousandfold, and Word keeps such */
  readonly entryRatioFreeBytes: number;
  readonly mostInflatedBytes: number;
  /** An archive within an archive is unpacked in memory up to this */
  readonly mostNestedBytes: number;
  /** Archives within archives */
  readonly mostDepth: number;
  /** What follows a picture, and what is in a PDF, is looked through as far as this */
  readonly mostSearchedBytes: number;
  /** To look at one file may take so long */
  readonly mostSeconds: number;
  /** Of a picture's file that a copy is made of */
  readonly mostCopiedBytes: number;
  /** The longer side of that copy */
  readonly longestCopySide: number;
}

const MEBIBYTE = 2 ** 20;

export const DEFAULT_FILE_LIMITS: FileLimits = {
  mostMegapixels: 50,
  mostKeptMegapixels: 400,
  mostFrames: 2_000,
  mostFrameMegapixels: 2_000,
  mostEntries: 2_000,
  mostRatio: 100,
  ratioFreeBytes: MEBIBYTE,
  entryRatioFreeBytes: 16 * MEBIBYTE,
  mostInflatedBytes: 512 * MEBIBYTE,
  mostNestedBytes: 16 * MEBIBYTE,
  mostDepth: 3,
  mostSearchedBytes: 32 * MEBIBYTE,
  mostSeconds: 30,
  mostCopiedBytes: 64 * MEBIBYTE,
  longestCopySide: 4_096,
};

/** @throws SettingsRefused */
export function readFileLimits(text: (name: string) => string | undefined): FileLimits {
  const whole = (name: string, otherwise: number): number => {
    const value = Number(text(name) ?? otherwise);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new SettingsRefused(`${name} must be a whole number, 1 or more.`);
    return value;
  };
  const mostMegapixels = whole('EVIDENCE_MOST_MEGAPIXELS', DEFAULT_FILE_LIMITS.mostMegapixels);
  return {
    ...DEFAULT_FILE_LIMITS,
    mostMegapixels,
    mostKeptMegapixels: Math.max(mostMegapixels, DEFAULT_FILE_LIMITS.mostKeptMegapixels),
    mostEntries: whole('EVIDENCE_MOST_ENTRIES', DEFAULT_FILE_LIMITS.mostEntries),
    mostRatio: whole('EVIDENCE_MOST_RATIO', DEFAULT_FILE_LIMITS.mostRatio),
    mostInflatedBytes: whole('EVIDENCE_MOST_UNPACKED_MIB', DEFAULT_FILE_LIMITS.mostInflatedBytes / MEBIBYTE) * MEBIBYTE,
  };
}
