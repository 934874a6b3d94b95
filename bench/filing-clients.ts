import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { newId } from '../src/platform/identifiers.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';

export const CONNECTIONS = 32;

/** Does its one thing again and again. */
export interface Client {
  once(): Promise<unknown>;
  end(): unknown;
}

/** What a person files: the rows that it makes are those of `BARE`. */
const FILED = JSON.stringify({
  anonymous: true,
  narrative: 'He pushed me against the car and laughed when I asked for his name. '.repeat(8),
  place: 'in front of the library',
  district: '01',
  incidentOn: '2026-03-31',
  complainant: { race: 'black', gender: 'female', ageAtIncident: 34 },
  officerDescription: 'Tall, badge ending in 07',
  allegations: ['discourtesy'],
});

/** HTTP/1.1 over a kept connection, with no client library between: what is measured is the server. */
export function sockets(port: number): Promise<Client>[] {
  const address = '/api/v1/jurisdictions/riverton/complaints';
  const head = `POST ${address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(FILED)}\r\n\r\n`;
  const request = Buffer.from(head + FILED);
  return Array.from({ length: CONNECTIONS }, async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    let heard = '';
    let answered: ((text: string) => void) | null = null;
    socket.on('data', (piece: Buffer) => {
      heard += piece.toString('latin1');
      const end = heard.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? NaN);
      if (end < 0 || heard.length < end + 4 + length) return;
      const whole = heard;
      heard = '';
      answered?.(whole);
    });
    const once = async (): Promise<void> => {
      const answer = new Promise<string>((resolve) => (answered = resolve));
      socket.write(request);
      const text = await answer;
      if (!text.startsWith('HTTP/1.1 201')) throw new Error(text.slice(0, 300));
    };
    return { once, end: () => socket.destroy() };
  });
}

/** As pgbench would: one transaction, one prepared INSERT for each row, nothing validated, sealed or drawn anew. */
const BARE = [
  `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, received_at, incident_on,
     district, narrative_cipher, place_cipher) VALUES ($1, $2, $3, $4, 'complaint', 'web', true, 'filed', date_trunc('hour', now(), 'UTC'), '2026-03-31', '01', $5, $6)`,
  `INSERT INTO redress.case_key (jurisdiction_id, complaint_id, wrapping_key_id, organization_version, wrapped) VALUES ($1, $2, 'bare', 1, $3)`,
  `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, race, gender, age_at_incident)
   VALUES ($1, $2, $3, '{complainant}', 'black', 'female', 34)`,
  `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, description_cipher) VALUES ($1, $2, $3, 'subject', $4)`,
  `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category) VALUES ($1, $2, $3, $4, 'discourtesy')`,
  `INSERT INTO redress.deadline (jurisdiction_id, complaint_id, rule, state, started_on, due_on, reckoned_on)
   VALUES ($1, $2, 'acknowledgement', 'running', '2026-11-26', '2026-12-04', '2026-11-26'), ($1, $2, 'investigation', 'not_started', NULL, NULL, '2026-11-26')`,
  `INSERT INTO redress.receipt (jurisdiction_id, id, complaint_id, code_hash) VALUES ($1, $2, $3, $4)`,
  `INSERT INTO redress.history_event (jurisdiction_id, id, at, actor_kind, action, subject_kind, subject_id, complaint_id, details)
   VALUES ($1, $2, date_trunc('hour', now(), 'UTC'), 'public', 'complaint.file', 'complaint', $3, $3, '{"channel": "web", "anonymous": true}')`,
];

export async function bareClients(url: string, owner: pg.Client): Promise<Client[]> {
  const { rows } = await owner.query<{ j: string; charter: string }>(
    'SELECT jurisdiction_id AS j, id AS charter FROM redress.charter LIMIT 1',
  );
  const { j, charter } = rows[0]!;
  const [long, short] = [randomBytes(590), randomBytes(55)];
  return Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client(connectionOptions(url));
      await client.connect();
      await client.query(`SELECT set_config('redress.jurisdiction', $1, false)`, [j]);
      const once = async (): Promise<void> => {
        const [id, officer] = [newId(), newId()];
        const values = [
          ...[
            [j, id, `B-${randomUUID()}`, charter, long, short],
            [j, id, short],
            [j, newId(), id],
            [j, officer, id, short],
          ],
          ...[
            [j, newId(), id, officer],
            [j, id],
            [j, newId(), id, randomBytes(32)],
            [j, newId(), id],
          ],
        ];
        await client.query('BEGIN');
        for (const [index, text] of BARE.entries())
          await client.query({ name: `bare-${index}`, text, values: values[index]! });
        await client.query('COMMIT');
      };
      return { once, end: () => client.end() };
    }),
  );
}
