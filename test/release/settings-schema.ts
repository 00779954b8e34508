import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { settingsSchema } from '../../lib/model/settings-document';

/** The published JSON Schema of a settings file, as the parser has it. */
export function settingsJsonSchema(): string {
  const schema = toJsonSchema(settingsSchema, { typeMode: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title: 'Settings of Burgee' }, undefined, 2)}\n`;
}

export const schemaPath = 'components/public/settings-schema.json';

/** `tsx test/release/settings-schema.ts` writes it. */
if (process.argv[1]?.endsWith('settings-schema.ts')) await writeFile(schemaPath, settingsJsonSchema());
