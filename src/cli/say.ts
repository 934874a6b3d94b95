/** For people: on standard error, so that what a program reads stands alone on standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** For programs: one line of JSON on standard output. */
export function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
