import { describe, expect, it } from '@jest/globals';
import { html } from './html.js';

describe('html', () => {
  // ASVS 5.0: V1.1.2, V1.2.1
  it('escapes what is put in, in text and in attributes', () => {
    const hostile = `<script>"x" & 'y'</script>`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;">&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;</p>',
    );
  });

  it('keeps HTML, joins lists, and leaves out what is not there', () => {
    expect(html`<ul>${['a', 'b&'].map((word) => html`<li>${word}</li>`)}${null}</ul>`.text).toBe(
      '<ul><li>a</li><li>b&amp;</li></ul>',
    );
  });
});
