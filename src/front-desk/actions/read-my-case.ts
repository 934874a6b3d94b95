import { Injectable } from '@nestjs/common';
import { type MyComplaint, MyComplaintReader, type ReadMessage, ReadMessages } from '../../complaint/index.js';
import { LetterReader, type OpenedLetter } from '../../letter/index.js';
import type { ActorOf } from '../../shared/actor.js';

/** All that who holds a receipt may read of their case. */
export interface MyCase {
  mine: MyComplaint;
  /** Oldest first */
  messages: ReadMessage[];
  letters: OpenedLetter[];
}

const A_PAGE = 200;
/** A dialogue longer than this is read with the API, by the page. */
const MOST_PAGES = 10;

/** Reads it as the API does, through the same readers; that somebody looked is recorded nowhere. */
@Injectable()
export class ReadMyCase {
  constructor(
    private readonly complaints: MyComplaintReader,
    private readonly readMessages: ReadMessages,
    private readonly letters: LetterReader,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'complainant'>): Promise<MyCase> {
    const mine = await this.complaints.of(actor);
    if (mine.status === 'expunged' || mine.status === 'disposed') return { mine, messages: [], letters: [] };
    return { mine, messages: await this.dialogue(actor), letters: await this.letters.inPortal(actor) };
  }

  private async dialogue(actor: ActorOf<'complainant'>): Promise<ReadMessage[]> {
    const messages: ReadMessage[] = [];
    let after: number | null = 0;
    for (let page = 0; after !== null && page < MOST_PAGES; page++) {
      const asked: { after: number; limit: number } = { after, limit: A_PAGE };
      const { items, next }: { items: ReadMessage[]; next: number | null } = await this.readMessages.run(
        actor,
        actor.complaintId,
        asked,
      );
      messages.push(...items);
      after = next;
    }
    return messages;
  }
}
