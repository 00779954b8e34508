import {
  type JsonProblem,
  jsonField,
  type JsonResult,
  parseJsonText,
  type JsonValue,
  type TextPlace,
} from '../json-text';
import { importIni } from './from-ini';
import { importPeacock, isPeacock } from './from-peacock';
import { importSsoExtender, isSsoExtender } from './from-sso-extender';
import { canBeIn, parsePortalAddress } from '../portal';
import { secretIn } from '../secret';
import {
  type DocumentProblem,
  OWN_FORMAT,
  parseSettings,
  type SettingsDocument,
  shownPath,
} from '../settings-document';
import type { Imported } from './imported';

export type FileProblem =
  | { readonly problem: 'empty' | 'too-large' | 'encoding' | 'unknown-format' }
  | { readonly problem: JsonProblem; readonly at: TextPlace }
  | { readonly problem: 'secret' | 'region'; readonly where: string }
  | DocumentProblem;

/** What a file turned out to be. */
export type FileContent =
  | { readonly kind: 'own'; readonly document: SettingsDocument; readonly fromVersion: number }
  | { readonly kind: 'foreign'; readonly imported: Imported }
  | ({ readonly kind: 'refused' } & FileProblem);

/** Larger files are refused before they are read. */
export const LARGEST_FILE_BYTES = 2 * 1_024 * 1_024;

/** UTF-8, with or without its mark; `undefined` for other encodings. */
function decodeFile(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Finds out what a file is and reads it. Never throws, changes nothing. */
export function readFile(bytes: Uint8Array): FileContent {
  if (bytes.length > LARGEST_FILE_BYTES) return { kind: 'refused', problem: 'too-large' };
  const text = decodeFile(bytes);
  if (text === undefined) return { kind: 'refused', problem: 'encoding' };
  return readText(text);
}

/** The same for text that was pasted. */
export function readText(raw: string): FileContent {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const start = text.trimStart();
  if (start === '') return { kind: 'refused', problem: 'empty' };
  if (looksLikeIni(start)) return foreign(importIni(text));
  const strict = parseJsonText(text);
  const json = strict.ok ? strict : parseJsonText(text, { comments: true });
  // Where not even comments explain it, the place in plain JSON is the one to tell.
  if (!json.ok) return refusedAt(strict.ok ? json : strict);
  const secret = secretIn(json.value);
  if (secret) return { kind: 'refused', problem: 'secret', where: shownPath(secret) };
  if (strict.ok && jsonField(strict.value, 'format') === OWN_FORMAT) return own(strict.value);
  if (isPeacock(json.value)) return foreign(importPeacock(json.value));
  if (isSsoExtender(json.value)) return foreign(importSsoExtender(json.value));
  return { kind: 'refused', problem: 'unknown-format' };
}

/** A first line `; a comment` or `[profile x]`; what a list in JSON may begin with counts only with settings behind it. */
function looksLikeIni(start: string): boolean {
  if (/^[#;]/.test(start)) return true;
  const section = /^\[([^\]\n]+)\][ \t]*(?:[#;].*)?(?:\n|$)/.exec(start)?.[1]?.trim() ?? '';
  if (section === '') return false;
  const mayBeJson = /^(?:[[{"\d-]|(?:true|false|null)\b)/.test(section);
  return !mayBeJson || /^[ \t]*[a-z][\w-]*[ \t]*[=:]/im.test(start);
}

function refusedAt({ problem, at }: Extract<JsonResult, { ok: false }>): FileContent {
  return { kind: 'refused', problem, at };
}

function own(value: JsonValue): FileContent {
  const result = parseSettings(value);
  if (!result.ok) {
    const { ok: _, ...problem } = result;
    return { kind: 'refused', ...problem };
  }
  const { document, fromVersion } = result;
  const nowhere = document.portals.findIndex(({ startUrl, region }) => {
    const parsed = parsePortalAddress(startUrl);
    return !parsed.ok || !canBeIn(parsed.address, region);
  });
  return nowhere === -1
    ? { kind: 'own', document, fromVersion }
    : { kind: 'refused', problem: 'region', where: `portals.${nowhere}.region` };
}

function foreign(imported: Imported): FileContent {
  const isEmpty = imported.accounts.length + imported.chained.length + imported.portals.length === 0;
  return isEmpty && imported.notes.length === 0
    ? { kind: 'refused', problem: 'unknown-format' }
    : { kind: 'foreign', imported };
}
