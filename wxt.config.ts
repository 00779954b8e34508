import { defineConfig } from 'wxt';
import { manifest } from './lib/model/manifest';

/** Takes the one statement that writes markup out of preact: no code in the package can then do it. */
const withoutMarkup = {
  name: 'without-markup',
  transform(code: string, id: string): string | undefined {
    if (!id.includes('/preact/dist/preact.')) return undefined;
    const safe = code.replace(/\w+\.innerHTML\s*=\s*\w+\.__html/, 'void 0');
    if (safe === code) throw new Error('preact no longer writes markup where it did: look at wxt.config.ts');
    return safe;
  },
};

/** What a page loads later has no styles of its own, and no browser here needs help with it: a plain `import` will do. */
const withoutPreload = {
  name: 'without-preload',
  transform: (_: string, id: string): string | undefined =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined,
};

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** True where a page imports a module, itself or through others, before it runs. */
function isIn(page: string, id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => importer.endsWith(`/${page}/main.tsx`) || isIn(page, importer, graph, seen));
}

/** What the popup shares with other pages comes in one file: fewer to fetch, and less than in one for each set of pages. */
const oneCommonFile = {
  name: 'one-common-file',
  outputOptions<Options extends { format?: string | undefined }>(options: Options): Options {
    if (options.format !== 'es') return options;
    const isShared = (id: string, graph: Graph): boolean =>
      isIn('popup', id, graph) && (isIn('options', id, graph) || isIn('welcome', id, graph));
    const manualChunks = (id: string, graph: Graph): string | undefined => (isShared(id, graph) ? 'common' : undefined);
    return { ...options, manualChunks };
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  publicDir: 'components/public',
  zip: { excludeSources: ['test/shots/**'] },
  manifest: ({ browser }) => manifest({ browser, hostsGranted: false }),
  vite: () => ({
    // Every browser that Burgee runs in knows these links itself.
    build: {
      target: ['chrome116', 'firefox142'],
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
    },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    plugins: [withoutMarkup, withoutPreload, oneCommonFile],
  }),
});
