import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { launchBurgee } from './browser';
import { sampled } from './how-long';

/** What the worker evaluates is written as text: `chrome` is a name of its world, not of this one. */
const shown = `(async () => ({
  description: chrome.runtime.getManifest().description,
  commands: (await chrome.commands.getAll()).map((command) => command.description),
}))()`;

describe('a browser in another language', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
  });

  afterAll(async () => {
    await simulator.close();
  });

  test.each(sampled(['de', 'ja', 'es', 'fr', 'pt-BR', 'zh-CN'], 1))(
    'shows description and commands in %s',
    async (language) => {
      const burgee = await launchBurgee({ simulator, language });
      const words = await wordsOf(language);
      const worker = await burgee.worker();
      const { description, commands } = await worker.evaluate<{ description: string; commands: string[] }>(shown);
      expect(description).toBe(words['extensionDescription']?.message);
      expect(commands).toContain(words['commandOpenPalette']?.message);
      await burgee.close();
    },
    30_000,
  );
});

async function wordsOf(language: string): Promise<Record<string, { message: string }>> {
  const path = `components/public/_locales/${language.replace('-', '_')}/messages.json`;
  return JSON.parse(await readFile(path, 'utf8'));
}
