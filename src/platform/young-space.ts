import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const MEBIBYTE = 1_048_576;
/** Of a busy server. An answer makes some hundred kilobytes of short-lived objects: in one mebibyte each third has to clean up. */
const ROOM = 8 * MEBIBYTE;
const MOST_HELD = 2_000;

/**
 * V8 makes its space for new objects larger whenever many of them live on, up to 128 MiB, and gives nothing of it back.
 * While modules are loaded and the application is put together all of them live on: without this a server that has not
 * answered anybody holds twice the memory that it needs. Afterwards few do, and the space stays at a few mebibytes.
 */
export function keepYoungSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** As it is by itself. */
export function letYoungSpaceGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}

/**
 * Room for a server that is much asked. V8 gives it to who holds many new objects, so some are held for a moment: a few
 * hundredths of a second, once.
 */
export function widenYoungSpace(): void {
  letYoungSpaceGrow();
  const held: object[][] = [];
  while (youngSpace() < ROOM && held.length < MOST_HELD) held.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
}

const youngSpace = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? Infinity;
