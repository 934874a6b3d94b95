import { Injectable } from '@nestjs/common';

/** An answer as it was made once. */
export interface MadeAnswer {
  readonly body: string;
  /** Where the next page begins, in the words of its question; null: there is none */
  readonly next: string | null;
}

const MOST_BYTES = 24_000_000;
const LARGEST = 1_000_000;
const PLACES = 65_536;

/**
 * Answers that were made lately, by what determines them (an ETag, in hexadecimal digits): the release never changes, so they
 * are as good as new. What is asked for the second time is kept: who pages through everything asks nothing twice.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers = new Map<string, { readonly bytes: Buffer; readonly next: string | null }>();
  /** What was asked once, by a mark of its key in a place of its own: two keys seldom meet, and then nothing is lost. */
  private readonly askedOnce = new Uint32Array(PLACES);
  private bytes = 0;

  /** The body of a kept answer, as it is sent. */
  bodyOf(key: string): Buffer | undefined {
    const answer = this.answers.get(key);
    if (answer === undefined) return undefined;
    // Whoever is asked for again goes to the end of the queue.
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer.bytes;
  }

  async of(key: string, make: () => Promise<MadeAnswer>): Promise<MadeAnswer> {
    const known = this.answers.get(key);
    if (known) return { body: known.bytes.toString(), next: known.next };
    const made = await make();
    this.keep(key, made);
    return made;
  }

  private wasAskedBefore(key: string): boolean {
    const mark = Number.parseInt(key.slice(0, 8), 16);
    const place = mark % PLACES;
    if (this.askedOnce[place] === mark) return true;
    this.askedOnce[place] = mark;
    return false;
  }

  private keep(key: string, { body, next }: MadeAnswer): void {
    if (body.length > LARGEST || this.answers.has(key) || !this.wasAskedBefore(key)) return;
    const bytes = Buffer.from(body);
    this.answers.set(key, { bytes, next });
    this.bytes += bytes.length;
    for (const [oldest, { bytes: old }] of this.answers) {
      if (this.bytes <= MOST_BYTES) return;
      this.answers.delete(oldest);
      this.bytes -= old.length;
    }
  }
}
