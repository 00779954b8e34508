import { type Colour, textColour } from './colour';

/**
 * A style sheet that writes a line at the foot of a page without touching the page: what is to stand there is a string of
 * the sheet. An empty one takes an earlier line away. For the origin `USER`, of which important rules win over the page's.
 */
export function stripStyle(says: string, colour: Colour): string {
  if (says === '') return 'html::after { content: none !important; }';
  return `html::after {
    all: initial !important;
    content: "${escaped(says)}" !important;
    position: fixed !important;
    inset: auto 0 0 !important;
    z-index: 2147483647 !important;
    padding: 5px 14px !important;
    background: ${colour} !important;
    color: ${textColour(colour)} !important;
    font: 600 13px/1.4 system-ui, sans-serif !important;
    text-align: center !important;
    overflow: hidden !important;
    text-overflow: ellipsis !important;
    white-space: nowrap !important;
    pointer-events: none !important;
  }`;
}

/** As a string of a style sheet: all but plain letters, digits and spaces by their numbers. */
function escaped(text: string): string {
  return text.replace(/[^a-zA-Z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `);
}
