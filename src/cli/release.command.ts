import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { SignIn } from '../identity/index.js';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import type { ActorOf } from '../shared/actor.js';
import {
  ApproveRelease,
  BuildRelease,
  CancelRelease,
  PublishRelease,
  ReleaseReader,
  type ReleaseSummary,
  RequestRelease,
  VerifyRelease,
  WithdrawRelease,
} from '../transparency/index.js';
import { askPassword } from './password.js';
import { answer, say } from './say.js';
import { verifyOffline } from './verify-offline.js';
import { withActions } from './with-actions.js';

interface Options {
  jurisdiction: string;
  as: string;
  /** Of the second factor */
  code?: string;
  json?: boolean;
  /** Of a publication: from when on */
  at?: string;
}

type Step = (
  app: INestApplicationContext,
  actor: ActorOf<'staff'>,
  dataset: string,
  options: Options,
) => Promise<{ said: string; json: object }>;

/** A release on its way to the public, one step a command; each step is taken by a person who signs in for it. */
export function addRelease(program: Command): void {
  const release = program.command('release').description('build, verify, approve and publish anonymized releases');
  addStep(release, 'build', 'build the next version of a dataset from the cases as they stand', build);
  release
    .command('verify <what...>')
    .description(
      'read released files alone (a dataset’s newest, or paths) and check what they promise; with --as, put the proof on record',
    )
    .option('--jurisdiction <slug>', 'whose; needed when there are several, and with --as')
    .option(
      '--as <sign-in-name>',
      'who puts the proof on record; the password is asked for, or read from standard input',
    )
    .option('--code <code>', 'of the second factor, where the person has one')
    .option('--json', 'print one JSON object a file')
    .action(async (what: string[], options: Partial<Options>) => {
      const { as, jurisdiction, code, json } = options;
      if (as === undefined) await verifyOffline(what, options);
      else
        for (const dataset of what)
          await take(verify, dataset, {
            as,
            jurisdiction: jurisdiction ?? '',
            json: json ?? false,
            ...(code === undefined ? {} : { code }),
          });
    });
  addStep(release, 'approve', 'approve the verified file; two people must', approve);
  addStep(release, 'publish', 'make the approved release public', publish).option(
    '--at <time>',
    'not before the public until then: an ISO time with its zone, e.g. 2027-03-01T09:00:00-05:00',
  );
  addStep(release, 'cancel', 'call off a release that waits to be built or is being built', cancel);
  release
    .command('withdraw <dataset>')
    .description('take a published release from the public, at once; its address says why from then on')
    .requiredOption('--jurisdiction <slug>', 'whose release')
    .requiredOption('--as <sign-in-name>', 'who does it; the password is asked for, or read from standard input')
    .requiredOption('--release <version>', 'which version, e.g. 1.0.1')
    .requiredOption('--reason <sentence>', 'why, for the public; name nobody in it')
    .option('--code <code>', 'of the second factor, where the person has one')
    .option('--json', 'print what was done as the last line')
    .action(
      (dataset: string, { release: version, reason, ...options }: Options & { release: string; reason: string }) =>
        take(withdrawing(version, reason), dataset, options),
    );
}

function addStep(release: Command, name: string, description: string, step: Step): Command {
  return release
    .command(`${name} <dataset>`)
    .description(description)
    .requiredOption('--jurisdiction <slug>', 'whose release')
    .requiredOption(
      '--as <sign-in-name>',
      'who does it; the password is asked for, or read as one line from standard input',
    )
    .option('--code <code>', 'of the second factor, where the person has one')
    .option('--json', 'print what was done as the last line')
    .action((dataset: string, options: Options) => take(step, dataset, options));
}

async function take(step: Step, dataset: string, options: Options): Promise<void> {
  const password = await askPassword(`Password for ${options.as}: `);
  await withActions(async (app) => {
    const credentials = { jurisdiction: options.jurisdiction, signInName: options.as, password, code: options.code };
    const { actor } = await app.get(SignIn).run(credentials);
    const { said, json } = await step(app, actor, dataset, options);
    say(said);
    if (options.json) answer(json);
  });
}

