import { roundNumber } from './protected-counts.js';

/** How far a reader must be kept from the true value, as a share: what so many people can move it. */
export interface Blur {
  /** A number's distance from the truth is about this. */
  readonly width: number;
  readonly blurred: (value: number, factor?: number) => number;
}

/** Shares are told to this many parts, blurred or not. */
const FINEST = 1e-4;
/** Blurred by more than this a share says nothing. */
const COARSEST = 0.05;

/**
 * Distances and losses come from all people, those left out as well, and many of them together might be solved for one.
 * So each carries noise (Laplace, as wide as k people of average size can move it: Dwork et al. 2006) and is rounded to
 * a step of that width. In a file of 100,000 units and k = 11 that is one part in ten thousand.
 * @param factor of one number: by how much more than a share one person moves it
 * @returns null where the file is so small that nothing would be left to read
 */
export function blurFor(k: number, units: number, random: () => number): Blur | null {
  const width = Math.max(FINEST, stepOf(k / units));
  if (!(width <= COARSEST)) return null;
  return {
    width,
    blurred: (value, factor = 1) => {
      const step = Math.max(FINEST, stepOf((factor * k) / units));
      const noisy = value + ((factor * k) / units) * laplace(random());
      return onStep(Math.min(1, Math.max(0, noisy)), step);
    },
  };
}

/** What depends on nobody who was left out needs no blur. */
export const exactly = (value: number): number => onStep(value, FINEST);

/** Numbers that nobody can guess. */
export function secureRandom(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}

function laplace(uniform: number): number {
  const centred = uniform - 0.5;
  return -Math.sign(centred) * Math.log(Math.max(Number.MIN_VALUE, 1 - 2 * Math.abs(centred)));
}

const PARTS = 1e6;
const stepOf = (share: number): number => roundNumber(Math.ceil(share * PARTS - 1e-6)) / PARTS;
const onStep = (value: number, step: number): number => Math.round(Math.round(value / step) * step * PARTS) / PARTS;
