import http from 'node:http';
import https from 'node:https';
import soda from 'soda-js';

export type SodaQuery = ReturnType<InstanceType<typeof soda.Consumer>['query']>;
export type SodaRow = Record<string, unknown>;

/**
 * soda-js as reporters use it, against a server on this machine. It speaks https and nothing else, and no test has a
 * certificate: the layer below it is taken away, and what it sends and understands stays as it is.
 */
export class SodaClient {
  private readonly consumer;

  constructor(
    port: number,
    private readonly dataset: string,
  ) {
    this.consumer = new soda.Consumer(`127.0.0.1:${port}`);
  }

  async rows(ask: (query: SodaQuery) => SodaQuery): Promise<SodaRow[]> {
    const { request } = https;
    https.request = http.request;
    try {
      return await new Promise((resolve, reject) => {
        ask(this.consumer.query().withDataset(this.dataset))
          .getRows()
          .on('success', resolve)
          .on('error', (error) => {
            reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
          });
      });
    } finally {
      https.request = request;
    }
  }

  /** As clients get everything: page after page, until one is short. */
  async everything(ask: (query: SodaQuery) => SodaQuery, page: number): Promise<SodaRow[]> {
    const rows: SodaRow[] = [];
    for (let offset = 0; ; offset += page) {
      const some = await this.rows((query) => ask(query).limit(page).offset(offset));
      rows.push(...some);
      if (some.length < page) return rows;
    }
  }
}
