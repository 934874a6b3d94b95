import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { connectionOptions } from './connection-options.js';

const LISTEN = 'LISTEN redress_published';
const BEAT_MS = 1_000;
/** Who has not been heard of for so long may have lost the line without noticing: nothing is believed any more. */
const TRUSTED_MS = 3_000;

/**
 * Tells whether anything was published, withdrawn or came out of its embargo. What was looked up under a mark is good for
 * as long as that is the mark. The database calls at the commit of a change (LISTEN), and is asked once a second whether it
 * still would, and when the next release comes out by itself.
 */
@Injectable()
export class PublishedNews implements OnApplicationShutdown {
  private client: Client | null = null;
  private current: object | null = null;
  private heardAt = -Infinity;
  private changesAt = Infinity;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  private isBeating = false;
  private isWanted = false;
  private isListening = false;

  constructor(private readonly url: string) {}

  /** Null while nobody would tell of a change: then ask the database. The first who asks has it begin to listen. */
  get mark(): object | null {
    this.timer ??= this.begin();
    const now = performance.now();
    return now - this.heardAt > TRUSTED_MS || now >= this.changesAt ? null : this.current;
  }

  /** For whoever has just changed it: here nobody waits for the database to call. */
  changed(): void {
    this.current = null;
    if (this.timer) void this.beat();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    const { client } = this;
    this.forget();
    await client?.end().catch(() => undefined);
  }

  private begin(): NodeJS.Timeout {
    void this.beat();
    return setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  /** One at a time; whoever calls while one is under way has another follow. */
  private async beat(): Promise<void> {
    this.isWanted = true;
    if (this.isBeating) return;
    this.isBeating = true;
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      await this.ask();
    }
    this.isBeating = false;
  }

  private async ask(): Promise<void> {
    const began = performance.now();
    const client = this.client ?? (this.client = this.listener());
    try {
      if (!this.isListening) {
        await client.connect();
        await client.query(LISTEN);
      }
      const { rows } = await client.query<{ wait: number | null }>('SELECT published.next_change_in() AS wait');
      if (client !== this.client) return;
      if (this.changesAt <= performance.now()) this.current = null;
      this.isListening = true;
      this.changesAt = began + (rows[0]?.wait ?? Infinity);
      this.heardAt = began;
      this.current ??= {};
    } catch {
      this.drop(client);
    }
  }

  private listener(): Client {
    const client = new Client({
      ...connectionOptions(this.url),
      application_name: 'redress-public-news',
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
    });
    const lost = (): void => {
      this.drop(client);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', () => {
      this.changed();
    });
    return client;
  }

  private drop(client: Client): void {
    if (client !== this.client) return;
    this.forget();
    client.end().catch(() => undefined);
  }

  private forget(): void {
    this.client = null;
    this.isListening = false;
    this.current = null;
    this.heardAt = -Infinity;
  }
}
