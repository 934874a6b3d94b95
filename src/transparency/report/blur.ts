import { roundNumber } from './protected-counts.js';

export interface Blur {
  /** A number's distance from the truth is about this. */
  readonly width: number;
  /** @param factor by how much more than a distance one person moves this number */
  readonly blurred: (value: number, factor?: number) => number;
}

/** What is told of all people together, and how far one of them can move it. */
export interface Told {
  readonly k: number;
  /** How many numbers are told. */
  readonly numbers: number;
  /** The share of all rows that is a left-out unit's, on average. */
  readonly influence: number;
}

/** Shares are told to this many parts, blurred or not. */
const FINEST = 1e-4;
/** Blurred by more than this a share says nothing. */
const COARSEST = 0.05;

/**
 * Distances and losses come from all people, those left out as well. Rounded alone, many of them together can be solved
 * for a single person (disclosure.spec.ts does so). So each carries Laplace noise, as wide as k people, or as many as
 * there are numbers, can move it: all of them together are then differentially private about one left-out person of
 * average size at ε = 1 (Dwork et al. 2006). After that they are rounded to a step of that width. In a file of 100,000
 * units and 30 numbers that is about one in a thousand.
 * @returns null where the file is so small that nothing would be left to read
 */
export function blurFor({ k, numbers, influence }: Told, random: () => number): Blur | null {
  const scale = Math.max(k, numbers) * influence;
  const width = Math.max(FINEST, stepOf(scale));
  if (!(width <= COARSEST)) return null;
  return {
    width,
    blurred: (value, factor = 1) => {
      const noisy = value + factor * scale * laplace(random());
      return onStep(Math.min(1, Math.max(0, noisy)), Math.max(FINEST, stepOf(factor * scale)));
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
  return -Math.sign(centred) * Math.log(Math.max(2 ** -32, 1 - 2 * Math.abs(centred)));
}

const PARTS = 1e6;
const stepOf = (share: number): number => roundNumber(Math.ceil(share * PARTS - 1e-6)) / PARTS;
const onStep = (value: number, step: number): number => Math.round(Math.round(value / step) * step * PARTS) / PARTS;
