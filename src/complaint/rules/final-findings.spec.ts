import { describe, expect, it } from '@jest/globals';
import type { ComplaintStatus } from './complaint-status.js';
import { closesOnFindings, finalFindings, type StandingFinding } from './final-findings.js';

const at = (stage: StandingFinding['stage'], allegationId = 'a'): StandingFinding => ({
  allegationId,
  stage,
  finding: `by ${stage}`,
  genericClass: 'sustained',
  recordedAt: new Date('2026-03-01T10:00:00Z'),
});
const late = (stage: StandingFinding['stage']): StandingFinding => ({
  ...at(stage),
  recordedAt: new Date('2026-04-01T10:00:00Z'),
});

describe('what stands in the end', () => {
  it.each<[string, ComplaintStatus, StandingFinding[], string | null]>([
    ["is the investigator's when nobody else found", 'findings_drafted', [at('investigator')], 'by investigator'],
    [
      "is the supervisor's over the investigator's",
      'findings_drafted',
      [at('investigator'), at('supervisor')],
      'by supervisor',
    ],
    ["is the board's over both", 'before_board', [at('supervisor'), at('board'), at('investigator')], 'by board'],
    ["is the chief's over the board's", 'with_chief', [at('board'), at('chief')], 'by chief'],
    ["is the board's when it thought again after the chief", 'with_chief', [late('board'), at('chief')], 'by board'],
    ["is the chief's when the chief answered that too", 'with_chief', [at('board'), late('chief')], 'by chief'],
    ["is the board's when the chief found nothing", 'with_chief', [at('supervisor'), at('board')], 'by board'],
    [
      "is the board's when a decided case was sent back and drafted again",
      'findings_drafted',
      [at('board'), at('investigator')],
      'by board',
    ],
    ['is nothing when the board has not decided', 'before_board', [at('investigator'), at('supervisor')], null],
    ['is nothing when nobody found', 'findings_drafted', [], null],
  ])('%s', (_rule, status, standing, finding) => {
    const { final, undecided } = finalFindings(status, ['a'], standing);
    expect(final.map((one) => one.finding)).toEqual(finding === null ? [] : [finding]);
    expect(undecided).toEqual(finding === null ? ['a'] : []);
  });

  it('is looked at allegation by allegation', () => {
    const { final, undecided } = finalFindings(
      'before_board',
      ['a', 'b', 'c'],
      [at('board', 'a'), at('board', 'c'), at('supervisor', 'b')],
    );
    expect([final.map((one) => one.allegationId), undecided]).toEqual([['a', 'c'], ['b']]);
  });

  it('needs findings once they are drafted', () => {
    expect(['accepted', 'investigating'].map((status) => closesOnFindings(status as ComplaintStatus))).toEqual([
      false,
      false,
    ]);
    expect((['findings_drafted', 'before_board', 'with_chief'] as const).map(closesOnFindings)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
