import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Text made safe for an HTML text node or a double-quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A value as JSON that cannot leave its `<script>` element. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** A script or style of `pages/`. */
export function pageFile(name: string): string {
  return readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8');
}

export function newNonce(): string {
  return randomBytes(12).toString('base64url');
}

/** A page that a person only passes through: a heading, some words, a form. */
export function plainPage(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><link rel="icon" href="data:,">
<style>body{font:16px system-ui,sans-serif;max-width:26em;margin:4em auto}button{font:inherit;padding:6px 20px}</style></head>
<body><h1>${escape(title)}</h1>${content}</body></html>`;
}

/** A form of one hidden field per value and the given buttons. */
export function hiddenForm(
  action: string,
  values: Iterable<readonly [name: string, value: string]>,
  buttons: string,
): string {
  const fields = [...values].map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<form action="${escape(action)}">${fields.join('')}${buttons}</form>`;
}

/** The URL in a text; `undefined` where there is none. */
export function urlIn(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}
