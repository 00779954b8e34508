import type { Directory } from '../../lib/model/directory';
import type { FoundRow } from '../../lib/model/found';
import type { Case } from './queries';

/** Puts real account numbers in for `#name`, `#name:dashes`, `#name:first5` … */
export function typedText([typed]: Case, { accounts }: Directory): string {
  return typed.replace(/^#([^\s:]+)(?::(\w+))?/, (_, name: string, form: string | undefined) => {
    const id = accounts.find((account) => account.name === name)?.id ?? '';
    if (form === 'dashes') return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
    if (form === 'spaces') return `${id.slice(0, 4)} ${id.slice(4, 8)} ${id.slice(8)}`;
    if (form === 'first4') return id.slice(0, 4);
    if (form === 'last4') return id.slice(-4);
    if (form === 'first5') return id.slice(0, 5);
    if (form === 'last5') return id.slice(-5);
    return form === 'middle6' ? id.slice(3, 9) : id;
  });
}

/** Place of the intended row, from 0; -1 where it is missing. */
export function placeOf([, intended]: Case, rows: readonly FoundRow[]): number {
  return rows.findIndex((row) => meets(row, intended));
}

export function meets(row: FoundRow, intended: string): boolean {
  if (intended.startsWith('app:')) return row.app?.name === intended.slice(4);
  const [, name = '', role, service, region] = /^([^|/]+)(?:\|([\w-]+))?(?:\/(\w+))?(?:@(.+))?$/.exec(intended) ?? [];
  if (row.account?.name !== name) return false;
  if (service !== undefined) {
    if (row.entry.kind !== 'service' || row.entry.service !== service || row.entry.region !== region) return false;
    return role === undefined || row.entry.roleName === role;
  }
  if (role !== undefined) return row.entry.kind === 'role' && row.roleName === role;
  return row.entry.kind === 'account' || (row.entry.kind === 'role' && row.roleName === row.roles?.[0]);
}
