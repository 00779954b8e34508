/** Where something opens: a new tab in front or behind, a new window, or the tab of an id. */
export type Where = 'tab' | 'window' | 'background' | number;

export function parseWhere(raw: unknown): Where | undefined {
  if (raw === 'tab' || raw === 'window' || raw === 'background') return raw;
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 ? raw : undefined;
}
