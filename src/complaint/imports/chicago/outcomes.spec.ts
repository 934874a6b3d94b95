import { describe, expect, it } from '@jest/globals';
import { chicagoCharter } from '../../../charter/index.js';
import { outcomeOf } from './outcomes.js';

describe('an outcome', () => {
  it.each([
    ['005 - 5 SUSPENSION', 'suspension', 5],
    ['005 - 5 DAY SUSPENSION', 'suspension', 5],
    ['5 Day Suspension', 'suspension', 5],
    ['1 DAY SUSPENSION', 'suspension', 1],
    ['Suspended for 180 Days', 'suspension', 180],
    ['365', 'suspension', 365],
    ['SUSPENSION', 'suspension', null],
    ['SUSPENDED OVR 30 DAY', 'suspension_over_30_days', null],
    ['200 - SUSPENDED OVER 30 DAYS', 'suspension_over_30_days', null],
    ["SUSPEN'D INDEFINIT'Y", 'suspension_indefinite', null],
    ['999', 'deceased', null],
    ['No Action Taken', 'none', null],
    ['600 - NO ACTION TAKEN / NOT SUSTAINED / EXONERATED / UNFOUNDED', 'none', null],
    ['SUSTAINED-NO PENALTY', 'sustained_no_penalty', null],
    ['000 - VIOLATION NOTED', 'violation_noted', null],
    ['Reprimand', 'reprimand', null],
    ['RESIGNED -NOT SERVED', 'resigned', null],
    ['**PENALTY NOT SERVED', 'penalty_not_served', null],
    ['REINSTATED POLICE BD', 'reinstated', null],
    ['Reinstated by Court Action', 'reinstated', null],
    ['ADMIN. TERMINATION', 'administrative_closing', null],
    ['301 - ADMINISTRATIVELY CLOSED', 'administrative_closing', null],
    ['SEPARATED OTHER CASE', 'separation', null],
  ])('written %j is %j, days %j', (cell, kind, days) => {
    expect(outcomeOf(cell)).toEqual({ kind, days });
    expect(chicagoCharter.disciplines.map(({ code }) => code)).toContain(kind);
  });

  it.each([
    ['', null],
    ['Unknown', null],
    ['A STERN LOOK', false],
    ['0 Day Suspension', false],
  ])('written %j is none that can be told: %j', (cell, outcome) => {
    expect(outcomeOf(cell)).toBe(outcome);
  });
});
