import { Injectable } from '@nestjs/common';

export interface SodaAnswer {
  readonly body: string;
  /** As many rows as were asked for: there may be more. */
  readonly full: boolean;
}

const MOST_CHARACTERS = 32_000_000;
const LARGEST = 1_000_000;

/** Answers that were made lately, by what determines them: the release never changes, so they are as good as new. */
@Injectable()
export class KeptAnswers {
  private readonly answers = new Map<string, SodaAnswer>();
  private characters = 0;

  get(key: string): SodaAnswer | undefined {
    const answer = this.answers.get(key);
    if (answer === undefined) return undefined;
    // Whoever is asked for again goes to the end of the queue.
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  keep(key: string, answer: SodaAnswer): void {
    if (answer.body.length > LARGEST || this.answers.has(key)) return;
    this.answers.set(key, answer);
    this.characters += answer.body.length;
    for (const [oldest, { body }] of this.answers) {
      if (this.characters <= MOST_CHARACTERS) return;
      this.answers.delete(oldest);
      this.characters -= body.length;
    }
  }
}
