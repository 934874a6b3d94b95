import type { PublishedNews } from '../../platform/postgres/published-news.js';
import { WhileUnchanged } from './while-unchanged.js';

/** What the database was asked once is not asked again until something is published or withdrawn. A refusal is no answer. */
export class LookedUp<T> {
  private readonly known: WhileUnchanged<Promise<T>>;

  constructor(
    private readonly news: PublishedNews,
    most: number,
  ) {
    this.known = new WhileUnchanged(news, most);
  }

  async of(key: string, lookUp: () => Promise<T>): Promise<T> {
    const known = this.known.get(key);
    if (known) return known;
    const { mark } = this.news;
    const found = lookUp();
    this.known.keep(key, found, mark);
    found.catch(() => {
      this.known.forget(key, found);
    });
    return found;
  }
}
