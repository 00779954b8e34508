import { createHash } from 'node:crypto';
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

interface Emitted {
  readonly type: 'asset' | 'chunk';
  readonly fileName: string;
  source?: string | Uint8Array;
}

/** The sources that the policy has to let in for what stands in the popup's page itself. */
const popupStyles = new Set<string>();

/** The popup's styles stand in its page, let in by their hash: each file that it has to ask for holds up its first rows. */
const stylesInPopup = {
  name: 'styles-in-popup',
  enforce: 'post' as const,
  generateBundle: {
    order: 'post' as const,
    handler(_: unknown, bundle: Record<string, Emitted>): void {
      const page = Object.values(bundle).find(({ fileName }) => /popup(\/index)?\.html$/.test(fileName));
      if (!page) return;
      const links = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)">/g;
      const markup = String(page.source);
      const css = [...markup.matchAll(links)].map(([, file = '']) => String(bundle[file]?.source ?? '')).join('');
      if (css === '') throw new Error('the popup has no styles: look at wxt.config.ts');
      page.source = markup.replace(links, '').replace('</head>', () => `<style>${css}</style></head>`);
      popupStyles.add(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    },
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  publicDir: 'components/public',
  zip: { excludeSources: ['test/shots/**'] },
  manifest: ({ browser }) => manifest({ browser, hostsGranted: false }),
  hooks: {
    // A build of its own: in one with the other pages, what it shares with them would be a second file to ask for.
    'entrypoints:grouped': (_, groups) => {
      const pages = groups.find((group) => Array.isArray(group) && group.some(({ name }) => name === 'popup'));
      if (!Array.isArray(pages)) return;
      const at = pages.findIndex(({ name }) => name === 'popup');
      groups.push(pages.splice(at, 1));
    },
    'build:manifestGenerated': (_, { content_security_policy: policy }) => {
      if (typeof policy !== 'object' || policy.extension_pages === undefined) return;
      const styles = ["style-src 'self'", ...popupStyles].join(' ');
      policy.extension_pages = policy.extension_pages.replace("style-src 'self'", styles);
    },
  },
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
    plugins: [withoutMarkup, withoutPreload, stylesInPopup],
  }),
});
