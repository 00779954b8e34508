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

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  publicDir: 'components/public',
  zip: { excludeSources: ['test/shots/**'] },
  manifest: ({ browser }) => manifest({ browser, hostsGranted: false }),
  vite: () => ({ esbuild: { jsx: 'automatic', jsxImportSource: 'preact' }, plugins: [withoutMarkup] }),
});
