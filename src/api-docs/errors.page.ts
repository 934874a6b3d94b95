import { type Html, html } from '../platform/html/html.js';
import { errorCodes } from './error-codes.js';

/** What each code means and how to mend it; problem JSON's `type` points here. */
export function errorsPage(): Html {
  const rows = Object.entries(errorCodes).sort(([a], [b]) => (a < b ? -1 : 1));
  return html`<h1>Errors</h1>
    <p>
      Every error is <a href="https://www.rfc-editor.org/rfc/rfc9457">problem JSON (RFC 9457)</a>: <code>status</code>,
      <code>code</code> (stable: programs may go by it), <code>detail</code> for people, <code>id</code> to quote in a
      report, and <code>errors</code> with a JSON pointer each where several things are wrong. A code in
      <code>errors</code> that is not below, such as <code>is-string</code> or <code>max-length</code>, names the check
      that a field failed; its message says what the field takes.
    </p>
    <table>
      <caption>
        Codes
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">What it means, and what to do</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([code, meaning]) =>
            html`<tr id="${code}">
              <td><code>${code}</code></td>
              <td>${meaning}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
