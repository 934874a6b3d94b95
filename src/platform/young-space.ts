import { setFlagsFromString } from 'node:v8';

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