const build: Step = async (app, actor, dataset) => {
  const { id, version } = await app.get(RequestRelease).run(actor, { dataset });
  say(`building ${dataset} ${version}`);
  const { status, failure } = await app.get(BuildRelease).run({ jurisdictionId: actor.jurisdictionId, releaseId: id });
  if (status !== 'built')
    throw new RuleBroken('build-failed', `${dataset} ${version} was not built: ${failure ?? status}.`);
  const { fileSha256: sha256 } = await app.get(ReleaseReader).show(actor, id);
  return { said: `${dataset} ${version} is built.`, json: { id, dataset, version, sha256 } };
};

const verify: Step = async (app, actor, dataset) => {
  const { id, version } = await newest(app, actor, dataset);
  const { ok, k, rows, suppressedRows, violationCount } = await app.get(VerifyRelease).run(actor, id);
  const said = `${dataset} ${version}: k = ${k}, ${rows} rows, ${suppressedRows} suppressed, ${violationCount} violations.`;
  return { said, json: { id, dataset, version, ok, k, rows, suppressedRows, violations: violationCount } };
};

const approve: Step = async (app, actor, dataset) => {
  const { id, version, fileSha256 } = await newest(app, actor, dataset);
  const { approvals, needed } = await app
    .get(ApproveRelease)
    .run(actor, { releaseId: id, fileSha256: fileSha256 ?? '' });
  return {
    said: `${dataset} ${version}: ${approvals} of ${needed} approvals.`,
    json: { id, dataset, version, approvals, needed },
  };
};

const publish: Step = async (app, actor, dataset, { at }) => {
  const { id, version } = await newest(app, actor, dataset);
  const publishAt = at === undefined ? null : readTime(at);
  const { publishedAt, publicFrom } = await app.get(PublishRelease).run(actor, id, publishAt);
  const when = publicFrom === null ? 'is public' : `is published and public from ${publicFrom.toISOString()}`;
  return { said: `${dataset} ${version} ${when}.`, json: { id, dataset, version, publishedAt, publicFrom } };
};

const cancel: Step = async (app, actor, dataset) => {
  const { id, version } = await newest(app, actor, dataset);
  await app.get(CancelRelease).run(actor, id);
  return { said: `${dataset} ${version} is called off.`, json: { id, dataset, version } };
};

function readTime(text: string): Date {
  const time = new Date(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time.getTime()))
    throw new RuleBroken('bad-value', '--at takes an ISO time with its zone, e.g. 2027-03-01T09:00:00-05:00.', 422);
  return time;
}

const withdrawing =
  (version: string, reason: string): Step =>
  async (app, actor, dataset) => {
    const { releases } = await app.get(ReleaseReader).list(actor, 1_000, null);
    const known = releases.find((release) => release.dataset === dataset && release.version === version);
    if (!known) throw new RuleBroken('no-such-release', `There is no release ${version} of ${dataset}.`);
    const { withdrawnAt } = await app.get(WithdrawRelease).run(actor, { releaseId: known.id, reason });
    return { said: `${dataset} ${version} is withdrawn.`, json: { id: known.id, dataset, version, withdrawnAt } };
  };

/** The newest release of the dataset that is not public yet, nor failed. */
async function newest(app: INestApplicationContext, actor: ActorOf<'staff'>, dataset: string): Promise<ReleaseSummary> {
  const { releases } = await app.get(ReleaseReader).list(actor, 100, null);
  const open = releases.find(
    (release) => release.dataset === dataset && !['published', 'failed', 'cancelled'].includes(release.status),
  );
  if (!open) throw new RuleBroken('no-open-release', `There is no release of ${dataset} on its way: build one first.`);
  return open;
}
