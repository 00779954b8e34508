import type { Page } from 'playwright';

/** What Chromium tells a screen reader of a page, closed roots included, in reading order: `button "Undo"`. */
export async function spoken(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value);
    const state = (node.properties ?? []).flatMap(({ name, value }) =>
      told.has(`${name}=${value.value}`) ? [name] : name === 'level' ? [`${name} ${value.value}`] : [],
    );
    if (!node.ignored && !unsaid.has(role))
      lines.push([role, JSON.stringify(node.name?.value ?? ''), ...state].join(' '));
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0]?.nodeId ?? '');
  return lines;
}

/** Boxes, and what other elements have their names of. */
const unsaid = new Set([
  'mark',
  'image',
  'generic',
  'none',
  'StaticText',
  'InlineTextBox',
  'LineBreak',
  'LabelText',
  'ListMarker',
]);

const told = new Set(['selected=true', 'checked=true', 'expanded=true', 'focused=true', 'disabled=true', 'modal=true']);
