import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { sampleReport } from '../../../../test/support/sample-report-input.js';
import type { UtilityReport } from '../index.js';
import { lossTable } from './loss-section.js';
import { shownOnly } from './margin-section.js';
import { advice } from './use-section.js';
import { REPORT_CONTENT_POLICY, utilityReportHtml } from './utility-report-html.js';

const HOSTILE = '"]);</text></svg><script>alert(1)</script>';
let report: UtilityReport;
let page: string;

beforeAll(async () => {
  report = sampleReport(HOSTILE);
  page = await utilityReportHtml(report);
});

/** Caption → rows of cells, as a reader of the page has them. */
function tablesOf(text: string): Map<string, string[][]> {
  const tables = [...text.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const caption = plain(/<caption>(.*?)<\/caption>/s.exec(table)?.[1] ?? '');
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1);
    const cells = (row = ''): string[] =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell));
    return [caption, rows.map(([, row]) => cells(row))] as const;
  });
  return new Map(tables);
}

function plain(text: string): string {
  const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => named[entity]!).trim();
}

const numbersIn = (cell: string): number[] =>
  [...cell.matchAll(/[\d,]*\d(?:\.\d+)?/g)].map(([n]) => Number(n.replaceAll(',', '')));
const range = (cell: string): [number, number] => {
  const [least = NaN, most = least] = numbersIn(cell);
  return [least, most];
};

describe('the page of a utility report', () => {
  it('has no script, loads nothing, and names no other host', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|javascript:|\son\w+=|\sstyle=|@import|url\((?!#)/i);
    expect(page.match(/https?:\/\/[^"' <]*/g)).toBeNull();
  });

  it('has one style, which its policy knows by hash', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(REPORT_CONTENT_POLICY).toContain(`style-src 'sha256-${hash}'`);
    expect(plain(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '')).toBe(REPORT_CONTENT_POLICY);
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('shows a hostile value as text, in tables and in pictures', () => {
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(report.suppression.flatMap(({ groups }) => groups).some(({ label }) => label === HOSTILE)).toBe(true);
  });

  it('gives each picture a title, a description and a table beside it, and each section a heading', () => {
    const pictures = [...page.matchAll(/<figure class="pair">\s*<svg(.*?)<\/figure>/gs)].map(
      ([, figure = '']) => figure,
    );
    expect(pictures).toHaveLength(7);
    for (const picture of pictures) {
      const [, title = '', desc = ''] = /aria-labelledby="(\S+) (\S+)"/.exec(picture) ?? [];
      expect(picture).toMatch(new RegExp(`<title id="${title}">[^<]{10,}`));
      expect(picture).toMatch(new RegExp(`<desc id="${desc}">[^<]{20,}`));
      expect(picture).toMatch(/<table>.*<caption>.*<th scope="col".*<th scope="row"/s);
    }
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('<html lang="en">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<h2>/g)).toHaveLength(9);
  });

  it('has in its tables the numbers of the JSON: who was left out', () => {
    for (const { title, groups, other } of report.suppression.filter(({ groups }) => groups.length > 0)) {
      const rows = tablesOf(page).get(`${title}: complaints in the record and left out`)!;
      const told = [...groups, other!];
      expect(rows.map(([label]) => label).slice(0, -1)).toEqual(groups.map(({ label }) => label));
      rows.forEach(([, input = '', leftOut = '', share = ''], at) => {
        expect(range(input)).toEqual([told[at]!.input.least, told[at]!.input.most]);
        expect(range(leftOut)).toEqual([told[at]!.suppressed.least, told[at]!.suppressed.most]);
        expect(range(share)[0] / 100).toBeCloseTo(told[at]!.share.least, 1);
        expect(range(share)[1] / 100).toBeCloseTo(told[at]!.share.most, 1);
      });
    }
  });

  it('has in its tables the numbers of the JSON: losses, distances, sizes, changes', () => {
    const tables = tablesOf(page);
    expect(tables.get(lossTable([]).caption)).toEqual(lossTable(report.columns).rows);
    const losses = tables.get(lossTable([]).caption)!;
    report.columns.forEach(({ entropy, level, shownAs }, at) => {
      expect(losses[at]![1]).toBe(shownAs);
      if (level !== null) expect(range(losses[at]![2]!)[0]).toBeCloseTo(100 * entropy!, 1);
    });
    const { columns, margins } = shownOnly(report);
    const matrix = tables.get('Distance from the record; a column by itself where it meets itself')!;
    columns.forEach((one, i) => {
      expect(range(matrix[i]![i + 1]!)[0]).toBeCloseTo(100 * margins.one[i]!.distance!, 1);
      columns.slice(i + 1).forEach((other, after) => {
        const pair = margins.two.find((margin) => margin.columns.join() === `${one.name},${other.name}`);
        expect(range(matrix[i + 1 + after]![i + 1]!)[0]).toBeCloseTo(100 * pair!.distance!, 1);
      });
    });
    expect(tables.get('Groups by size: so many complaints look alike')!.map((row) => row.flatMap(numbersIn))).toEqual(
      report.classes.sizes.map(({ from, to, classes, subjects }) => [from, to, classes, subjects]),
    );
    expect(
      tables
        .get('The release as a whole')![0]!
        .slice(1)
        .map((cell) => range(cell)[0]),
    ).toEqual([report.change!.publishedRows.before, report.change!.publishedRows.after]);
  });

  it('says by rule what the file is good for', () => {
    const said = advice(report);
    expect(said).toContain('It cannot compare Where it happened: the column is not shown.');
    expect(said).toContain('When it happened is shown as year: nothing finer can be said from this file.');
    expect(said.filter((point) => point.startsWith('The file says nothing of “native american”'))).toHaveLength(1);
    const whole = { ...report, suppressed: { ...report.suppressed, units: 0 } };
    expect(advice(whole)[0]).toMatch(/^Counting complaints in the file gives what the record gives/);
  });

  it('says plainly that nobody was left out, or that hardly anybody was', async () => {
    const few = await utilityReportHtml(sampleReport(HOSTILE, 4));
    expect(few).toContain('Hardly anybody was left out');
    expect(few).toContain('Distances are not told');
    const none = await utilityReportHtml(sampleReport(HOSTILE, 0));
    expect(none).toContain('Nobody was left out.');
    expect(none).toContain('Nothing of this report had to be blurred');
  });
});
