import { dayIn } from '../../platform/html/day-in.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { PublicBoard } from '../records/public-board.reader.js';
import { type BoardsTexts, boardsTexts } from './boards.texts.js';

type Member = PublicBoard['members'][number];

/** Who sits in which seat today and by whose appointment; a vacant seat is shown as one. */
export function boardSeats(board: PublicBoard, today: string, language: Language): Html {
  const texts = boardsTexts[language];
  const sitting = board.members.filter(({ from, to }) => from <= today && today <= to);
  const former = board.members.filter(({ to }) => to < today);
  const vacant = board.seats.filter(({ label }) => !sitting.some(({ seat }) => seat === label));
  return html`${sitting.length + vacant.length === 0 ? html`<p>${texts.nobody}</p>` : null}
  ${sitting.length + vacant.length === 0 ? null : seatTable(board, { sitting, vacant, today }, language)}
  ${former.length === 0 ? null : formerMembers(former, language)}`;
}

function seatTable(
  board: PublicBoard,
  { sitting, vacant, today }: { sitting: readonly Member[]; vacant: PublicBoard['seats']; today: string },
  language: Language,
): Html {
  const texts = boardsTexts[language];
  const label = `${texts.members}: ${board.name}`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <caption>
        ${texts.members}
      </caption>
      <thead>
        <tr>
          ${[texts.member, texts.office, texts.seat, texts.appointedBy, texts.until].map(
            (heading) => html`<th scope="col">${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${sitting.map((member) => memberRow(member, officeOf(board, member, today, texts), language))}
        ${vacant.map(
          ({ label: seat, appointingAuthority, alternate }) =>
            html`<tr>
              <th scope="row">${texts.vacant}</th>
              <td></td>
              <td>${seatName(seat, alternate, texts)}</td>
              <td>${appointingAuthority}</td>
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function memberRow({ name, seat, alternate, appointedBy, to }: Member, office: string, language: Language): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${office}</td>
    <td>${seatName(seat ?? '', alternate, boardsTexts[language])}</td>
    <td>${appointedBy}</td>
    <td>${dayIn(language, to)}</td>
  </tr>`;
}

function officeOf({ officers }: PublicBoard, { memberId }: Member, today: string, texts: BoardsTexts): string {
  const held = officers.filter((each) => each.memberId === memberId && each.from <= today && today <= each.to);
  const words: Readonly<Record<string, string>> = texts;
  return held.map(({ office }) => words[office] ?? office).join(', ');
}

function seatName(seat: string, alternate: boolean, texts: BoardsTexts): string {
  return alternate ? `${seat} (${texts.alternate})`.trim() : seat;
}

function formerMembers(former: readonly Member[], language: Language): Html {
  const texts = boardsTexts[language];
  const line = ({ name, from, to }: Member): string =>
    texts.term.replace('{from}', dayIn(language, from)).replace('{to}', dayIn(language, to)).split('{name}').join(name);
  return html`<h3>${texts.former}</h3>
    <ul>
      ${former.map((member) => html`<li>${line(member)}</li>`)}
    </ul>`;
}
