export interface IniLine {
  readonly key: string;
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface IniSection {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly IniLine[];
}

export interface Ini {
  readonly sections: readonly IniSection[];
  /** Lines that are neither section, setting, comment nor a continuation. */
  readonly strange: readonly number[];
}

/** What parts a key from its value: the command line's own reader takes either. */
const SIGN = /[=:]/;

/**
 * Reads the INI dialect of AWS's shared configuration files: `[section]`, `key = value`, comments behind `#` or `;`,
 * settings nested below a key by indentation (left out: none of them is ours). One pass, no pattern that can backtrack.
 */
export function parseIni(text: string): Ini {
  const sections: { name: string; line: number; lines: IniLine[] }[] = [];
  const strange: number[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const section = sections.at(-1);
    const name = sectionName(trimmed);
    if (name !== undefined) sections.push({ name, line, lines: [] });
    else if (isNested(raw, section?.lines.at(-1))) continue;
    else if (section && SIGN.test(trimmed)) section.lines.push(setting(trimmed, line));
    else strange.push(line);
  }
  return { sections, strange };
}

function sectionName(line: string): string | undefined {
  if (!line.startsWith('[')) return undefined;
  const end = line.indexOf(']');
  return end === -1 ? undefined : line.slice(1, end).trim();
}

/** Below a key without a value (`s3 =`), indented lines are settings of that key. */
function isNested(raw: string, before: IniLine | undefined): boolean {
  return /^[ \t]/.test(raw) && before?.value === '';
}

function setting(line: string, number: number): IniLine {
  const at = line.search(SIGN);
  const value = line.slice(at + 1);
  return { key: line.slice(0, at).trim().toLowerCase(), value: withoutComment(value).trim(), line: number };
}

/** A comment may follow a value after white space. */
function withoutComment(value: string): string {
  const at = value.search(/[ \t][#;]/);
  return at === -1 ? value : value.slice(0, at);
}
