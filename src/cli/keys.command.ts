import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import pg from 'pg';
import { connectionOptions } from '../platform/postgres/connection-options.js';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import {
  ReadKeyStanding,
  RetireOrganizationKeys,
  RotateKeyEncryptionKey,
  RotateOrganizationKey,
} from '../vault/index.js';
import { answer, say } from './say.js';
import { withActions } from './with-actions.js';

interface Options {
  jurisdiction?: string;
  kek?: boolean;
  organization?: boolean;
  settle: string;
}

const SETTLE = 'how long other processes may go by what they last saw, in seconds';

/** The keys that cases' keys are under. Everything here runs while the application serves, and goes on after it was killed. */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('the keys that the cases are sealed under, and their rotation');
  keys
    .command('rotate')
    .description('draw a new organization key and wrap every case’s key under it; run again after a kill, it goes on')
    .option('--jurisdiction <slug>', 'of this one alone')
    .option('--kek', 'wrap the organization keys under the key-encryption key that the settings name now')
    .option('--organization', 'new organization keys (the default, without --kek)')
    .option('--settle <seconds>', SETTLE, '60')
    .action(async (options: Options) => {
      await withActions(async (app) => {
        const places = await placesOf(app, options.jurisdiction);
        if (options.kek) await rotateKek(app, places);
        if (options.organization ?? !options.kek) await rotateOrganization(app, places, seconds(options.settle));
      });
    });
  keys
    .command('status')
    .description('which versions there are, what wraps them, and how far a rotation is; JSON as the last line')
    .option('--jurisdiction <slug>', 'of this one alone')
    .action(async ({ jurisdiction }: Options) => {
      const standing = await withActions(async (app) =>
        eachOf(await placesOf(app, jurisdiction), (id) => app.get(ReadKeyStanding).run(id)),
      );
      answer(standing);
    });
  keys
    .command('retire')
    .description('destroy the versions that a finished rotation has left behind')
    .option('--jurisdiction <slug>', 'of this one alone')
    .option('--settle <seconds>', SETTLE, '60')
    .action(async ({ jurisdiction, settle }: Options) => {
      await withActions(async (app, databases) => {
        const retire = app.get(RetireOrganizationKeys);
        retire.settling = seconds(settle);
        const gone = await eachOf(await placesOf(app, jurisdiction), (id) => retire.run(id));
        say((await emptied(databases.ownerUrl)) ? 'Old copies of the rows are gone from the table’s file.' : BY_HAND);
        answer(gone);
      });
    });
}

const BY_HAND = 'Run VACUUM (FULL) redress.organization_key as the owner: until then its file holds the old rows.';

async function rotateKek(app: INestApplicationContext, places: readonly string[]): Promise<void> {
  const rotate = app.get(RotateKeyEncryptionKey);
  await rotate.root();
  const done = await eachOf(places, (id) => rotate.run(id));
  say('Organization keys are wrapped under the current key-encryption key.');
  answer(done);
}

async function rotateOrganization(
  app: INestApplicationContext,
  places: readonly string[],
  settling: number,
): Promise<void> {
  const rotate = app.get(RotateOrganizationKey);
  rotate.settling = settling;
  const done = await eachOf(places, (id) =>
    rotate.run(id, (progress) => {
      if (progress.left === -1 && progress.done % 10_000 !== 0) return;
      const left = progress.left === -1 ? '' : `, ${progress.left} left`;
      say(`${id} version ${progress.version}: ${progress.done} cases${left}`);
    }),
  );
  answer(done);
}

async function placesOf(app: INestApplicationContext, slug: string | undefined): Promise<string[]> {
  const database = app.get(CaseDatabase);
  const ids: string[] = [];
  if (slug === undefined) await database.inEachJurisdiction((id) => Promise.resolve(ids.push(id)));
  else {
    const place = await database.jurisdictionBySlug(slug);
    if (!place) throw new RuleBroken('no-such-jurisdiction', `There is no jurisdiction ${slug}: establish it first.`);
    ids.push(place.id);
  }
  return ids;
}

async function eachOf<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<Record<string, T>> {
  const results: Record<string, T> = {};
  for (const id of ids) results[id] = await work(id);
  return results;
}

/** A row that was deleted stays in the table's file until the table is written anew; only its owner may. */
async function emptied(ownerUrl: string | undefined): Promise<boolean> {
  if (ownerUrl === undefined) return false;
  const owner = new pg.Client(connectionOptions(ownerUrl));
  await owner.connect();
  try {
    await owner.query('VACUUM (FULL) redress.organization_key');
    return true;
  } finally {
    await owner.end();
  }
}

const seconds = (text: string): number => Math.max(0, Number(text) || 0) * 1000;
