/** What makes pages handier where there is JavaScript. No page needs it. */
export const PORTAL_SCRIPT = '/portal.js';

/** A button for each text that is meant to be copied; its words are those of the page's language. */
export const portalScript = `'use strict';
const words = { en: ['Copy', 'Copied'], es: ['Copiar', 'Copiado'] }[document.documentElement.lang] || ['Copy', 'Copied'];
if (navigator.clipboard) {
  for (const text of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words[0];
    const named = text.getAttribute('data-copy');
    if (named) button.setAttribute('aria-label', words[0] + ': ' + named);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = words[1];
      setTimeout(() => { button.textContent = words[0]; }, 2000);
    });
    text.after(button);
  }
}
// An unchanged field asks for nothing: addresses stay short enough to be read.
for (const form of document.querySelectorAll('form.asking')) {
  form.addEventListener('submit', () => {
    for (const field of form.querySelectorAll('select, input')) if (field.value === '') field.disabled = true;
  });
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form.asking :disabled')) field.disabled = false;
});
`;
