import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { policySchema } from '../../lib/model/policy';

export const managedSchemaPath = 'components/public/managed-schema.json';

type Node = Readonly<Record<string, unknown>>;

/**
 * The schema by which Chromium hands over a policy, as the parser has it. Chromium takes one type for each value, and
 * drops what does not fit before an extension sees it; so this schema says types only, and Burgee judges the rest.
 * Source: developer.chrome.com, "Manifest for storage areas".
 */
export function managedJsonSchema(): string {
  const whole = toJsonSchema(policySchema, { typeMode: 'input', target: 'draft-07' }) as unknown as Node;
  return `${JSON.stringify(plain(whole), undefined, 2)}\n`;
}

function plain(node: Node): Node {
  const { properties, items, description } = node;
  const values = Array.isArray(node['enum']) ? ` One of: ${node['enum'].join(', ')}.` : '';
  return {
    type: node['type'] ?? 'string',
    ...(typeof description === 'string' ? { description: `${description}${values}` } : {}),
    ...(isNode(properties) ? { properties: each(properties) } : {}),
    ...(isNode(items) ? { items: plain(items) } : {}),
  };
}

function each(properties: Node): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([name, node]) => [name, isNode(node) ? plain(node) : node]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `tsx test/release/managed-schema.ts` writes it. */
if (process.argv[1]?.endsWith('managed-schema.ts')) await writeFile(managedSchemaPath, managedJsonSchema());
