import type { Answer } from './test-app.js';
import type { BoardRoom } from './board-room.js';

export interface PublicPage {
  path: string;
  answer: Answer;
}

/** Every public route of meetings, and whatever a page or an answer of them links to on this server, asked by nobody. */
export async function walkPublicMeetings(room: BoardRoom, meetingIds: readonly string[]): Promise<PublicPage[]> {
  const { slug } = room.redress.jurisdiction;
  const base = `/api/v1/jurisdictions/${slug}/meetings`;
  const first = [base, `${base}.ics`, `${base}.atom`, `/meetings/${slug}`, '/'];
  const each = meetingIds.flatMap((id) => [
    ...[`${base}/${id}`, `${base}/${id}/agenda.ics`, `${base}/${id}/minutes`],
    ...[`/meetings/${slug}/${id}`, `/meetings/${slug}/${id}/minutes`],
  ]);
  const waiting = [...first, ...each];
  const seen = new Set<string>();
  const pages: PublicPage[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await room.redress.request('GET', path);
    pages.push({ path, answer });
    for (const [, link] of answer.text.matchAll(/href="(\/(?:meetings|api\/v1\/jurisdictions)[^"#]*)"/g))
      waiting.push(link!);
  }
  return pages;
}
