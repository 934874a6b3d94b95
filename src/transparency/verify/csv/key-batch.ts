import { demandedCharacter } from './demanded-character.js';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const LF = 0x0a;
const FULL = 1 << 16;
/** A look at what stands before or after could see a neighbour, and take it for part of the key. */
const LOOKS_AROUND = /\(\?<?[=!]/u;

/**
 * Keys that nearly all differ, looked at together: a pattern that matches nowhere in many of them, one a line, matches
 * none of them. Only when it does are they looked at one by one.
 */
export class KeyBatch {
  private readonly bytes = new Uint8Array(FULL * 2);
  private length = 0;
  private lines: number[] = [];
  private readonly together: readonly { readonly pattern: RegExp; readonly demanded: string }[];
  private readonly alone: readonly RegExp[];

  /** @param onSuspect told of every key in which one of the patterns may be, with its line */
  constructor(
    patterns: readonly RegExp[],
    private readonly onSuspect: (key: string, line: number) => void,
  ) {
    this.alone = patterns.filter(({ source }) => LOOKS_AROUND.test(source));
    this.together = patterns
      .filter((pattern) => !this.alone.includes(pattern))
      .map(({ source, flags }) => ({
        pattern: new RegExp(source, `${flags.replace('m', '')}m`),
        demanded: flags.includes('i') ? '' : (demandedCharacter(source) ?? ''),
      }));
  }

  /** @param suspect the key must be looked at in any case */
  add(key: Uint8Array, size: number, line: number, suspect: boolean): void {
    if (suspect || size > FULL || this.alone.length > 0) {
      this.onSuspect(utf8.decode(key.subarray(0, size)), line);
      return;
    }
    const { bytes, length } = this;
    for (let i = 0; i < size; i++) bytes[length + i] = key[i]!;
    bytes[length + size] = LF;
    this.length = length + size + 1;
    this.lines.push(line);
    if (this.length > FULL - 1) this.flush();
  }

  flush(): void {
    const text = utf8.decode(this.bytes.subarray(0, this.length));
    if (this.together.some(({ pattern, demanded }) => text.includes(demanded) && pattern.test(text)))
      for (const [i, key] of text.split('\n').slice(0, -1).entries()) this.onSuspect(key, this.lines[i] ?? 0);
    this.length = 0;
    this.lines = [];
  }
}
