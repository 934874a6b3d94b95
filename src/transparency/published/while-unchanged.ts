import type { PublishedNews } from '../../platform/postgres/published-news.js';

/** Remembers what was looked up until something is published or withdrawn; nothing at all while nobody would tell of it. */
export class WhileUnchanged<T> {
  private readonly known = new Map<string, T>();
  private mark: object | null = null;

  constructor(
    private readonly news: PublishedNews,
    private readonly most: number,
  ) {}

  get(key: string): T | undefined {
    return this.isCurrent() ? this.known.get(key) : undefined;
  }

  /** @param under the mark that stood before it was looked up */
  keep(key: string, value: T, under: object | null): void {
    if (under === null || !this.isCurrent() || under !== this.mark) return;
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(key, value);
  }

  forget(key: string, value: T): void {
    if (this.known.get(key) === value) this.known.delete(key);
  }

  private isCurrent(): boolean {
    const { mark } = this.news;
    if (mark === null) return false;
    if (mark !== this.mark) {
      this.known.clear();
      this.mark = mark;
    }
    return true;
  }
}
